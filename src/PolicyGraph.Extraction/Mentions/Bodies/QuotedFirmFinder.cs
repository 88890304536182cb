using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Firms behind the word for what they are, in quotation marks or not: 自动驾驶公司“远井科技”, 园区企业远汐科技. Slogans, plans and plain
/// words stand there too (企业“走出去”, 企业绿色智能), so that a trade must end the name and a word of its own begin it.
/// </summary>
internal sealed class QuotedFirmFinder : IBodyFinder
{
    /// <summary>The rule of these mentions.</summary>
    public const string Rule = "organization.apposition";

    private const int MinName = 4;
    private const int MaxName = 10;
    private const int MaxOwn = 3;

    private static readonly string[] Plain = ["企业", "公司", "厂商"];

    private static readonly string[] Words = ["公司", "企业", "厂商", "独角兽", "品牌"];

    public void Find(Paper paper, Surroundings surroundings)
    {
        FindPlain(paper);
        var text = paper.Text;
        for (var open = text.IndexOf('“', StringComparison.Ordinal); open >= 0; open = text.IndexOf('“', open + 1))
        {
            var close = text.IndexOf('”', open, Math.Min(MaxName + 2, text.Length - open));
            var name = new TextSpan(open + 1, Math.Max(open + 1, close));
            if (name.Length >= MinName && text.AsSpan(0, open).EndsWithAny(Words) && CompanyListFinder.EndsInTrade(paper, name))
            {
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = name,
                        Type = EntityType.Organization,
                        Name = name.Of(text),
                        Rule = Rule,
                        Confidence = 0.8,
                    }
                );
            }
        }
    }

    private static void FindPlain(Paper paper)
    {
        for (var i = 0; (i = paper.Forms.NextOf(i, WordClasses.CompanyField)) < paper.Forms.Count; i++)
        {
            var trade = paper.Forms[i];
            for (var own = 2; own <= MaxOwn && trade.Length > 1; own++)
            {
                var name = new TextSpan(trade.Start - own, trade.End);
                if (
                    name.Start > 2
                    && paper.Text.AsSpan(0, name.Start).EndsWithAny(Plain)
                    && IsOwnWord(paper, name.Start, trade.Start)
                    && EndsName(paper.Text, name.End)
                )
                {
                    paper.Mentions.Add(
                        new Mention
                        {
                            Span = name,
                            Type = EntityType.Organization,
                            Name = name.Of(paper.Text),
                            Rule = Rule,
                            Confidence = 0.72,
                        }
                    );
                    break;
                }
            }
        }
    }

    // Nothing that any table has begins or ends in it: 企业数字化科技 is no firm.
    private static bool IsOwnWord(Paper paper, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!NameStart.IsNameCharacter(paper.Text[i]))
            {
                return false;
            }

            foreach (var hit in paper.Forms.StartingAt(i))
            {
                if (hit.Length > 1)
                {
                    return false;
                }
            }
        }

        return !paper.Text.AsSpan(start, end - start).ContainsAny("的了在和与及为等高新性化业员家型级类各");
    }

    private static bool EndsName(string text, int end) =>
        end == text.Length
        || !NameStart.IsNameCharacter(text[end])
        || text[end]
            is '的'
                or '等'
                or '也'
                or '在'
                or '与'
                or '和'
                or '自'
                or '研'
                or '董'
                or '创'
                or '分'
                or '均'
                or '将'
                or '由'
                or '签'
                or '落'
                or '入'
                or '投'
                or '获'
                or '完'
                or '宣'
                or '拟';
}
