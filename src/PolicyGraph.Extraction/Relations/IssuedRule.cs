using System.Buffers;
using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// 甲部、乙部联合印发《X》; 《X》由甲部发布; 甲部的《X》: who gave out a paper. A press form; the signature of an official paper is read
/// with its head.
/// </summary>
internal sealed class IssuedRule : IRelationRule
{
    private const int ObjectReach = 18;

    private const int NearReach = 12;

    private const int PassiveReach = 24;

    private const int LongestLead = 18;

    /// <summary>Words by which a sentence goes on with what the one before told.</summary>
    private static readonly SearchValues<string> GoingOn = SearchValues.Create(
        ["又", "还", "随后", "随即", "再次", "同时", "同年", "此后"],
        StringComparison.Ordinal
    );

    private static readonly string[] Joins = ["联合", "会同", "携手", "协同", "商", "联合了"];

    /// <summary>Bodies that give out what they pass; others pass through something (通过《平台》发布).</summary>
    private static readonly string[] Assemblies = ["人大", "委员会", "常委会", "大会", "政协", "全国人大", "会议", "理事会"];

    private static readonly string[] Wishes =
    [
        "将",
        "要求",
        "拟",
        "鼓励",
        "支持",
        "推动",
        "加快",
        "抓紧",
        "尽快",
        "争取",
        "力争",
        "建议",
        "计划",
        "希望",
        "不得",
    ];

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var trigger in passage.Triggers)
        {
            if (trigger.Cue is Cue.Issue or Cue.Publish or Cue.Print)
            {
                ByVerb(passage, trigger, sink);
                Passed(passage, trigger, sink);
            }
        }

        foreach (var works in passage.Lists(Kinds.Work))
        {
            ByPossession(passage, works, sink);
        }
    }

    /// <summary>《X》经甲市人大常委会表决通过, 甲市人大常委会第五次会议通过《X》.</summary>
    private static void Passed(Passage passage, Trigger trigger, RelationSink sink)
    {
        var assembly = passage.EndsBefore(trigger.Span.End, "通过")
            ? passage.Before(trigger.Span.Start, Kinds.Agency, NearReach, passed: Kinds.None)
            : null;
        if (
            Session(passage, trigger, out var span) is { } session
            && (passage.WorksAfter(trigger.Span.End, ObjectReach) ?? Heard(passage, span)) is { } passed
        )
        {
            foreach (var work in passed.Members)
            {
                sink.Add(RelationType.Issued, session, work.Entity, trigger.Span.Union(work.Span), work.Span, "issued.session", 0.85)
                    ?.Date(passage.DateBefore(trigger.Span.Start));
            }
        }

        var works =
            assembly is not null
            && (passage.EndsBefore(assembly.Span.Start, "经") || passage.EndsBefore(assembly.Span.Start, "由"))
            && passage.EndsBefore(assembly.Members[^1].Span.End, Assemblies)
                ? passage.Before(assembly.Span.Start - 1, Kinds.Work, NearReach, commas: 1, passed: Kinds.None)
                : null;
        if (works is not null)
        {
            Add(passage, assembly!, works, trigger.Span, "issued.verb", sink);
        }
    }

    /// <summary>甲市人大常委会第五次会议表决通过《X》: the assembly whose session passes it.</summary>
    private static Entity? Session(Passage passage, Trigger trigger, out TextSpan span)
    {
        var session =
            passage.EndsBefore(trigger.Span.End, "通过") || passage.EndsBefore(trigger.Span.End, "通过了")
                ? passage
                    .Named(EntityType.Event)
                    .LastOrDefault(m => m.Span.End == trigger.Span.Start || IsDay(passage.Between(m.Span.End, trigger.Span.Start)))
                : null;
        span = session?.Span ?? trigger.Span;
        var assembly = session is null
            ? null
            : passage.Within(session).LastOrDefault(m => m.Type == EntityType.Agency && passage.EndsBefore(m.Span.End, Assemblies));
        var isStanding =
            assembly is not null && passage.Between(assembly.Span.End, passage.Span.End) is ['常', '委', ..] or ['常', '务', ..];
        return isStanding ? passage.Reading.Body(assembly!.Entity!.Name + "常务委员会") : assembly?.Entity;
    }

    private static bool IsDay(ReadOnlySpan<char> gap) => gap.Length is > 3 and < 7 && gap[^1] == '日' && gap.Contains('月');

    /// <summary>《X》3月1日经甲市人大常委会第五次会议通过: what stands before the session.</summary>
    private static Group? Heard(Passage passage, TextSpan session) =>
        !passage.EndsBefore(session.Start, "经") && !passage.EndsBefore(session.Start, "由")
            ? null
            : passage.Before(session.Start - 1, Kinds.Work, NearReach, commas: 1, passed: Kinds.None)
                ?? (
                    passage.MeantBefore(session.Start - 1) is { } meant
                        ? new() { Members = [new() { Head = meant, Span = session }], Span = session }
                        : null
                );

    private static void ByVerb(Passage passage, Trigger trigger, RelationSink sink)
    {
        var issuers = IsNoun(passage, trigger)
            ? null
            : passage.Agent(trigger, Kinds.Body | Kinds.Person)
                ?? passage.Subject(trigger.Span.Start, Kinds.Body)
                ?? Carried(passage, trigger);
        if (issuers is null)
        {
            return;
        }

        if (trigger.Span.Of(passage.Text) is "通过" && !passage.EndsBefore(issuers.Members[^1].Span.End, Assemblies))
        {
            return;
        }

        if (
            passage.EndsBefore(issuers.Members[^1].Span.End, "出版社")
            && passage.EndsBefore(trigger.Span.End, "出版")
            && passage.Before(issuers.Span.Start, Kinds.Publication, PassiveReach, commas: 1) is null
        )
        {
            // Rules and standards are their makers', whoever prints them.
            return;
        }

        var works = trigger.Cue == Cue.Print ? Printed(passage, trigger) : passage.WorksAfter(trigger.Span.End, ObjectReach);
        if (
            works is not null && (IsItself(passage, works) || IsListOf(passage, works) || IsProposed(passage, works, trigger))
            || IsWished(passage, issuers, trigger)
        )
        {
            return;
        }

        if (
            works is null
            && passage.EndsBefore(issuers.Span.Start, "由")
            && !passage.Between(issuers.Span.End, trigger.Span.Start).Contains('，')
            && !passage.Between(trigger.Span.Start, passage.Span.End).StartsWith("提出")
        )
        {
            works = passage.Before(issuers.Span.Start, Kinds.Work, PassiveReach, commas: 1);
        }

        if (works is not null)
        {
            Add(passage, issuers, works, trigger.Span, "issued.verb", sink);
        }
        else if (
            trigger.Cue == Cue.Issue
            && !passage.EndsBefore(trigger.Span.End, "提出")
            && passage.EndsBefore(issuers.Span.Start, "由")
            && EndsClause(passage, trigger.Span.End)
            && passage.MeantBefore(issuers.Span.Start - 1) is { } meant
        )
        {
            Add(
                passage,
                issuers,
                new() { Members = [new() { Head = meant, Span = issuers.Span }], Span = issuers.Span },
                trigger.Span,
                "issued.verb",
                sink
            );
        }
    }

    /// <summary>《X》的出台是…: the verb is what the sentence speaks of.</summary>
    private static bool IsNoun(Passage passage, Trigger trigger) =>
        passage.EndsBefore(trigger.Span.Start, "的")
        && trigger.Span.End < passage.Span.End
        && passage.Text[trigger.Span.End] is '是' or '将' or '为' or '对' or '标' or '，';

    /// <summary>甲部印发《X》。2031年1月又出台《Y》: a sentence that only goes on has the issuer of the one before.</summary>
    private static Group? Carried(Passage passage, Trigger trigger)
    {
        var before = passage.Between(passage.Span.Start, trigger.Span.Start);
        var previous =
            before.Length is > 0 and < LongestLead
            && passage.LastGroupBefore(trigger.Span.Start) < 0
            && before.IndexOfAny(GoingOn) >= 0
            && passage.Index > 0
                ? passage.Reading.Passages[passage.Index - 1]
                : null;
        return previous is null || previous.Sentence.Article != passage.Sentence.Article
            ? null
            : previous
                .Triggers.Where(t => t.Cue is Cue.Issue or Cue.Publish)
                .Select(t => previous.Agent(t, Kinds.Body))
                .FirstOrDefault(g => g is not null);
    }

    /// <summary>由甲部印发，, 由甲部印发实施: the verb has no object of its own.</summary>
    private static bool EndsClause(Passage passage, int end) =>
        end == passage.Span.End || "，。；、实并".Contains(passage.Text[end], StringComparison.Ordinal);

    /// <summary>发表王某署名文章：X: the author and a colon may stand before the title.</summary>
    private static Group? Printed(Passage passage, Trigger trigger)
    {
        var rest = passage.Between(trigger.Span.End, passage.Span.End);
        var colon = rest.IndexOf('：');
        return passage.After(trigger.Span.End, Kinds.Publication, ObjectReach, Kinds.Person)
            ?? (colon >= 0 && colon < ObjectReach ? passage.After(trigger.Span.End + colon + 1, Kinds.Publication, 1) : null);
    }

    /// <summary>
    /// 将出台, 要求…制定: nothing has been issued yet; what a meeting passes that a body holds is not yet issued by that.
    /// </summary>
    private static bool IsWished(Passage passage, Group issuers, Trigger trigger)
    {
        var gap = passage.Between(issuers.Span.End, trigger.Span.Start).ToString();
        return gap.Contains("召开", StringComparison.Ordinal) && passage.EndsBefore(trigger.Span.End, "通过") || gap.ContainsAny(Wishes);
    }

    /// <summary>制定本办法: a paper that speaks of its own making names its makers in its head.</summary>
    private static bool IsItself(Passage passage, Group works) =>
        passage.Text[works.Span.Start] is '本' or '该'
        || passage.EndsBefore(works.Span.Start, "本")
        || passage.EndsBefore(works.Span.Start, "该");

    /// <summary>公布首批X试点名单: who is in a scheme is made known, not the scheme.</summary>
    private static bool IsListOf(Passage passage, Group works) =>
        passage.Text[works.Span.End - 1] != '》' && passage.IsOnList(works.Span.End);

    /// <summary>GB/T 1由甲会提出并归口: to propose a standard is not to give it out.</summary>
    private static bool IsProposed(Passage passage, Group works, Trigger trigger) =>
        works.Members[0].Type == EntityType.Standard && passage.Between(trigger.Span.Start, trigger.Span.End).EndsWith("提出");

    /// <summary>国务院《X》: a body's name right before the marks of a title.</summary>
    private static void ByPossession(Passage passage, Group works, RelationSink sink)
    {
        var last = passage.LastGroupBefore(works.Span.Start);
        if (
            last >= 0
            && passage.Text[works.Span.Start] == '《'
            && passage.Groups[last].IsOf(Kinds.Actor)
            && passage.Between(passage.Groups[last].Span.End, works.Span.Start) is "" or "的"
        )
        {
            Add(passage, passage.Groups[last], works, works.Span, "issued.possession", sink);
        }
    }

    private static void Add(Passage passage, Group issuers, Group works, TextSpan core, string rule, RelationSink sink)
    {
        var others = Joined(passage, issuers);
        var all = Issuers(others).Concat(Issuers(issuers)).Distinct().ToList();
        var start = Math.Min(others?.Span.Start ?? issuers.Span.Start, works.Span.Start);
        var end = Math.Max(works.Span.End, core.End);
        var joint = all.Count > 1 || issuers.Count > 1 || passage.Between(issuers.Span.End, core.End).IndexOf("联合") >= 0;
        var count = Math.Max(issuers.Count ?? 0, all.Count);
        foreach (var work in works.Members.Where(w => w.Head.Rule is not KnownSchemes.Treaty))
        {
            foreach (var issuer in all)
            {
                var evidence = new TextSpan(start, works.Span.Start < issuers.Span.Start ? end : Math.Max(work.Span.End, core.End));
                var relation = sink.Add(
                    RelationType.Issued,
                    issuer,
                    work.Entity,
                    evidence,
                    core.Union(work.Span),
                    rule,
                    rule == "issued.verb" ? 0.92 : 0.8
                );
                if (relation is not null)
                {
                    Describe(relation, passage.DateBefore(core.Start), joint, count);
                }
            }
        }
    }

    private static void Describe(Relation relation, string? date, bool joint, int count)
    {
        relation.Date(date);
        if (joint)
        {
            relation.Props.TryAdd("joint", true);
            if (count > 1)
            {
                relation.Props.TryAdd("issuers", count);
            }
        }
    }

    /// <summary>The list that a 联合 or 会同 with words around it ties to the issuers: 甲部近日会同乙部、丙部印发.</summary>
    private static Group? Joined(Passage passage, Group issuers) =>
        passage.EndsBefore(issuers.Span.Start, Joins) ? passage.Actor(issuers.Span.Start - 1, Kinds.Body) : null;

    /// <summary>A person stands for the bodies of the posts: 主任王某发布了《X》.</summary>
    private static IEnumerable<Entity> Issuers(Group? group) =>
        group is null
            ? []
            : group.Members.SelectMany(m =>
                m.Type == EntityType.Person ? m.Posts.Where(p => Kinds.Actor.Has(p.Body.Type)).Select(p => p.Body.Entity!) : [m.Entity]
            );
}
