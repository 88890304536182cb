using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Lists of the best that somebody is on: 荣膺2031海州民营企业百强, 名列“福布斯最佳县级城市30强”第21位, 稳居自然指数榜首. A list has a name
/// of its own where marks hold it or a year begins it; 世界500强 by itself is a class of firms.
/// </summary>
internal static class Rankings
{
    private const int Longest = 32;
    private const int Shortest = 5;
    private const int RankReach = 10;
    private const string TopWord = "TOP";

    /// <summary>Papers and institutes that keep lists of firms.</summary>
    private static readonly string[] Makers = ["财富", "福布斯", "胡润"];

    private static readonly string[] Honours =
    [
        "名列",
        "位列",
        "荣膺",
        "荣获",
        "获评",
        "入选",
        "入围",
        "跻身",
        "上榜",
        "登上",
        "位居",
        "稳居",
        "蝉联",
        "进入",
        "入榜",
        "列入",
        "获得",
        "居",
        "列",
        "》",
    ];
    private static readonly string[] Members = ["县", "区", "市", "镇", "企业", "园区", "榜单", "榜", "城市", "品牌"];
    private static readonly string[] Ranks = ["第", "前", "榜首", "首位", "榜单", "全球榜首", "全国第", "排名", "排行"];
    private static readonly string[] Scopes = ["全球", "世界", "中国", "自然", "国际"];

    public static void Find(Paper paper)
    {
        var text = paper.Text;
        for (var at = text.IndexOf('强', StringComparison.Ordinal); at > 0; at = text.IndexOf('强', at + 1))
        {
            if (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '百' or '十')
            {
                Add(paper, Listed(text, at + 1));
            }
        }

        for (var at = text.IndexOf("指数", StringComparison.Ordinal); at > 0; at = text.IndexOf("指数", at + 2, StringComparison.Ordinal))
        {
            Add(paper, Index(text, at + 2));
        }

        for (var at = text.IndexOf(TopWord, StringComparison.Ordinal); at > 0; at = text.IndexOf(TopWord, at + 1, StringComparison.Ordinal))
        {
            Add(paper, Top(text, at));
        }

        for (
            var open = text.IndexOf("“20", StringComparison.Ordinal);
            open >= 0;
            open = text.IndexOf("“20", open + 1, StringComparison.Ordinal)
        )
        {
            Add(paper, Honoured(text, open));
        }
    }

    /// <summary>N强 with whom it ranks: in marks, or from the year that begins it behind a verb of honour or another such list.</summary>
    private static TextSpan Listed(string text, int end)
    {
        var member = text.AsSpan(end).WordAtStart(Members);
        end += member?.Length ?? 0;
        var from = Math.Max(0, end - Longest);
        var before = text.AsSpan(from, end - from);
        var stop = before.LastIndexOfAny("，。；：、“”《》（）".AsSpan());
        var start = from + stop + 1;
        if (stop >= 0 && before[stop] == '“' && end < text.Length && text[end] == '”')
        {
            return IsHonoured(text, start - 1) ? new(start, end) : default;
        }

        var best = end - (member?.Length ?? 0);
        if (Maker(text, start, best) is >= 0 and var maker)
        {
            return new(maker, best);
        }

        var year = Year(text, start, end);
        return year < 0 || !(IsHonoured(text, year) || text[year - 1] == '、' && text.AsSpan(0, year - 1).EndsWith("强"))
            ? default
            : new(year, end);
    }

    /// <summary>财富世界500强, 《财富》世界500强: where the paper that keeps the list is named; -1 where none is.</summary>
    private static int Maker(string text, int start, int end)
    {
        start = start > 0 && text[start - 1] == '》' && BookMarks.Open(text, start - 1) is >= 0 and var open ? open : start;
        foreach (var maker in Makers)
        {
            var at = text.IndexOf(maker, start, end - start, StringComparison.Ordinal);
            if (at >= 0)
            {
                return at > 0 && text[at - 1] == '《' ? at - 1 : at;
            }
        }

        return -1;
    }

    /// <summary>甲城获得“2031中国智慧城市TOP 20”称号: the best of a field, counted behind TOP, within marks.</summary>
    private static TextSpan Top(string text, int at)
    {
        var open = text.LastIndexOf('“', at, Math.Min(at, Longest));
        var end = at + TopWord.Length;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return
            open >= 0
            && end > at + TopWord.Length
            && end < text.Length
            && text[end] == '”'
            && !text.AsSpan(open, at - open).ContainsAny("，。；：”")
            ? new(open + 1, end)
            : default;
    }

    private static int Year(string text, int start, int end)
    {
        for (var at = Math.Max(1, start); at + 4 < end; at++)
        {
            if (text[at] == '2' && Editions.IsYear(text.AsSpan(at)))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>全球创新指数2031年排名升至, 稳居自然指数-科研城市全球榜首: an index of the world's that ranks.</summary>
    private static TextSpan Index(string text, int end)
    {
        var rest = text.AsSpan(end, Math.Min(RankReach + 4, text.Length - end));
        var rank = rest.IndexOfAny("。，；");
        var said = rank < 0 ? rest : rest[..rank];
        var ranked = said.IndexOf("排名") >= 0 || said.IndexOf("榜首") >= 0 || said.IndexOf("榜单") >= 0 || said.IndexOf("排行") >= 0;
        foreach (var scope in Scopes)
        {
            var start = text.LastIndexOf(scope, end - 1, Math.Min(end, Longest / 2), StringComparison.Ordinal);
            if (ranked && start >= 0 && !text.AsSpan(start, end - start).ContainsAny("，。；：、的“”《》"))
            {
                return new(start, end);
            }
        }

        return default;
    }

    /// <summary>
    /// 荣膺“2031十大创新企业”, 位居“2031年度最具吸引力城市”前十强: what a year begins within marks, behind a verb of honour or before a
    /// rank.
    /// </summary>
    private static TextSpan Honoured(string text, int open)
    {
        var close = text.IndexOf('”', open, Math.Min(Longest, text.Length - open));
        var name = close < 0 ? [] : text.AsSpan(open + 1, close - open - 1);
        var isBest =
            name.Contains("十大", StringComparison.Ordinal)
            || name.Contains("十佳", StringComparison.Ordinal)
            || name.Contains("百佳", StringComparison.Ordinal);
        return Editions.IsYear(name) && IsHonoured(text, open) && (isBest || text.AsSpan(close + 1).StartsWithAny(Ranks))
            ? new(open + 1, close)
            : default;
    }

    private static bool IsHonoured(string text, int at) => text.AsSpan(0, at).EndsWithAny(Honours);

    private static void Add(Paper paper, TextSpan name)
    {
        if (name.Length >= Shortest && !paper.Mentions.Exists(m => m.Type is EntityType.Publication && m.Span.Overlaps(name)))
        {
            paper.Mentions.Add(
                new Mention
                {
                    Span = name,
                    Type = EntityType.Publication,
                    Name = paper.Source.Surface(name),
                    Rule = "work.ranking",
                    Confidence = 0.8,
                }
            );
        }
    }
}
