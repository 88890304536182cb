using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>由甲部主办、乙省承办的丙论坛, 甲市举办丙大会, 主办单位：甲会: who holds an event, each in its role.</summary>
internal sealed class OrganizedRule : IRelationRule
{
    private const int ObjectReach = 30;

    private const int SubjectReach = 24;

    /// <summary>How many sentences back a labelled list may stand from the name of its event.</summary>
    private const int LabelReach = 12;

    private const int MostLines = 40;

    // 和协办单位.
    private const int LongestLabel = 6;

    private static readonly string[] Openers = ["，", "由", "："];

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var trigger in passage.Of(Cue.Host, Cue.Organize, Cue.CoOrganize, Cue.Hold))
        {
            if (Labelled(passage, trigger) is { } listed)
            {
                foreach (var (line, group) in ListLines(passage, listed))
                {
                    ByLabel(passage, trigger, line, group, sink);
                }

                continue;
            }

            if (IsNoun(passage, trigger))
            {
                Named(passage, trigger, sink);
                continue;
            }

            var hosts = passage.Actor(trigger.Span.Start, Kinds.Body, SubjectReach);
            if (
                hosts is null
                || IsVisit(passage, hosts, trigger)
                || IsOfProject(passage.Between(hosts.Span.End, trigger.Span.Start))
                || Event(passage, trigger, hosts) is not { } held
            )
            {
                continue;
            }

            foreach (var host in Fellows(passage, hosts).SelectMany(g => g.Members))
            {
                var evidence = host.Span.Union(trigger.Span);
                evidence = held.Span.Start >= passage.Span.Start ? evidence.Union(held.Span) : evidence;
                var relation = sink.Add(
                    RelationType.Organized,
                    host.Entity,
                    held.Entity!,
                    evidence,
                    host.Span.Union(trigger.Span),
                    "organized.stated",
                    trigger.Cue == Cue.Hold ? 0.85 : 0.92
                );
                relation?.Props.TryAdd("role", Role(trigger.Cue));
            }
        }
    }

    private static bool IsNoun(Passage passage, Trigger trigger) =>
        trigger.Cue != Cue.Hold
        && (
            IsCoordinated(passage.Between(trigger.Span.End, passage.Span.End))
            || passage.EndsBefore(trigger.Span.End, "方")
            || passage.EndsBefore(trigger.Span.End, "单位")
            || passage.Between(trigger.Span.End, passage.Span.End) is ['方' or '者', ..] or ['单', '位', ..]
        );

    /// <summary>主办和协办单位, 主办、承办方.</summary>
    private static bool IsCoordinated(ReadOnlySpan<char> rest) =>
        rest is ['和' or '、' or '及' or '与' or '/', ..]
        && rest[1..Math.Min(rest.Length, LongestLabel)] is var other
        && other.IndexOf('办') == 1
        && other[2..] is ['单', '位', ..] or ['方', ..];

    /// <summary>甲会是乙论坛的承办方; 甲公司作为本次论坛的协办单位: who is said to be one.</summary>
    private static void Named(Passage passage, Trigger trigger, RelationSink sink)
    {
        var at = passage.EndsBefore(trigger.Span.Start, "的")
            ? passage.Between(passage.Span.Start, trigger.Span.Start).LastIndexOf('是') is var copula and >= 0
                ? copula
                : passage.Between(passage.Span.Start, trigger.Span.Start).LastIndexOf("作为")
            : -1;
        var position = passage.Span.Start + at;
        var hosts = at < 0 ? null : passage.Before(position, Kinds.Body, 2, passed: Kinds.None);
        var held = hosts is null
            ? null
            : passage.Named(EntityType.Event).LastOrDefault(m => m.Span.Start > position && m.Span.End < trigger.Span.Start)
                ?? Scenes.Before(passage, trigger.Span.Start);
        foreach (var host in held is null ? [] : hosts!.Members)
        {
            var evidence = host.Span.Union(trigger.Span);
            sink.Add(RelationType.Organized, host.Entity, held!.Entity!, evidence, evidence, "organized.named", 0.85)
                ?.Props.TryAdd("role", Role(trigger.Cue));
        }
    }

    /// <summary>
    /// The hosts' list and those that a comma parts from it (由甲局、乙局，丙园、丁会等单位承办), each a clause of nothing but bodies.
    /// </summary>
    private static IEnumerable<Group> Fellows(Passage passage, Group hosts)
    {
        yield return hosts;
        for (var i = passage.LastGroupBefore(hosts.Span.Start); i >= 0; i--)
        {
            var (group, next) = (passage.Groups[i], passage.Groups[i + 1]);
            var isClause = group.Span.Start == passage.Span.Start || passage.EndsBefore(group.Span.Start, Openers);
            if (passage.Between(group.Span.End, next.Span.Start) is not "，" || !isClause || !Kinds.Actor.Has(group.Members[^1].Type))
            {
                yield break;
            }

            yield return group;
        }
    }

    /// <summary>甲公司参加了同期举办的乙展: the clause's verb is another, who holds the event is not said.</summary>
    private static bool IsVisit(Passage passage, Group hosts, Trigger trigger) =>
        passage.Between(trigger.Span.End, passage.Span.End).StartsWith("的")
        && passage.Triggers.Any(t =>
            t.Cue is Cue.Attend or Cue.Exhibit && t.Span.Start >= hosts.Span.End && t.Span.End <= trigger.Span.Start
        );

    /// <summary>由甲公司承建的乙项目举行开工仪式: the body only makes what the ceremony is of.</summary>
    private static bool IsOfProject(ReadOnlySpan<char> gap) => gap.Contains('的') && (gap.EndsWith("项目") || gap.EndsWith("工程"));

    private static string Role(Cue cue) =>
        cue switch
        {
            Cue.Organize => "organizer",
            Cue.CoOrganize => "co_organizer",
            _ => "host",
        };

    /// <summary>主办单位：甲会, 承办：乙局: the list behind a label.</summary>
    private static Group? Labelled(Passage passage, Trigger trigger)
    {
        var rest = passage.Between(trigger.Span.End, passage.Span.End);
        var end = trigger.Span.End + (rest.StartsWith("单位") || rest.StartsWith("机构") ? 2 : 0);
        var isLabel = passage.EndsBefore(end, "单位") || passage.EndsBefore(end, "机构");
        return passage.Between(end, end + 1) is "：" || isLabel && passage.Between(end, end + 1) is "为" or "是"
            ? passage.After(end + 1, Kinds.Body, 2)
            : null;
    }

    /// <summary>The list itself and the lines after it that hold nothing but bodies.</summary>
    private static IEnumerable<(Passage Passage, Group Group)> ListLines(Passage passage, Group listed)
    {
        yield return (passage, listed);
        var isWhole = passage.Groups[^1].Span.End == passage.Span.End;
        for (
            var i = passage.FirstGroupFrom(listed.Span.End);
            isWhole
                && i < passage.Groups.Count
                && passage.Groups[i].Span.Start == passage.Groups[i - 1].Span.End
                && passage.Groups[i].IsOf(Kinds.Body);
            i++
        )
        {
            yield return (passage, passage.Groups[i]);
        }

        for (var i = passage.Index + 1; i < passage.Reading.Passages.Count && i - passage.Index < MostLines; i++)
        {
            var line = passage.Reading.Passages[i];
            if (
                line.Groups.Count == 0
                || line.Triggers.Count > 0
                || !line.Groups.TrueForAll(g => g.IsOf(Kinds.Body))
                || line.Groups.Sum(g => g.Span.Length) + line.Groups.Count < line.Span.Length
            )
            {
                yield break;
            }

            foreach (var group in line.Groups)
            {
                yield return (line, group);
            }
        }
    }

    private static void ByLabel(Passage passage, Trigger trigger, Passage line, Group hosts, RelationSink sink)
    {
        if (
            (
                passage.Reading.Before(passage, trigger.Span.Start, EntityType.Event, LabelReach)
                ?? passage.Reading.First(passage, EntityType.Event)
            )
            is not { } held
        )
        {
            return;
        }

        foreach (var host in hosts.Members.Where(m => m.Type != EntityType.Place))
        {
            var evidence = line == passage ? host.Span.Union(trigger.Span) : host.Span;
            sink.Add(RelationType.Organized, host.Entity, held.Entity!, evidence, evidence, "organized.label", 0.9)
                ?.Props.TryAdd("role", Role(trigger.Cue));
        }
    }

    private static Mention? Event(Passage passage, Trigger trigger, Group hosts)
    {
        var after = passage.After(trigger.Span.End, Kinds.Event, ObjectReach, Kinds.Body);
        if (after is not null)
        {
            return Framed(passage, after.Members[0].Head);
        }

        return trigger.Cue == Cue.Hold && !IsPassive(passage, trigger, hosts) ? null : Later(passage, trigger) ?? Earlier(passage, hosts);
    }

    /// <summary>主办的甲论坛“乙会议”: what stands in marks right behind an event is what is held, in the frame of the first.</summary>
    private static Mention Framed(Passage passage, Mention frame)
    {
        foreach (var held in passage.Named(EntityType.Event))
        {
            if (held.Span.Start > frame.Span.End && passage.Between(frame.Span.End, held.Span.Start) is "“" or "——“")
            {
                return held;
            }
        }

        return frame;
    }

    /// <summary>本次峰会由甲院指导，乙会与丙市共同举办，…: the verb ends its clause, and what it holds is the sentence's subject.</summary>
    private static bool IsPassive(Passage passage, Trigger trigger, Group hosts) =>
        passage.Between(trigger.Span.End, passage.Span.End) is [] or ['，' or '。' or '；', ..]
        && passage.Between(passage.Span.Start, hosts.Span.Start).Contains('由')
        && Scenes.Meant(passage, hosts.Span.Start) is not null;

    /// <summary>The event behind further roles: 由甲主办，乙承办的丙大会.</summary>
    private static Mention? Later(Passage passage, Trigger trigger)
    {
        foreach (var group in passage.Groups.Skip(passage.FirstGroupFrom(trigger.Span.End)))
        {
            var gap = passage.Between(trigger.Span.End, group.Span.Start);
            if (gap.ContainsAny("。；") || gap.Length > 100)
            {
                return null;
            }

            if (group.IsOf(Kinds.Event))
            {
                return gap.IndexOf("的") >= 0 && gap.IndexOf("办") >= 0 ? group.Members[0].Head : null;
            }
        }

        return null;
    }

    /// <summary>大会由甲部主办: the event before, in this sentence or the ones before it.</summary>
    private static Mention? Earlier(Passage passage, Group hosts)
    {
        var before = passage.Named(EntityType.Event).Where(m => m.Span.End <= hosts.Span.Start && !Scenes.IsParty(passage, m)).ToList();

        // 甲会是继乙会之后由丙部主办的又一次盛会: what is spoken of is the first.
        var here = before.Find(m => passage.Between(m.Span.End, passage.Span.End).TrimStart('”') is ['是', ..]) ?? before.LastOrDefault();
        return here ?? Scenes.Before(passage, hosts.Span.Start);
    }
}
