using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Quantities;

/// <summary>The words of <c>comparators.tsv</c> that bound a number, before it (超, 不低于) and after it (以上, 左右).</summary>
internal static class Comparators
{
    private const int LongestGloss = 14;
    private static readonly WordList<(Comparator Sign, string NotAfter)> BeforeWords = Load("before");
    private static readonly WordList<(Comparator Sign, string NotAfter)> AfterWords = Load("after");

    /// <summary>The bound that ends right before <paramref name="position"/>. 约 of 签约 and 近 of 附近 are none.</summary>
    public static bool TryBefore(ReadOnlySpan<char> text, int position, out int length, out Comparator sign)
    {
        var found =
            BeforeWords.TryBefore(text, position, out length, out var word)
            && (position == length || !word.NotAfter.Contains(text[position - length - 1]));
        sign = word.Sign;
        return found;
    }

    /// <summary>
    /// The first bound of a run that stands before what a share is taken of: 收费应|不高于|合同额的3%; single characters (约, 近) are left
    /// out.
    /// </summary>
    public static bool TryWithin(ReadOnlySpan<char> run, out int start, out int length, out Comparator sign)
    {
        for (start = 0; start < run.Length; start++)
        {
            if (BeforeWords.TryAt(run, start, out length, out var word) && (length > 1 || run[start] == '超'))
            {
                sign = word.Sign;
                return true;
            }
        }

        (length, sign) = (0, Comparator.Equal);
        return false;
    }

    /// <summary>
    /// The bound that starts at <paramref name="position"/>, also behind a gloss: 1000平方米（含1000平方米）以下,
    /// 1000兆比特/秒（Mbps）以上.
    /// </summary>
    public static bool TryAfter(ReadOnlySpan<char> text, int position, out int length, out Comparator sign)
    {
        var found = AfterWords.TryAt(text, position, out length, out var word);
        sign = word.Sign;
        if (found || position >= text.Length || text[position] != '（')
        {
            return found;
        }

        var close = text.Slice(position, Math.Min(LongestGloss, text.Length - position)).IndexOf('）') + 1;
        var bracket = text.Slice(position, close);
        if (
            close > 0
            && bracket.IndexOfAny('%', '占', '，') < 0
            && AfterWords.TryAt(text, position + close, out length, out word)
            && length > 1
        )
        {
            (length, sign) = (length + close, bracket.StartsWith("（含") ? Included(word.Sign) : word.Sign);
            return true;
        }

        length = 0;
        return false;
    }

    private static Comparator Included(Comparator sign) =>
        sign switch
        {
            Comparator.Greater => Comparator.AtLeast,
            Comparator.Less => Comparator.AtMost,
            _ => sign,
        };

    private static WordList<(Comparator Sign, string NotAfter)> Load(string side) =>
        WordList<(Comparator, string)>.Load("comparators.tsv", columns => (Parse(columns[2]), columns[3]), columns => columns[1] == side);

    private static Comparator Parse(string sign) =>
        sign switch
        {
            ">" => Comparator.Greater,
            ">=" => Comparator.AtLeast,
            "<" => Comparator.Less,
            "<=" => Comparator.AtMost,
            "~" => Comparator.About,
            _ => throw new InvalidDataException($"comparators.tsv: '{sign}' is no comparator; one of > >= < <= ~ is needed."),
        };
}
