using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Titles in 《》, those of the standards that were found by their numbers left out. The kind at the end decides between policy and
/// publication; a newspaper or an agreement is neither. A bare kind (《意见》) is a short form that <see cref="WorkShortForms"/> leads to
/// its paper.
/// </summary>
internal static class BookTitles
{
    /// <summary>The rule of a title that ends with its kind.</summary>
    public const string Rule = "work.title";

    private const int LongestClass = 16;

    private const int LongestList = 8;

    private static readonly string[] CarryingOut = ["实施办法", "实施细则", "实施条例"];

    private static readonly string[] Enforcements =
    [
        "批准",
        "批准实施",
        "同意实施",
        "组织实施",
        "贯彻实施",
        "贯彻执行",
        "颁布",
        "颁布了",
        "认真执行",
        "原则同意",
        "联合印发",
        "联合印发了",
    ];

    private static readonly string[] Signings = ["签订", "签订了", "签署", "签署了"];

    /// <summary>How far before a list the words may stand that count its members.</summary>
    private const int LongestIntro = 40;

    public static void Find(Paper paper)
    {
        var text = paper.Text;
        var standards = paper
            .Mentions.Where(m => m.Type == EntityType.Standard && string.Equals(m.Rule, StandardTitles.Rule, StringComparison.Ordinal))
            .GroupBy(m => m.Span.Of(text).Trim('《', '》'), m => m.Name, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        for (var open = text.IndexOf('《', StringComparison.Ordinal); open >= 0; )
        {
            var close = BookMarks.Close(text, open);
            if (close > 0)
            {
                Add(paper, new(open, close), standards);
            }

            var from = close > 0 ? close : open + 1;
            open = from < text.Length ? text.IndexOf('《', from) : -1;
        }
    }

    /// <summary>
    /// 《X》国家标准, 《X》、《Y》两项行业标准, 《X》等12项纺织行业标准, 批准《X》为国家环境保护标准: what follows the title, or the list
    /// that it stands in, says what it is.
    /// </summary>
    private static bool IsStandard(string text, int end)
    {
        for (var (next, seen) = (end, 0); seen < LongestList; (end, seen) = (next, seen + 1))
        {
            next = end < text.Length && text[end] is '、' or '和' ? end + 1 : end;
            next = next < text.Length && text[next] == '《' ? BookMarks.Close(text, next) : 0;
            if (next <= 0)
            {
                break;
            }
        }

        var said = text.AsSpan(end, Math.Min(LongestClass, text.Length - end));
        var rest = said.TrimStart('等').TrimStart("0123456789一二两三四五六七八九十多余").TrimStart('项').TrimStart('个');
        var word = rest.IndexOf("标准");
        var isClass =
            word > 0
            && (rest.Length < said.Length || rest[0] == '为')
            && !rest[..word].ContainsAny("，。；、《的")
            && !rest[word..].StartsWith("标准化");
        return isClass
            || rest.StartsWith("国家标准")
            || rest.StartsWith("行业标准")
            || rest.StartsWith("团体标准")
            || rest.StartsWith("地方标准")
            || rest.StartsWith("强制性国家标准")
            || rest.StartsWith("推荐性国家标准");
    }

    /// <summary>3项国家标准正式发布。具体包括《X》《Y》: the list is of what the words before it count.</summary>
    private static bool IsListedStandard(string text, int open)
    {
        open = ListStart(text, open);
        var intro = text.AsSpan(Math.Max(0, open - LongestIntro), Math.Min(open, LongestIntro)).TrimEnd('：');
        var counted = intro.LastIndexOf("标准");
        return counted > 0
            && (intro.EndsWith("包括") || intro.EndsWith("分别是") || intro.EndsWith("分别为"))
            && intro[..counted].LastIndexOf('项') is >= 0 and var item
            && counted - item < LongestClass
            && !intro[counted..].Contains('《');
    }

    /// <summary>Where the first of the titles opens that the one at <paramref name="open"/> is listed with.</summary>
    private static int ListStart(string text, int open)
    {
        for (
            var seen = 0;
            seen < LongestList
                && open > 0
                && (text[open - 1] is '》' || open > 1 && text[open - 1] is '、' or '和' && text[open - 2] is '》');
            seen++
        )
        {
            var close = text[open - 1] is '》' ? open - 1 : open - 2;
            open = BookMarks.Open(text, close) is var before and >= 0 ? before : 0;
        }

        return open;
    }

    /// <summary>双方签订《甲合作协议》《共建乙中心》: what is signed is an agreement, whatever its last words.</summary>
    private static bool IsSigned(string text, int open) => text.AsSpan(0, ListStart(text, open)).EndsWithAny(Signings);

    /// <summary>《X》法令, 《X》条例: what follows the title says that it is law, whatever its own last words.</summary>
    private static bool IsDecree(string text, int end)
    {
        var rest = text.AsSpan(end, Math.Min(LongestClass, text.Length - end));
        return rest.StartsWith("法令") || rest.StartsWith("法案") || rest.StartsWith("法规") || rest.StartsWith("条例");
    }

    /// <summary>批准《甲市污染防治目标和对策》: what is approved or put in force rules something, whatever its last words.</summary>
    private static bool IsPutInForce(string text, int open) => text.AsSpan(0, open).EndsWithAny(Enforcements);

    private static void Add(Paper paper, TextSpan marked, Dictionary<string, string> standards)
    {
        var inner = new TextSpan(marked.Start + 1, marked.End - 1);
        if (inner.IsEmpty)
        {
            return;
        }

        var title = paper.Text.AsSpan(inner.Start, inner.Length);
        if (standards.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(title, out var number))
        {
            if (paper.Mentions.Exists(m => m.Span == marked))
            {
                return;
            }

            paper.Mentions.Add(
                new Mention
                {
                    Span = marked,
                    Type = EntityType.Standard,
                    Name = number,
                    Rule = StandardTitles.Rule,
                }
            );
            return;
        }

        if (IsStandard(paper.Text, marked.End) || IsListedStandard(paper.Text, marked.Start))
        {
            paper.Mentions.Add(
                new Mention
                {
                    Span = marked,
                    Type = EntityType.Standard,
                    Name = paper.Source.Surface(inner),
                    Rule = "standard.title-alone",
                    Confidence = 0.98,
                }
            );
            return;
        }

        var kind = IsDecree(paper.Text, marked.End) ? new("法令", "policy") : TitleKinds.Of(title);
        if (title.Length < 2 || kind.Type is not { } type || kind.Word is null && IsSigned(paper.Text, marked.Start))
        {
            return;
        }

        if (TitleKinds.IsBare(title))
        {
            return;
        }

        var own = paper.Kind == PaperKind.Official ? OwnTitles.Named(paper, inner) : null;
        var mention = new Mention
        {
            Span = marked,
            Type =
                own is null && !(kind.Word is null && IsPutInForce(paper.Text, marked.Start)) || own is not null && OwnTitles.IsList(own)
                    ? type
                    : EntityType.Policy,
            Name = own ?? paper.Source.Surface(inner),
            Rule = kind.Word is null ? "work.title-without-kind" : Rule,
            Confidence = kind.Word is null ? 0.75 : 0.97,
        };
        WorkProperties.Set(paper, mention, inner);
        paper.Mentions.Add(mention);
        AddCarryingOut(paper, marked, kind);
    }

    /// <summary>《某法》实施办法: the rules that carry out a law, which the marks leave out.</summary>
    private static void AddCarryingOut(Paper paper, TextSpan marked, TitleKind kind)
    {
        var rest = paper.Text.AsSpan(marked.End);
        foreach (var rules in kind.Word is "法" or "法典" or "条例" or "管理条例" ? CarryingOut : [])
        {
            if (rest.StartsWith(rules))
            {
                var span = new TextSpan(marked.Start, marked.End + rules.Length);
                var mention = new Mention
                {
                    Span = span,
                    Type = EntityType.Policy,
                    Name = paper.Source.Surface(span),
                    Rule = Rule,
                    Confidence = 0.9,
                };
                WorkProperties.Set(paper, mention, span);
                paper.Mentions.Add(mention);
            }
        }
    }
}
