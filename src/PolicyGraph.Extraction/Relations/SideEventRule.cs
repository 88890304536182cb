using System.Buffers;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>作为甲论坛的平行论坛之一，乙峰会…; 甲大会期间，举办乙论坛: an event within a larger one.</summary>
internal sealed class SideEventRule : IRelationRule
{
    private const int Reach = 40;

    // 大会设八场论坛，其中，甲论坛…: the event that has them may stand far before.
    private const int FarReach = 90;

    private const int LongestPart = 16;

    private static readonly SearchValues<string> Marks = SearchValues.Create(
        [
            "平行论坛",
            "分论坛",
            "配套活动",
            "系列活动",
            "重要活动",
            "重点活动",
            "子活动",
            "专题论坛",
            "专场",
            "板块",
            "期间",
            "组成部分",
            "主题活动",
            "之一",
            "框架下",
            "首次设立的",
            "设立的",
            "设置了",
            "设有",
            "分设",
            "包括",
        ],
        StringComparison.Ordinal
    );

    private static readonly string[] Settings =
    [
        "主要包括",
        "包括",
        "设置了",
        "分为",
        "分成",
        "设有",
        "分设",
        "设立了",
        "下设",
        "还设置了",
        "同期举办了",
        "同期举行了",
        "同期举办",
        "同期举行",
        "同步举办了",
        "同步举行",
        "同步开展",
        "同步举办",
        "配套举办了",
        "配套举办",
        "配套推出",
        "同期推出",
        "同时推出",
        "还举办了",
        "还举行了",
        "还将举办",
        "还将举行",
    ];

    private static readonly string[] Meanwhiles =
    [
        "同期举办",
        "同期举行",
        "同期举办了",
        "同期举行了",
        "同期召开",
        "同步举办",
        "同步举行",
        "同步开展",
        "同时举办",
        "配套举办",
        "配套举行",
        "还将举办",
        "还将举行",
    ];

    public void Read(Passage passage, RelationSink sink)
    {
        if (!passage.Names(EntityType.Event))
        {
            return;
        }

        Areas(passage, sink);
        Meanwhile(passage, sink);
        for (var i = 0; i + 1 < passage.Groups.Count; i++)
        {
            var (left, right) = (passage.Groups[i], passage.Groups[i + 1]);
            if (!left.IsOf(Kinds.Event) || !right.IsOf(Kinds.Event) || right.Span.Start - left.Span.End > FarReach)
            {
                continue;
            }

            var gap = passage.Between(left.Span.End, right.Span.Start);
            var isAmong = gap.TrimEnd('“').EndsWith("其中，") || gap.TrimEnd('“').EndsWith("其中");
            if (
                gap.Contains('。')
                || gap.Length > Reach && !isAmong
                || !(
                    isAmong
                    || IsPartBehind(passage, right, gap)
                    || gap is "“"
                    || gap.ContainsAny(Marks)
                    || IsProgramme(passage, right, gap)
                    || IsWithin(passage, right, gap)
                )
            )
            {
                continue;
            }

            var isUnitFirst = IsWithin(passage, right, gap) || gap.StartsWith("是") || gap.StartsWith("作为") || gap.StartsWith("，作为");
            var (units, whole) = isUnitFirst ? (left, right.Members[0]) : (right, left.Members[^1]);
            foreach (var unit in units.Members)
            {
                sink.Add(RelationType.PartOf, unit.Entity, whole.Entity, left.Span.Union(right.Span), unit.Span, "part.side-event", 0.88);
            }
        }
    }

    /// <summary>大会期间，乙论坛同步举行; 大会设置了乙论坛: the larger event by its generic word alone.</summary>
    private static void Meanwhile(Passage passage, RelationSink sink)
    {
        var first = passage.Lists(Kinds.Event).FirstOrDefault();
        if (first is null || Whole(passage, first) is not { } whole)
        {
            return;
        }

        foreach (var unit in Further(passage, first).SelectMany(g => g.Members))
        {
            var evidence = new TextSpan(passage.Span.Start, unit.Span.End);
            sink.Add(RelationType.PartOf, unit.Entity, whole.Entity!, evidence, unit.Span, "part.meanwhile", 0.82);
        }
    }

