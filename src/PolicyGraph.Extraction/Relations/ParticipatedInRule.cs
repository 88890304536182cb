using System.Buffers;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// 甲、乙出席丙论坛, 甲在丙大会上致辞, 甲公司参展: who took part in an event, said in the sentence or the ones before it.
/// </summary>
internal sealed class ParticipatedInRule : IRelationRule
{
    private const int LongestTalk = 8;

    private static readonly SearchValues<string> Talks = SearchValues.Create(
        ["讲话", "报告", "致辞", "发言", "演讲"],
        StringComparison.Ordinal
    );

    /// <summary>为获奖者颁奖: the words before the verb, else 颁奖 is a noun.</summary>
    private static readonly string[] Receivers = ["者", "单位", "企业", "队", "团队", "选手", "个人", "代表", "其", "集体", "项目", "手"];

    private static readonly SearchValues<string> Occasions = SearchValues.Create(
        ["发布会上", "采访", "专访", "调研", "考察", "走访", "视察", "通气会上", "吹风会上"],
        StringComparison.Ordinal
    );

    private const Kinds Visiting = Kinds.Actor | Kinds.Person | Kinds.Zone;

    private const int EventReach = 20;

    private const int LongestHost = 30;

    private static readonly string[] Holdings = ["举行的", "召开的", "举办的"];

    /// <summary>What nobody exhibits at.</summary>
    private static readonly string[] Conferences = ["发布会", "通气会", "吹风会", "座谈会", "记者会"];

    private static readonly string[] Fairs = ["展", "览会", "易会", "洽会", "博会", "交会", "谈会", "展会"];

    /// <summary>How many sentences back a fair may have been named that somebody shows at.</summary>
    private const int FairReach = 8;

    public void Read(Passage passage, RelationSink sink)
    {
        SaidAt(passage, sink);
        Opened(passage, sink);
        foreach (
            var trigger in passage.Of(
                Cue.Attend,
                Cue.Publish,
                Cue.Speak,
                Cue.Hold,
                Cue.Sign,
                Cue.Found,
                Cue.Exhibit,
                Cue.Invite,
                Cue.Present
            )
        )
        {
            if (IsCited(passage, trigger))
            {
                continue;
            }

            foreach (var visitors in Visitors.Of(passage, trigger))
            {
                foreach (var visited in Events(passage, trigger, visitors))
                {
                    Add(passage, trigger, visitors, visited, sink);
                }
            }
        }
    }

    private static void Add(Passage passage, Trigger trigger, Group visitors, Mention visited, RelationSink sink)
    {
        var (rule, confidence) = Certainty(trigger.Cue);
        foreach (var visitor in visitors.Members)
        {
            if (Visiting.Has(visitor.Type) && !IsHonour(passage, visitor) && !IsHost(passage, visitors, visited, trigger))
            {
                var evidence = visitor.Span.Union(trigger.Span);
                evidence = visited.Span.Start >= passage.Span.Start ? evidence.Union(visited.Span) : evidence;
                sink.Add(
                    RelationType.ParticipatedIn,
                    visitor.Entity,
                    visited.Entity!,
                    evidence,
                    visitor.Span.Union(trigger.Span),
                    rule,
                    confidence
                );
            }
        }
    }

    /// <summary>Who attends or shows is there; who speaks may comment from afar, and who signs may have signed elsewhere.</summary>
    private static (string Rule, double Confidence) Certainty(Cue cue) =>
        cue switch
        {
            Cue.Speak => ("participated.spoke", 0.62),
            Cue.Sign or Cue.Found => ("participated.signed", 0.55),
            Cue.Exhibit or Cue.Present => ("participated.shown", 0.82),
            _ => ("participated.stated", 0.9),
        };

    /// <summary>甲部召开发布会，介绍了…: who holds it is no guest of it for what is said there.</summary>
    private static bool IsHost(Passage passage, Group visitors, Mention visited, Trigger trigger) =>
        visitors.IsOf(Kinds.Actor)
        && visited.Span.End <= trigger.Span.Start
        && passage.Of(Cue.Hold).Any(t => t.Span.Start >= visitors.Span.End && t.Span.End <= visited.Span.Start);

    /// <summary>甲局局长王某在乙发布会上说, 王某在丙大会上的讲话.</summary>
    private static void SaidAt(Passage passage, RelationSink sink)
    {
        foreach (var held in passage.Named(EntityType.Event))
        {
            var venue = VenueStart(passage, held);
            if (
                venue > 0
                && Saying(passage.Between(held.Span.End, passage.Span.End))
                && passage.Before(venue, Kinds.Person, EventReach, commas: 0, passed: Kinds.None) is { Members.Count: 1 } speaker
            )
            {
                var evidence = speaker.Span.Union(held.Span);
                sink.Add(
                    RelationType.ParticipatedIn,
                    speaker.Members[0].Entity,
                    held.Entity!,
                    evidence,
                    evidence,
                    "participated.said",
                    0.85
                );
            }
        }
    }

