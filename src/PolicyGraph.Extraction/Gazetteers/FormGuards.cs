using System.Collections.Frozen;

namespace PolicyGraph.Extraction.Gazetteers;

/// <summary>
/// Characters beside a form that make another word of it: 大学 before 生 names no university, 日本 after a digit is the end of a date.
/// </summary>
internal static class FormGuards
{
    private static readonly FrozenDictionary<string, (string NotBefore, string NotAfter)> Guards = Read();
    private static readonly FrozenDictionary<string, (string NotBefore, string NotAfter)>.AlternateLookup<ReadOnlySpan<char>> GuardsBySpan =
        Guards.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True where the form at <paramref name="hit"/>, or the longest of its endings that the table knows, may stand as a name's last word.</summary>
    public static bool AllowSuffix(string text, LexicalHit hit)
    {
        for (var i = 0; i < hit.Form.Text.Length && hit.End < text.Length; i++)
        {
            if (GuardsBySpan.TryGetValue(hit.Form.Text.AsSpan(i), out var guard))
            {
                return !Stops(text, hit.End, guard.NotBefore);
            }
        }

        return true;
    }

    /// <summary>True where the form at <paramref name="hit"/> may stand as a whole name.</summary>
    public static bool AllowName(string text, LexicalHit hit)
    {
        if (CutsWord(text, hit))
        {
            return false;
        }

        if (!Guards.TryGetValue(hit.Form.Text, out var guard))
        {
            return AllowSuffix(text, hit) || hit.Length == 1;
        }

        return !(hit.End < text.Length && Stops(text, hit.End, guard.NotBefore))
            && !(hit.Start > 0 && guard.NotAfter.Contains(text[hit.Start - 1], StringComparison.Ordinal));
    }

    // 新区分布 is another word; 新区分别 is not.
    private static bool Stops(string text, int end, string notBefore) =>
        notBefore.Contains(text[end], StringComparison.Ordinal) && !text.AsSpan(end).StartsWith("分别");

    // ABC stands in ABCD, and names nothing there.
    private static bool CutsWord(string text, LexicalHit hit) =>
        (hit.End < text.Length && char.IsAsciiLetter(text[hit.End]) && char.IsAsciiLetter(text[hit.End - 1]))
        || (hit.Start > 0 && char.IsAsciiLetter(text[hit.Start]) && char.IsAsciiLetter(text[hit.Start - 1]));

    private static FrozenDictionary<string, (string NotBefore, string NotAfter)> Read()
    {
        var file = TsvFile.Read("form-guards.tsv");
        return file.Rows.ToFrozenDictionary(
            row => file.Field(row, "form"),
            row => (file.Field(row, "not_before"), file.Field(row, "not_after")),
            StringComparer.Ordinal);
    }
}
