using System.Globalization;
using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Companies without a last word that tells them: the members of a list that ends in 等 and a word for firms (甲科技、乙智能等龙头企业).
/// The list must show by one member, known or ending in a trade, that it is one of names and not of trades (芯片、软件等企业).
/// </summary>
internal sealed partial class CompanyListFinder : IBodyFinder
{
    /// <summary>The rule of these mentions.</summary>
    public const string Rule = "organization.list";

    private const int MaxBetween = 8;

    /// <summary>What stands before the word for firms may be long (等国内外医药、保健企业) where several members are known.</summary>
    private const int MaxAttribute = 20;
    private const int MinKnown = 2;
    private const int MinName = 2;
    private const int MaxName = 12;
    private const int MaxMembers = 60;

    private const string Among = "其中";

    private const string Units = "单位";

    private const string Numbers = "一二两三四五六七八九十多";

    // 甲甲光伏二期: the stage is the project's.
    private static readonly string[] Stages = ["一期", "二期", "三期", "项目", "基地"];

    private const int MinSettled = 3;
    private const int MaxOwn = 5;

    private static readonly string[] Settling =
    [
        "入驻",
        "入驻了",
        "引进",
        "引进了",
        "落户",
        "集聚了",
        "聚集了",
        "培育了",
        "引进培育",
        "吸引了",
        "吸引",
        "集聚",
        "聚集",
        "汇聚",
        "汇聚了",
        "引入",
        "引入了",
    ];

    private static readonly string[] Places = ["等地", "等处", "等项目", "等现场", "等企业"];

    private static readonly string[] Visiting =
    [
        "前往",
        "走访",
        "走访了",
        "考察",
        "考察了",
        "察看",
        "察看了",
        "查看",
        "查看了",
        "来到",
        "深入",
        "走进",
        "参观",
        "参观了",
        "到",
        "赴",
        "调研",
        "调研了",
        "走访调研",
        "走访调研了",
        "先后参观",
        "先后来到",
        "签约",
        "新签约",
        "引进",
        "引进了",
        "新引进",
        "加快推动",
        "推进",
        "洽谈",
    ];

    private static readonly string[] Listed = ["入选", "上榜", "登榜", "领投", "联合领投", "跟投", "参与跟投", "参投"];

    public void Find(Paper paper, Surroundings surroundings)
    {
        var text = paper.Text;
        for (var i = text.IndexOf('等', StringComparison.Ordinal); i >= 0; i = text.IndexOf('等', i + 1))
        {
            if (NamesFirms(paper, i + 1, MaxAttribute))
            {
                var members = Members(paper, i, surroundings.SentenceStart(i));
                if (
                    !NamesFirms(paper, i + 1, MaxBetween)
                    && members.Count(m => IsFirm(paper, m)) < MinKnown
                    && !(members.Count <= MinKnown && NamesMany(text, i + 1) && members.Exists(m => IsFirm(paper, m)))
                )
                {
                    continue;
                }

                // 市政府办、住建、甲集团等单位: bodies of all kinds, of which only a trade tells the firms.
                if (text.AsSpan(i + 1).StartsWith(Units))
                {
                    Add(paper, members.FindAll(m => EndsInTrade(paper, m)));
                }
                else if (
                    members.Exists(m => IsFirm(paper, m))
                    || members.Count(m => IsOfCountry(paper, m)) > 1
                    || IsSettled(paper, members, i + 1)
                )
                {
                    Add(paper, members);
                }
            }
        }

        FindCounted(paper, surroundings);
        FindListed(paper, surroundings);
        FindVisited(paper, surroundings);
    }

    // 甲铁、乙乙医药、丙丙3家企业: as many as are counted.
    private static void FindCounted(Paper paper, Surroundings surroundings)
    {
        var text = paper.Text;
        for (var i = text.IndexOf('家', StringComparison.Ordinal); i >= 0; i = text.IndexOf('家', i + 1))
        {
            if (CountBefore(text, i) is var (start, count) && count >= MinKnown && NamesFirms(paper, i + 1, MaxBetween))
            {
                var members = Members(paper, start, surroundings.SentenceStart(i));
                if (
                    members.Count == count
                    && members.TrueForAll(m =>
                        EndsInTrade(paper, m) || IsFirm(paper, m) || TradeFirmFinder.IsOwnWord(paper, m) || IsOfGroup(paper, members, m)
                    )
                )
                {
                    Add(paper, members.FindAll(m => !EndsInKnown(paper, m)), isSure: true);
                }
            }
        }
    }

