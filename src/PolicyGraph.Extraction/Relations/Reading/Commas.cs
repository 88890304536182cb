namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>One spelling for commas.</summary>
internal static class Commas
{
    /// <summary>Every plain comma as the Chinese one, those within numbers (1,200) left; the length stays.</summary>
    public static string Unify(string text) => text.Contains(',', StringComparison.Ordinal) ? string.Create(text.Length, text, Write) : text;

    private static void Write(Span<char> target, string text)
    {
        text.CopyTo(target);
        for (var at = text.IndexOf(',', StringComparison.Ordinal); at >= 0; at = text.IndexOf(',', at + 1))
        {
            var isNumber = at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);
            target[at] = isNumber ? ',' : '，';
        }
    }
}
