using System.Text;

namespace PolicyGraph.Store;

/// <summary>
/// Spellings of one name made one, because papers and people write the same title with other brackets, dashes and widths: （2021—2023年）
/// is (2021-2023年). Full-width forms become plain, brackets round, quotation marks straight, dashes and tildes one hyphen, capitals small;
/// white space and 《》 go, unless nothing would be left.
/// </summary>
public static class NameFolding
{
    private const int FullWidthOffset = '！' - '!';

    /// <summary>The one spelling; <paramref name="name"/> itself where it has it already.</summary>
    public static string Fold(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (Fold(name[i]) != name[i] || (name[i] == '-' && i > 0 && name[i - 1] == '-'))
            {
                return Rewrite(name);
            }
        }

        return name;
    }

    /// <summary>True where the two are spellings of one name.</summary>
    public static bool AreSame(string one, string other) => one == other || Fold(one) == Fold(other);

    private static string Rewrite(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            var one = Fold(c);
            var isRepeatedDash = one == '-' && folded.Length > 0 && folded[^1] == '-';
            if (one != '\0' && !isRepeatedDash)
            {
                folded.Append(one);
            }
        }

        return folded.Length == 0 ? name : folded.ToString();
    }

    /// <summary>What stands for a character; NUL for nothing.</summary>
    private static char Fold(char c) =>
        c switch
        {
            '—' or '–' or '―' or '‐' or '‑' or '−' or '～' or '~' or '－' => '-',
            '“' or '”' or '„' or '「' or '」' or '『' or '』' or '＂' => '"',
            '‘' or '’' or '＇' => '\'',
            '〔' or '【' or '［' or '[' => '(',
            '〕' or '】' or '］' or ']' => ')',
            '《' or '》' or '〈' or '〉' => '\0',
            >= '！' and <= '～' => char.ToLowerInvariant((char)(c - FullWidthOffset)),
            _ when char.IsWhiteSpace(c) => '\0',
            _ => char.ToLowerInvariant(c),
        };
}
