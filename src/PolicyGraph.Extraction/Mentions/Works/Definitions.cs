using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Short forms that a paper defines for itself behind a name: X（以下简称“Y”）, X（下称《Y》）, X（国发〔2020〕7号，以下简称Y）, X（Y）,
/// X，简称“Y”.
/// </summary>
internal static class Definitions
{
    private const int LongestTerm = 20;
    private const int LongestBracket = 60;

    private static readonly string[] Openers = ["以下简称", "以下统称", "以下称", "以下通称", "下称", "简称", "又称"];

    /// <summary>The term, marks left out, that is defined right after <paramref name="nameEnd"/>; null where none is.</summary>
    public static TextSpan? After(ReadOnlySpan<char> text, int nameEnd)
    {
        if (nameEnd >= text.Length || text[nameEnd] != '（')
        {
            // 印发《X》，简称“Y”, in news.
            return
                nameEnd < text.Length
                && text[nameEnd] == '，'
                && text[(nameEnd + 1)..] is var next
                && next.StartsWith("简称")
                && next.Length > 2
                && next[2] is '“' or '《'
                ? Term(text, nameEnd + 3)
                : null;
        }

        var stop = Math.Min(text.Length, nameEnd + LongestBracket);
        for (var i = nameEnd + 1; i < stop && text[i] is not ('。' or '；'); i++)
        {
            foreach (var opener in Openers)
            {
                if (text[i..stop].StartsWith(opener))
                {
                    return Term(text, i + opener.Length);
                }
            }

            if (text[i] == '）' && text[i - 1] != '〕')
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>True where the words end with a bracket that defines a short form: 甲甲股份有限公司（下称乙乙）.</summary>
    public static bool IsAtEnd(string text, TextSpan words) =>
        text[words.End - 1] == '）'
        && text.LastIndexOf('（', words.End - 1, words.Length) is var open and > 0
        && text.AsSpan(open + 1).StartsWithAny(Openers);

    private static TextSpan? Term(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && text[start] is '：' or '为' or '“' or '《' or '"')
        {
            start++;
        }

        var end = start;
        while (
            end < text.Length
            && end - start < LongestTerm
            && text[end] is not ('”' or '》' or '」' or '"' or '）' or '，' or '、' or '。' or '；')
        )
        {
            end++;
        }

        return end - start is >= 2 and < LongestTerm ? new(start, end) : null;
    }
}
