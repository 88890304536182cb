using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>园区引进甲院、乙公司等企业, 区内甲、乙等企业, 甲、乙等企业入驻: the organizations that a zone has gathered.</summary>
internal sealed class GatheredRule : IRelationRule
{
    private const int SubjectReach = 40;

    private const int VerbReach = 14;

    private const int ZoneReach = 8;

    private static readonly string[] Insides = ["区内", "园内", "园区内", "辖区内", "基地内", "新区内"];

    private static readonly string[] Parks = ["园", "园区", "基地", "城", "谷", "港", "孵化器"];

    /// <summary>Words by which a text speaks of the zone that it is about.</summary>
    private static readonly string[] Anaphors =
    [
        "园区",
        "全区",
        "该区",
        "我区",
        "开发区",
        "高新区",
        "经开区",
        "新区",
        "产业园",
        "科技园",
        "孵化器",
        "基地",
        "该园",
        "本园",
        "区内",
        "园内",
    ];

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var list in passage.Lists(Kinds.Organization))
        {
            var before =
                passage.EndsBefore(list.Span.Start, Insides) || IsOneInside(passage, list) ? Zone(passage, list.Span.Start)
                : passage.Of(Cue.Gather).LastOrDefault(t => t.Span.End <= list.Span.Start) is { Span.IsEmpty: false } trigger
                && IsObject(passage, trigger, list)
                    ? Subject(passage, trigger)
                : null;
            foreach (var member in before is null ? [] : list.Members.Where(m => m.Type == EntityType.Organization))
            {
                sink.Add(
                    RelationType.LocatedIn,
                    member.Entity,
                    before!,
                    new(Math.Max(passage.Span.Start, list.Span.Start - VerbReach), member.Span.End),
                    member.Span,
                    "located.gathered",
                    0.8
                );
            }
        }
    }

    /// <summary>甲公司是区内龙头企业.</summary>
    private static bool IsOneInside(Passage passage, Group list)
    {
        var rest = passage.Between(list.Span.End, passage.Span.End).TrimStart("等作均都");
        return rest.Length > 2
            && rest[0] is '是' or '为'
            && (rest[1..].StartsWith("区内") || rest[1..].StartsWith("园区内") || rest[1..].StartsWith("园内"));
    }

    /// <summary>
    /// 集聚了（包括）甲、乙等: the list that the verb governs, perhaps behind what it sums up (引进企业百余家，包括甲、乙).
    /// </summary>
    private static bool IsObject(Passage passage, Trigger trigger, Group list)
    {
        var gap = passage.Between(trigger.Span.End, list.Span.Start);
        return gap.Length <= VerbReach
            && !gap.ContainsAny("。；：、与和")
            && (gap.IndexOf('，') < 0 || gap.EndsWith("包括") || gap.EndsWith("如"))
            && list.Members[^1].Span.End is var end
            && (
                list.Members.Count > 1
                || passage.Between(end, passage.Span.End).StartsWith("等")
                || end == passage.Span.End
                || "，。；、".Contains(passage.Text[end], StringComparison.Ordinal)
            );
    }

    /// <summary>The zone before the verb in the clause, or the one that the clause's own word for it means.</summary>
    private static Entity? Subject(Passage passage, Trigger trigger)
    {
        if (
            passage.Before(trigger.Span.Start, Kinds.Zone, SubjectReach, commas: 2, passed: Kinds.Place | Kinds.Work) is
            { Members.Count: 1 } named
        )
        {
            return named.Members[0].Entity;
        }

        var clause = passage.Between(passage.Span.Start, trigger.Span.Start);
        foreach (var word in Anaphors)
        {
            if (clause.IndexOf(word) >= 0)
            {
                return Zone(passage, trigger.Span.Start);
            }
        }

        return null;
    }

    /// <summary>The zone that 区内 or 园内 means: the last whose name ends so, else the last named.</summary>
    private static Entity? Zone(Passage passage, int position)
    {
        var isPark = passage.Between(passage.Span.Start, position).Contains('园');
        return (
            passage.Reading.Before(
                passage,
                position,
                m => m.Type == EntityType.Zone && IsPark(m.Span.Of(passage.Text)) == isPark,
                ZoneReach
            ) ?? passage.Reading.Before(passage, position, EntityType.Zone, ZoneReach)
        )?.Entity;
    }

    private static bool IsPark(string name) => name.EndsWithAny(Parks);
}
