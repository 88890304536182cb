using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Congresses of the Communist Party and plenums of its Central Committee by the short forms that all papers use: 党的二十大,
/// (党的)十九届五中全会. Sessions run together (二中、三中全会) are told by their list, so only the one beside the term's number is taken.
/// </summary>
internal static class PartyCongresses
{
    private const int LongestNumeral = 3;
    private const string Numerals = "一二三四五六七八九十";

    public static void Find(Paper paper)
    {
        var text = paper.Text.AsSpan();
        for (var at = 0; at < text.Length; )
        {
            var next = text[at..].IndexOfAny('大', '届');
            if (next < 0)
            {
                return;
            }

            at += next;
            var numeral = at;
            while (numeral > 0 && at - numeral < LongestNumeral && Numerals.Contains(text[numeral - 1], StringComparison.Ordinal))
            {
                numeral--;
            }

            if (numeral < at)
            {
                at = text[at] == '大' ? Congress(paper, numeral, at) : Plenum(paper, numeral, at);
            }

            at++;
        }
    }

    private static int Congress(Paper paper, int numeral, int at)
    {
        var text = paper.Text;
        if (numeral >= 2 && text[(numeral - 2)..numeral] is "党的" or "中共")
        {
            Add(paper, new(numeral - 2, at + 1), $"中国共产党第{text[numeral..at]}次全国代表大会");
        }
        else if (
            numeral >= 2
            && at - numeral > 1
            && text[(numeral - 2)..numeral] is "喜迎" or "迎接" or "学习" or "贯彻" or "庆祝" or "宣传"
        )
        {
            Add(paper, new(numeral, at + 1), $"中国共产党第{text[numeral..at]}次全国代表大会");
        }

        return at;
    }

    private static int Plenum(Paper paper, int numeral, int at)
    {
        var text = paper.Text;
        if (
            text[numeral] != '十' && text[numeral] != '二'
            || at + 5 > text.Length
            || text.AsSpan(at + 2, 3) is not "中全会"
            || !Numerals.Contains(text[at + 1], StringComparison.Ordinal)
        )
        {
            return at;
        }

        var start = numeral >= 2 && text.AsSpan(numeral - 2, 2) is "党的" or "中共" ? numeral - 2 : numeral;
        paper.Mentions.RemoveAll(m => m.Type == EntityType.Event && m.Span == new TextSpan(start, at + 5));
        Add(paper, new(start, at + 5), $"中国共产党第{text[numeral..at]}届中央委员会第{text[at + 1]}次全体会议");
        return at + 4;
    }

    private static void Add(Paper paper, TextSpan span, string name) =>
        paper.Mentions.Add(
            new Mention
            {
                Span = span,
                Type = EntityType.Event,
                Name = name,
                Rule = "event.party-congress",
                Confidence = 0.98,
            }
        );
}