    private static (int Start, int Count) CountBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        return start < end && int.TryParse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? (start, count)
            : end > 0 && Numbers.IndexOf(text[end - 1], StringComparison.Ordinal) is >= 0 and < 10 and var at
                ? (end - 1, at > 1 ? at : at + 1)
            : (end, 0);
    }

    // 前往甲甲鞋业、乙小区、丙丙米业等地: of the places that are visited, those that end in a trade are firms.
    private static void FindVisited(Paper paper, Surroundings surroundings)
    {
        foreach (var word in Places)
        {
            for (
                var i = paper.Text.IndexOf(word, StringComparison.Ordinal);
                i >= 0;
                i = paper.Text.IndexOf(word, i + 1, StringComparison.Ordinal)
            )
            {
                var members = Members(paper, i, surroundings.SentenceStart(i));
                if (members.Count > 1 && paper.Text.AsSpan(0, members[^1].Start).EndsWithAny(Visiting))
                {
                    Add(paper, members.FindAll(m => EndsInTrade(paper, m)));
                }
            }
        }
    }

    // 甲、乙等一大批国内国际行业头部企业
    private static bool NamesMany(string text, int start) =>
        text.AsSpan(start).StartsWith("一大批") || text.AsSpan(start).StartsWith("一批") || text.AsSpan(start).StartsWith("众多");

    // 甲科技、乙乙股份入选榜单: what gets on a list.
    private static void FindListed(Paper paper, Surroundings surroundings)
    {
        foreach (var verb in Listed)
        {
            for (
                var i = paper.Text.IndexOf(verb, StringComparison.Ordinal);
                i >= 0;
                i = paper.Text.IndexOf(verb, i + 1, StringComparison.Ordinal)
            )
            {
                var members = Members(paper, i > 0 && paper.Text[i - 1] == '等' ? i - 1 : i, surroundings.SentenceStart(i));
                if (members.Count >= (verb.EndsWith('投') ? 1 : MinKnown) && members.Exists(m => IsFirm(paper, m)))
                {
                    Add(paper, members);
                }
            }
        }
    }

    private static bool NamesFirms(Paper paper, int start, int reach)
    {
        for (var i = start; i < Math.Min(start + reach, paper.Text.Length); i++)
        {
            if (!NameStart.IsNameCharacter(paper.Text[i]) && !(reach > MaxBetween && paper.Text[i] == '、'))
            {
                return false;
            }

            foreach (var hit in paper.Forms.StartingAt(i))
            {
                if (hit.Form.Is(WordClasses.CompanyClass))
                {
                    return true;
                }
            }

            // 等7个外资项目, 等一批项目: projects that are counted are named after their firms.
            if (
                i > start + 1
                && paper.Text[i] == '项'
                && paper.Text[start] is var count
                && (char.IsAsciiDigit(count) || Numbers.Contains(count, StringComparison.Ordinal))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static List<TextSpan> Members(Paper paper, int end, int floor)
    {
        var members = new List<TextSpan>();
        while (members.Count < MaxMembers)
        {
            var first = AfterBracket(paper.Text, NameStart.Find(paper, end, floor), end);
            var start = AfterZone(paper, AfterAmong(paper.Text, first, end), end);
            if (end - start is < MinName or > MaxName)
            {
                break;
            }

            var stage = paper.Text.AsSpan(start, end - start).WordAtEnd(Stages);
            members.Add(new(start, end - (stage is null || end - start < MinName + stage.Length ? 0 : stage.Length)));
            if (first <= floor || paper.Text[first - 1] is not ('、' or '和' or '与' or '及'))
            {
                break;
            }

            end = first - 1;
        }

        return members;
    }

    // 甲工业园乙乙工贸: the park is where the firm is.
    private static int AfterZone(Paper paper, int start, int end)
    {
        for (var i = end - MinName; i > start + MinName; i--)
        {
            foreach (var hit in paper.Forms.EndingAt(i))
            {
                if (hit.Length > 1 && hit.Start >= start && hit.Form.Is(WordClasses.ZoneSuffix | WordClasses.ZoneSuffixAnchored))
                {
                    return i;
                }
            }
        }

        return start;
    }

    // 其中华甲科技: the word before the first member, be its last character ever so fit for a name.
    private static int AfterAmong(string text, int start, int end) =>
        end - start > MinName + Among.Length && text.AsSpan(start).StartsWith(Among) ? start + Among.Length : start;

    // （记者某某）甲集团: what stands in brackets before a name is none of it.
    private static int AfterBracket(string text, int start, int end) =>
        start < end && text[start] == '（' && text.IndexOf('）', start, end - start) is > 0 and var close ? close + 1 : start;

    // 入驻甲欣、乙众、丙海等光伏企业11家, 走访了甲拓、乙泰、丙信等9家企业: what settled, where the trade is said of the firms and none of the words is a trade itself.
    private static bool IsSettled(Paper paper, List<TextSpan> members, int after)
    {
        var first = members.Count >= MinSettled ? members[^1].Start : 0;
        var kind = paper.Text.AsSpan(after, Math.Min(MaxBetween, paper.Text.Length - after)).IndexOf("企业");
        return first > 1
            && kind >= MinName
            && (
                paper.Text.AsSpan(0, first).EndsWithAny(Settling)
                || paper.Text[after + kind - 1] == '家' && paper.Text.AsSpan(0, first).EndsWithAny(Visiting)
            )
            && members.TrueForAll(m => m.Length is >= MinName and <= MaxOwn && !IsTrade(paper, m));
    }

    // 20多个项目和甲集团: what a counter stands before is many.
    private static bool IsCounted(string text, int start) => start > 1 && text[start - 1] is '个' or '家' or '项' or '批' or '种' or '类';

    private static void Add(Paper paper, List<TextSpan> members, bool isSure = false)
    {
        foreach (var member in members)
        {
            var parts = NameParts.Read(paper, member.Start, member.End);
            if (
                !IsCounted(paper.Text, member.Start)
                && (
                    isSure
                    || (!parts.IsClass || IsFirmAndTrade(paper, member) || IsSubsidiary(paper, members, member))
                        && (
                            parts.Anchor is NameAnchor.None or NameAnchor.Prefix
                            || IsSubsidiary(paper, members, member)
                            || IsLongerFirm(paper, member)
                            || IsOfCountry(paper, member) && members.Count(m => IsOfCountry(paper, m)) > 1
                            || IsFirmAndTrade(paper, member)
                            || IsPlaceAndTrade(paper, member)
                        )
                )
            )
            {
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = member,
                        Type = EntityType.Organization,
                        Name = paper.Text[member.Start..member.End],
                        Rule = Rule,
                        Confidence = 0.7,
                    }
                );
            }
        }
    }
}
