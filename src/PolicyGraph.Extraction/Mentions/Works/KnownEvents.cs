namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>Events that come again under one name and are called by a short form: 进博会 is every 中国国际进口博览会.</summary>
internal static class KnownEvents
{
    private static readonly (string Form, string Name)[] All = [.. WorkScan.KnownEvents.Words.Select(form => (form, NameOf(form)))];

    /// <summary>
    /// The short forms of an event by its full name, with its edition or year: of 第五届中国国际进口博览会 进博会; mostly none.
    /// </summary>
    public static IReadOnlyList<string> ShortForms(string name) =>
        Array.Exists(All, known => name.EndsWith(known.Name, StringComparison.Ordinal))
            ?
            [
                .. All.Where(known => known.Form != known.Name && name.EndsWith(known.Name, StringComparison.Ordinal))
                    .Select(known => known.Form),
            ]
            : [];

    private static string NameOf(string form) => WorkScan.KnownEvents.TryAt(form, 0, out _, out var name) ? name : form;
}
