namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>One spelling for commas.</summary>
internal static class Commas
{
    /// <summary>Every plain comma as the Chinese one, those within numbers (1,200) left; the length stays.</summary>
    public static string Unify(string text) => text.Contains(',', StringComparison.Ordinal) ? string.Create(text.Length, text, Write) : text;

    private static void Write(Span<char> target, string text)
    {
        for (var i = 0; i < target.Length; i++)
        {
            var isNumber = i > 0 && i + 1 < target.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
            target[i] = text[i] == ',' && !isNumber ? '，' : text[i];
        }
    }
}
