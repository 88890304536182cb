using System.Buffers;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>在甲论坛上发布《X》, 甲大会发布了《X》, 《X》发布会: the event at which a paper came out.</summary>
internal sealed class ReleasedAtRule : IRelationRule
{
    private const int ObjectReach = 30;

    private const int PassiveReach = 60;

    private const int EventReach = 120;

    private static readonly WordSet HereWords = new([
        "会上",
        "现场",
        "活动上",
        "论坛上",
        "大会上",
        "仪式上",
        "会议期间",
        "大会期间",
        "论坛期间",
        "活动期间",
        "展会期间",
        "本届",
        "本次",
    ]);

    private static readonly string[] Elsewhere = ["日前", "近日", "此前", "去年", "曾", "已", "最新", "近期"];

    /// <summary>What an event is called at which the work in its name comes out; another is only on its theme (《甲标准》讨论会).</summary>
    private static readonly SearchValues<string> Launches = SearchValues.Create(["发布", "首发", "启动", "公布"], StringComparison.Ordinal);

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var trigger in passage.Of(Cue.Publish))
        {
            var works = passage.WorksAfter(trigger.Span.End, ObjectReach) ?? Subject(passage, trigger);
            var place = works is null ? null : Event(passage, trigger, works);
            if (works is null || place is null)
            {
                continue;
            }

            foreach (var work in works.Members)
            {
                var core = trigger.Span.Union(work.Span);
                sink.Add(
                    RelationType.ReleasedAt,
                    work.Entity,
                    place.Entity!,
                    place.Span.Start >= passage.Span.Start ? core.Union(place.Span) : core,
                    core,
                    "released.at",
                    0.88
                );
            }
        }

        Titled(passage, sink);
        foreach (var launch in passage.Named(EntityType.Event))
        {
            var works = passage.Between(launch.Span.Start, launch.Span.End).ContainsAny(Launches)
                ? passage.Within(launch).Where(static m => Kinds.Work.Has(m.Type))
                : [];
            foreach (var work in works)
            {
                sink.Add(RelationType.ReleasedAt, work.Entity!, launch.Entity!, launch.Span, launch.Span, "released.launch", 0.93);
            }
        }
    }

    /// <summary>在甲会上的报告: a talk whose title says where it was held.</summary>
    private static void Titled(Passage passage, RelationSink sink)
    {
        foreach (var talk in passage.Named(EntityType.Publication))
        {
            foreach (var held in passage.VenuesIn(talk))
            {
                sink.Add(RelationType.ReleasedAt, talk.Entity!, held.Entity!, talk.Span, held.Span, "released.title", 0.9);
            }
        }
    }

    /// <summary>《X》在会上发布, 《X》由甲院编写并在会上发布.</summary>
    private static Group? Subject(Passage passage, Trigger trigger)
    {
        var works = passage.Before(trigger.Span.Start, Kinds.Work, ObjectReach);
        works ??=
            passage.Before(trigger.Span.Start, Kinds.Work, PassiveReach) is { } passive
            && passage.EndsBefore(trigger.Span.Start, "并在会上")
                ? passive
                : null;
        return
            works is not null
            && (passage.Between(works.Span.End, trigger.Span.Start).IndexOf("由") < 0 || passage.EndsBefore(trigger.Span.Start, "并在会上"))
            ? works
            : null;
    }

    /// <summary>The event said with 在…上, or as the subject; else the one that 会上 means, or that the report is at.</summary>
    private static Mention? Event(Passage passage, Trigger trigger, Group works)
    {
        var events = passage
            .Named(EntityType.Event)
            .Where(m => m.Span.End <= trigger.Span.Start && trigger.Span.Start - m.Span.End <= EventReach)
            .ToList();
        return events.FindLast(m => Scenes.IsVenue(passage, m) || IsSubject(passage, m, trigger))
            ?? Here(passage, trigger, works, events.LastOrDefault());
    }

    /// <summary>甲大会还发布了: only adverbs between.</summary>
    private static bool IsSubject(Passage passage, Mention held, Trigger trigger)
    {
        var gap = passage.Between(held.Span.End, trigger.Span.Start);
        if (
            gap is "，" or "，正式" or "，对外" or "，集中"
            && passage.Of(Cue.Hold).Any(t => t.Span.End <= held.Span.Start && held.Span.Start - t.Span.End <= 1)
        )
        {
            // 甲市举行新闻发布会，发布《X》.
            return true;
        }

        return gap.Length <= 4 && !gap.ContainsAny("，、；：的后前《》");
    }

    /// <summary>
    /// 会上, 论坛现场: the event of this sentence or of the ones before. Without such a word the report's scene counts where somebody of it
    /// releases the paper.
    /// </summary>
    private static Mention? Here(Passage passage, Trigger trigger, Group works, Mention? named)
    {
        var start = Math.Min(works.Span.Start, trigger.Span.Start);
        var before = passage.Between(passage.Span.Start, start);
        if (
            before.ContainsAny(HereWords)
            || passage.EndsBefore(trigger.Span.Start, "在会上")
            || passage.EndsBefore(trigger.Span.Start, "在会上正式")
            || passage.EndsBefore(trigger.Span.Start, "在现场")
        )
        {
            return named ?? Scenes.Before(passage, start);
        }

        if (Scenes.Meant(passage, start) is { } meant)
        {
            return named ?? meant;
        }

        var isElsewhere = before.ContainsAny(Elsewhere) || passage.Between(trigger.Span.End, passage.Span.End).StartsWith("的");
        return
            isElsewhere || named is not null || passage.Actor(start, Kinds.Person) is not { } speaker || speaker.Members[0].Posts.Count == 0
            ? null
            : Scenes.Told(passage);
    }
}
