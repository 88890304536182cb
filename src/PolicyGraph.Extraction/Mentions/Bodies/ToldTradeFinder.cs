using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Firms by a word of their own and a trade that is a plain word too (远麓科技, 青峦机器人), where the paper tells that it is a firm: by what it does (远麓科技宣布) or by naming it at the head of
/// two clauses. 海洋科技 is a field, and said once of anything.
/// </summary>
internal sealed class ToldTradeFinder : IBodyFinder
{
    private const int MinOwn = 2;
    private const int MaxOwn = 3;
    private const int Often = 2;

    /// <summary>Trades that are seldom behind another word than a firm's own.</summary>
    private static readonly string[] Firmly = ["科技", "智能", "机器人", "股份", "控股", "数科", "智造", "新材", "智驾", "高科"];

    private static readonly string[] Acts = ["宣布", "表示", "拟", "中标", "推出", "方面", "获得", "成立于", "团队", "联合", "自主研发", "研发的", "生产的", "入选", "荣获", "落户", "入驻"];

    public void Find(Paper paper, Surroundings surroundings)
    {
        var found = new Dictionary<string, List<Told>>(StringComparer.Ordinal);
        for (var i = 0; (i = paper.Forms.NextOf(i, WordClasses.CompanyField)) < paper.Forms.Count; i++)
        {
            var trade = paper.Forms[i];
            if (trade.Length < 2 || !FormGuards.AllowSuffix(paper.Text, trade))
            {
                continue;
            }

            var name = new TextSpan(NameStart.Find(paper, trade.Start, surroundings.SentenceStart(trade.Start)), trade.End);
            if (trade.Start - name.Start is >= MinOwn and <= MaxOwn && TradeFirmFinder.IsOwn(paper, name.Start, trade))
            {
                var told = new Told(name, IsActing(paper, trade.End), ActingFirmFinder.OpensClause(paper.Text, name.Start) && TradeFirmFinder.Ends(paper, trade.End));
                (found.TryGetValue(name.Of(paper.Text), out var all) ? all : found[name.Of(paper.Text)] = []).Add(told);
            }
        }

        foreach (var (name, all) in found.Where(f => f.Value.Exists(t => t.Acts && t.Opens) || f.Key.EndsWithAny(Firmly) && f.Value.Count(t => t.Opens) >= Often))
        {
            paper.Mentions.AddRange(all.Select(t => new Mention { Span = t.Span, Type = EntityType.Organization, Name = name, Rule = "organization.told-trade", Confidence = 0.7 }));
        }
    }

    private static bool IsActing(Paper paper, int end)
    {
        foreach (var hit in paper.Forms.StartingAt(end))
        {
            if (hit.Form.Is(WordClasses.FirmAct) && ActingFirmFinder.IsAct(paper.Text, hit))
            {
                return true;
            }
        }

        return paper.Text.AsSpan(end).StartsWithAny(Acts);
    }

    /// <param name="Acts">It does or has what firms do and have.</param>
    /// <param name="Opens">It stands at the head of a clause.</param>
    private readonly record struct Told(TextSpan Span, bool Acts, bool Opens);
}
