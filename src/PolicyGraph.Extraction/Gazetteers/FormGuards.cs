using System.Collections.Frozen;

namespace PolicyGraph.Extraction.Gazetteers;

/// <summary>
/// Characters beside a form that make another word of it: 大学 before 生 names no university, 日本 after a digit is the end of a date.
/// </summary>
internal static class FormGuards
{
    private static readonly FrozenDictionary<string, FormGuard> Guards = Read();

    /// <summary>
    /// What guards a form as a name's last word: the guard of the form or of the longest of its endings that the table knows; null where it
    /// knows none.
    /// </summary>
    public static FormGuard? OfEnding(string form)
    {
        for (var i = 0; i < form.Length; i++)
        {
            if (Guards.TryGetValue(form[i..], out var guard))
            {
                return guard;
            }
        }

        return null;
    }

    /// <summary>True where the form at <paramref name="hit"/> may stand as a name's last word.</summary>
    public static bool AllowSuffix(string text, LexicalHit hit) =>
        hit.End >= text.Length || hit.Form.Guard is not { } guard || !Stops(text, hit.End, guard.NotBefore);

    /// <summary>True where the form at <paramref name="hit"/> may stand as a whole name.</summary>
    public static bool AllowName(string text, LexicalHit hit)
    {
        if (CutsWord(text, hit))
        {
            return false;
        }

        if (hit.Form.Guard is not { } guard)
        {
            return true;
        }

        if (guard.Form.Length < hit.Length)
        {
            return hit.End >= text.Length || !Stops(text, hit.End, guard.NotBeforeKnown);
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

    private static FrozenDictionary<string, FormGuard> Read()
    {
        var file = TsvFile.Read("form-guards.tsv");
        return file.Rows.ToFrozenDictionary(
            row => file.Field(row, "form"),
            row => new FormGuard(
                file.Field(row, "form"),
                file.Field(row, "not_before"),
                file.Field(row, "not_before_known") is { Length: > 0 } known ? known : file.Field(row, "not_before"),
                file.Field(row, "not_after")
            ),
            StringComparer.Ordinal
        );
    }
}

/// <summary>The characters that make another word of a form.</summary>
/// <param name="Form">The form that is guarded, or the ending of one.</param>
/// <param name="NotBefore">Characters that may not follow it.</param>
/// <param name="NotBeforeKnown">Of those, the ones that may not follow a longer name that is known either: 甲银行业, but 甲银行理财. All
/// where the table names none.</param>
/// <param name="NotAfter">Characters that may not stand before it where it is a whole name.</param>
internal sealed record FormGuard(string Form, string NotBefore, string NotBeforeKnown, string NotAfter);