    /// <summary>Where 在 stands before an event, or before what says who holds it (在甲部举行的发布会上说); 0 where it does not.</summary>
    private static int VenueStart(Passage passage, Mention held)
    {
        if (passage.EndsBefore(held.Span.Start, "在"))
        {
            return held.Span.Start;
        }

        var from = Math.Max(passage.Span.Start, held.Span.Start - LongestHost);
        var attribute = passage.EndsBefore(held.Span.Start, Holdings) ? passage.Between(from, held.Span.Start) : [];
        var at = attribute.LastIndexOf('在');
        return at >= 0 && !attribute[at..].ContainsAny("，。；：") ? from + at : 0;
    }

    /// <summary>上说, 开幕时表示, 上的重要讲话: one speaks or spoke there.</summary>
    private static bool Saying(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("上的"))
        {
            return rest[..Math.Min(rest.Length, LongestTalk)].ContainsAny(Talks);
        }

        rest =
            rest.StartsWith("开幕时") || rest.StartsWith("现场") || rest.StartsWith("期间") ? rest[(rest[0] == '开' ? 3 : 2)..]
            : rest.StartsWith("上") ? rest[1..]
            : [];
        return rest.StartsWith("说")
            || rest.StartsWith("表示")
            || rest.StartsWith("指出")
            || rest.StartsWith("介绍")
            || rest.StartsWith("强调")
            || rest.StartsWith("透露")
            || rest.StartsWith("致辞");
    }

    /// <summary>会上，王某…; 在签约仪式上，甲局局长李某…: who a sentence that opens at an event goes on with.</summary>
    private static void Opened(Passage passage, RelationSink sink)
    {
        var end = passage.Sentence.IsHeading ? 0 : Scenes.OpeningEnd(passage);
        var next = passage.FirstGroupFrom(end);
        if (
            end == 0
            || next >= passage.Groups.Count
            || passage.Groups[next].Span.Start > end
            || !passage.Groups[next].IsOf(Kinds.Actor | Kinds.Person)
        )
        {
            return;
        }

        var scene =
            passage.Groups[next].IsOf(Kinds.Person) || Acts(passage, passage.Groups[next].Members[^1].Span.End)
                ? Scenes.Opening(passage, end)
                : null;
        foreach (var visitor in scene is null ? [] : passage.Groups[next].Members.Where(m => Visiting.Has(m.Type)))
        {
            var evidence = new TextSpan(passage.Span.Start, visitor.Span.End);
            sink.Add(
                RelationType.ParticipatedIn,
                visitor.Entity,
                scene!.Entity!,
                evidence,
                visitor.Span,
                "participated.opened",
                visitor.Type == EntityType.Person ? 0.85 : 0.75
            );
        }
    }

    /// <summary>A body that does something there; one that is founded or praised there took no part.</summary>
    private static bool Acts(Passage passage, int position) =>
        passage
            .Of(Cue.Sign, Cue.Exhibit, Cue.Present, Cue.Speak, Cue.Attend)
            .Any(t =>
                t.Span.Start >= position
                && (
                    passage.Between(position, passage.Span.End).StartsWith("等")
                    || passage.Between(position, t.Span.Start).IndexOfAny('，', '的') < 0
                )
            );

    /// <summary>
    /// 贯彻某某重要讲话精神: a speech that is cited, wherever it was held; 新闻发言人 is a post, 发布会 an occasion, 颁奖典礼 a noun.
    /// </summary>
    private static bool IsCited(Passage passage, Trigger trigger) =>
        passage.EndsBefore(trigger.Span.End, "颁奖")
            && (
                !passage.EndsBefore(trigger.Span.Start, Receivers)
                || passage.Between(trigger.Span.End, passage.Span.End) is ['仪' or '典' or '大' or '活' or '礼', ..]
            )
        || trigger.Cue == Cue.Publish && passage.Between(trigger.Span.End, passage.Span.End).StartsWith("会")
        || passage.EndsBefore(trigger.Span.End, "发言") && passage.Between(trigger.Span.End, passage.Span.End).StartsWith("人")
        || passage.EndsBefore(trigger.Span.End, "讲话")
            && (passage.Between(trigger.Span.End, passage.Span.End).StartsWith("精神") || passage.EndsBefore(trigger.Span.Start, "重要"));

    /// <summary>All that a list behind the verb names (出席甲会、乙会等活动), else the one that is meant.</summary>
    private static IEnumerable<Mention> Events(Passage passage, Trigger trigger, Group visitors)
    {
        var listed =
            trigger.Cue is Cue.Attend or Cue.Exhibit or Cue.Hold && !HasOwnObject(passage, trigger)
                ? passage.After(trigger.Span.End, Kinds.Event, EventReach, Kinds.Body)
                : null;
        return listed is not null ? listed.Members.Select(m => m.Head)
            : Event(passage, trigger, visitors) is { } held ? [held]
            : [];
    }

    /// <summary>出席会议并参加甲仪式: the event behind is that of the second verb.</summary>
    private static bool HasOwnObject(Passage passage, Trigger trigger) =>
        trigger.Cue == Cue.Attend
        && passage.Between(trigger.Span.End, passage.Span.End).IndexOf('并') is var and
        && and is > 1 and <= LongestTalk
        && passage.Of(Cue.Attend).Any(t => t.Span.Start - trigger.Span.End - and is 0 or 1);

    private static Mention? Event(Passage passage, Trigger trigger, Group visitors)
    {
        var found = Visited(passage, trigger, visitors);
        return trigger.Cue != Cue.Exhibit || found is null || IsFair(found)
            ? found
            : passage.Reading.Before(passage, trigger.Span.Start, m => m.Type == EntityType.Event && IsFair(m), FairReach)
                ?? (found.Span.Of(passage.Text).EndsWithAny(Conferences) ? null : found);
    }

    /// <summary>What bodies show at, rather than at its forum or its press conference.</summary>
    private static bool IsFair(Mention held) => held.Entity!.Name.EndsWithAny(Fairs);

    private static Mention? Visited(Passage passage, Trigger trigger, Group visitors)
    {
        // 出席会议并讲话: both at what the first has for its object.
        foreach (var attend in passage.Of(Cue.Attend).Where(t => t.Span.Start >= visitors.Span.End && t.Span.End <= trigger.Span.End))
        {
            if (Scenes.Object(passage, attend.Span.End) is { } meant)
            {
                return meant;
            }
        }

        if (IsTask(passage, trigger))
        {
            return null;
        }

        var before = passage.Named(EntityType.Event).Where(m => m.Span.End <= trigger.Span.Start && !Scenes.IsCited(passage, m)).ToList();
        var named =
            before.FindLast(m =>
                Scenes.IsVenue(passage, m) && !(m != before[^1] && passage.Between(m.Span.End, passage.Span.End).StartsWith("期间"))
            ) ?? before.LastOrDefault();
        if (named is not null && Scenes.IsParty(passage, named))
        {
            named = Scenes.Before(passage, visitors.Span.Start) ?? named;
        }

        if (
            named is null
            && trigger.Cue == Cue.Speak
            && IsElsewhere(passage.Between(visitors.Span.End, trigger.Span.Start))
            && Scenes.Meant(passage, trigger.Span.Start) is null
        )
        {
            return null;
        }

        return named is not null || trigger.Cue == Cue.Hold || trigger.Cue != Cue.Attend && IsBareName(visitors) ? named
            : trigger.Cue == Cue.Speak
                ? Scenes.MeantBetween(passage, visitors.Span.End, trigger.Span.Start)
                    ?? (
                        Scenes.Told(passage) is { } scene
                        && !IsSession(passage, scene)
                        && (!IsFair(scene) || scene.Entity!.Name.EndsWithAny(Conferences) || Scenes.IsJustTold(passage))
                            ? scene
                            : null
                    )
            : Scenes.Before(passage, visitors.Span.Start);
    }

    /// <summary>参与标准制定, 参与服务保障: one takes part in work; what is a gathering has a word for it (参与大会).</summary>
    private static bool IsTask(Passage passage, Trigger trigger)
    {
        var rest = passage.Between(trigger.Span.End, passage.Span.End);
        var stop = rest.IndexOfAny("，。；、！");
        rest = stop < 0 ? rest : rest[..stop];
        return passage.Between(trigger.Span.Start, trigger.Span.End) is "参与" && !rest.IsEmpty && rest.IndexOfAny("会坛展赛式动") < 0;
    }

    /// <summary>中国科学院院士等, 省政协委员: who bears a body's title of honour is not sent by it.</summary>
    private static bool IsHonour(Passage passage, Phrase visitor) =>
        Kinds.Actor.Has(visitor.Type)
        && passage.Between(visitor.Span.End, passage.Span.End)
            is ['院', '士', ..]
                or ['成', '员', ..]
                or ['委', '员', ..]
                or ['议', '员', ..]
                or ['学', '生', ..]
                or ['学', '员', ..];

    /// <summary>王某在新闻发布会上介绍, 在甲地调研时表示: said on another occasion, which has no name.</summary>
    private static bool IsElsewhere(ReadOnlySpan<char> gap) => gap.ContainsAny(Occasions);

    /// <summary>Who speaks of a session (人大一次会议) in a later sentence comments on what it decided.</summary>
    private static bool IsSession(Passage passage, Mention scene) => passage.Text.AsSpan(0, scene.Span.End).EndsWith("次会议");

    /// <summary>A name without post in a later sentence is one who took part already; what he says needs no second proof.</summary>
    private static bool IsBareName(Group visitors) =>
        visitors.Members.Count == 1
        && visitors.Members[0].Type == EntityType.Person
        && visitors.Members.All(m => m.Posts.Count == 0 && m.Span == m.Head.Span);
}
