using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Firms by a word of their own and a trade that is a plain word too (远麓科技, 青峦机器人), where the paper tells that it is a firm: by
/// what it does (远麓科技宣布) or by naming it at the head of two clauses. 海洋科技 is a field, and said once of anything.
/// </summary>
internal sealed class ToldTradeFinder : IBodyFinder
{
    private const int MinOwn = 2;
    private const int MaxOwn = 3;
    private const int Often = 2;

    /// <summary>Trades that are seldom behind another word than a firm's own.</summary>
    private static readonly string[] Firmly = ["科技", "智能", "机器人", "股份", "控股", "数科", "智造", "新材", "智驾", "高科"];

    private static readonly string[] Sites = ["来自", "位于", "源自", "地处", "总部在", "坐落于"];

    private static readonly string[] Acts =
    [
        "宣布",
        "表示",
        "拟",
        "中标",
        "推出",
        "方面",
        "获得",
        "成立于",
        "团队",
        "联合",
        "自主研发",
        "研发的",
        "生产的",
        "入选",
        "荣获",
        "落户",
        "入驻",
        "持股",
        "参股",
        "车间",
        "展厅",
        "合资",
        "扩建",
        "投资的",
        "投产",
    ];

    public void Find(Paper paper, Surroundings surroundings)
    {
        var found = new Dictionary<string, List<Told>>(StringComparer.Ordinal);
        for (var i = 0; (i = paper.Forms.NextOf(i, WordClasses.CompanyField)) < paper.Forms.Count; i++)
        {
            var trade = paper.Forms[i];
            // The shortest own word first: what begins with it must be one too, and few trades have one, so that few names are walked to.
            if (
                trade.Length < 2
                || trade.Start < MinOwn
                || !TradeFirmFinder.IsOwn(paper, trade.Start - MinOwn, trade)
                || !FormGuards.AllowSuffix(paper.Text, trade)
            )
            {
                continue;
            }

            var name = new TextSpan(NameStart.Find(paper, trade.Start, surroundings.SentenceStart(trade.Start)), trade.End);
            if (trade.Start - name.Start is >= MinOwn and <= MaxOwn && TradeFirmFinder.IsOwn(paper, name.Start, trade))
            {
                var told = new Told(
                    name,
                    IsActing(paper, trade.End) || IsSited(paper, name.Start),
                    ActingFirmFinder.OpensClause(paper.Text, name.Start, surroundings.SentenceStart(name.Start)),
                    TradeFirmFinder.Ends(paper, trade.End),
                    IsLinked(paper.Text, name)
                );
                (found.TryGetValue(name.Of(paper.Text), out var all) ? all : found[name.Of(paper.Text)] = []).Add(told);
            }
        }

        foreach (
            var (name, all) in found.Where(f =>
                f.Value.Exists(t => t.Acts && (t.Opens || t.IsLinked))
                || f.Key.EndsWithAny(Firmly) && f.Value.Count(t => t.Opens && t.Ends) >= Often
            )
        )
        {
            paper.Mentions.AddRange(
                all.Select(t => new Mention
                {
                    Span = t.Span,
                    Type = EntityType.Organization,
                    Name = name,
                    Rule = "organization.told-trade",
                    Confidence = 0.7,
                })
            );
        }
    }

    /// <summary>来自甲市的远麓科技, 总部位于甲市的青峦生物: what comes from a place or sits in one.</summary>
    private static bool IsSited(Paper paper, int start) =>
        start > 1
        && paper.Text[start - 1] == '的'
        && paper.Forms.TryLongestBefore(start - 1, EntryKinds.Place | EntryKinds.Zone, out var site)
        && paper.Text.AsSpan(0, site.Start).EndsWithAny(Sites);

    /// <summary>True behind a word that goes before a name as often as before a noun; what the name does decides then.</summary>
    private static bool IsLinked(string text, TextSpan name) =>
        name.Start > 0 && text[name.Start - 1] is '的' or '在' or '到' or '与' or '和' or '向' or '对' or '被' or '至';

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
    /// <param name="Ends">What follows is what follows names.</param>
    /// <param name="IsLinked">It stands behind one of the few words that link it to what is before.</param>
    private readonly record struct Told(TextSpan Span, bool Acts, bool Opens, bool Ends, bool IsLinked);
}