    /// <summary>同步举办甲论坛等会议；同步开展乙大赛: the first list and those that a like verb goes on with.</summary>
    private static IEnumerable<Group> Further(Passage passage, Group first)
    {
        yield return first;
        foreach (var next in passage.Lists(Kinds.Event).Where(g => g.Span.Start > first.Span.Start))
        {
            var gap = passage.Between(first.Span.End, next.Span.Start).TrimEnd('“');
            if (gap.Length > LongestPart + LongestPart || gap.Contains('。') || !gap.EndsWithAny(Settings))
            {
                yield break;
            }

            yield return first = next;
        }
    }

    /// <summary>
    /// 其间，将举办乙论坛, 同期举办丙大会: the event that the article told of; 论坛分为“乙会”和“丙会”两个板块: the one that the generic
    /// word means.
    /// </summary>
    private static Mention? Whole(Passage passage, Group first)
    {
        var words = passage.Between(passage.Span.Start, first.Span.Start);
        return words.StartsWith("其间")
            || words.StartsWith("同期")
            || words.StartsWith("期间")
            || words.StartsWith("同时举")
            || words.StartsWith("同时配套")
            || words.StartsWith("同时推出")
                ? Scenes.Told(passage) ?? passage.Reading.Before(passage, first.Span.Start, EntityType.Event, 2)
            : words.IndexOf("期间") >= 0 || passage.EndsBefore(passage.Span.Start + words.TrimEnd('“').Length, Settings)
                ? Scenes.Meant(passage, first.Span.Start)
            : null;
    }

    /// <summary>甲论坛在乙博览会期间举办: the first is held within the second.</summary>
    private static bool IsWithin(Passage passage, Group right, ReadOnlySpan<char> gap)
    {
        var rest = passage.Between(right.Span.End, passage.Span.End).TrimStart('”');
        return gap.TrimStart('”') is "在" or "于"
            && rest.StartsWith("期间")
            && (rest[2..].StartsWith("举") || rest[2..].StartsWith("召开"));
    }

    /// <summary>甲论坛是乙大会的重要组成部分: the first is within the second.</summary>
    private static bool IsPartBehind(Passage passage, Group right, ReadOnlySpan<char> gap) =>
        gap.Trim("“”") is "是" or "为" or "作为"
        && passage.Between(right.Span.End, right.Span.End + LongestPart).TrimStart('”') is ['的', ..] and var rest
        && rest.ContainsAny(Marks)
        && rest.IndexOf('，') is var stop
        && (stop < 0 || rest[..stop].ContainsAny(Marks));

    /// <summary>
    /// 甲展同期举办乙论坛; 甲大会举办了乙论坛、丙论坛等12场活动: what an event holds beside itself, or counted or left open, is its programme.
    /// </summary>
    private static bool IsProgramme(Passage passage, Group right, ReadOnlySpan<char> gap) =>
        gap.TrimStart('”').TrimEnd('“').EndsWithAny(Meanwhiles) && gap.Length <= LongestPart && gap.IndexOfAny('等', '；') < 0
        || (gap.IndexOf("举办") >= 0 || gap.IndexOf("举行") >= 0)
            && passage.Between(right.Members[^1].Span.End, passage.Span.End).TrimStart('”').StartsWith("等");

    /// <summary>A named area or section of an exhibition belongs to the event that the article told of before.</summary>
    private static void Areas(Passage passage, RelationSink sink)
    {
        Mention? named = null;
        foreach (var area in passage.Named(EntityType.Event))
        {
            if (!passage.EndsBefore(area.Span.End, "展区"))
            {
                named = area;
            }
            else if ((named ?? passage.Reading.Before(passage, area.Span.Start, EntityType.Event, 6)) is { } whole)
            {
                var evidence = whole.Span.Start >= passage.Span.Start ? whole.Span.Union(area.Span) : area.Span;
                sink.Add(RelationType.PartOf, area.Entity!, whole.Entity!, evidence, area.Span, "part.area", 0.8);
            }
        }
    }
}
