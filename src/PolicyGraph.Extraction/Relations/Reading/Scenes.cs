using System.Buffers;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>The event that a report is at, where a sentence does not name it: 会上, 当天, 论坛由…主办, or just who spoke.</summary>
internal static partial class Scenes
{
    private const int SentencesBack = 30;

    private const int NearBack = 3;

    private const int LongestObject = 8;

    private const int VerbReach = 40;

    private const int HostReach = 12;

    private const int LongestSpeech = 12;

    private const int LongestOpening = 10;

    /// <summary>How much of an event's name a generic word for it repeats: 论坛, 大会, 博览会.</summary>
    private const int HeadWord = 2;

    private static readonly SearchValues<string> AtEvent = SearchValues.Create(
        ["会上", "会议上", "现场", "活动中", "活动上", "论坛上", "仪式上", "开幕式上", "会议期间", "活动期间", "峰会上", "展会期间"],
        StringComparison.Ordinal
    );

    private static readonly SearchValues<string> Once = SearchValues.Create(
        ["曾", "去年", "每年", "将", "拟", "此前", "以来", "成功举办", "先后", "还", "承办", "决定", "研究"],
        StringComparison.Ordinal
    );

    private static readonly SearchValues<string> Parts = SearchValues.Create(
        ["包括", "设置了", "分为", "设有", "分设", "涵盖"],
        StringComparison.Ordinal
    );

    private static readonly string[] Others = ["座谈会", "会见", "会谈", "调研", "接待", "签约仪式", "培训班", "发布会"];

    private static readonly string[] Times = ["期间", "前夕", "之前", "之后", "以来"];

    private static readonly string[] Venues = ["上", "期间", "现场", "开幕式", "闭幕式", "主论坛", "同期"];

    /// <summary>
    /// The last event before the passage that a generic word in it means (论坛 the last …论坛), else the last that the article said was
    /// held, or was the scene of something; else the last one named close by; else null.
    /// </summary>
    /// <param name="end">The generic word stands before this position.</param>
    public static Mention? Before(Passage passage, int end)
    {
        var (meant, scene, near) = Look(passage, end);
        return meant
            ?? scene
            ?? (
                near is null ? Ahead(passage)
                : IsOther(passage, near) ? null
                : near
            );
    }

    /// <summary>
    /// A picture's caption or a lead that is at an event (在开幕式上致辞) which one of the next sentences names first; null where none
    /// does.
    /// </summary>
    private static Mention? Ahead(Passage passage)
    {
        var isAt = passage.Between(passage.Span.Start, passage.Span.End).ContainsAny(AtEvent);
        for (
            var i = passage.Index + 1;
            isAt
                && i < passage.Reading.Passages.Count
                && i - passage.Index <= NearBack
                && passage.Reading.Passages[i] is var next
                && next.Sentence.Article == passage.Sentence.Article;
            i++
        )
        {
            if (next.Named(EntityType.Event).FirstOrDefault(m => !IsCited(next, m)) is { } held)
            {
                return held;
            }
        }

        return null;
    }

    /// <summary>本次座谈会由王某主持: another occasion than the event that the text only mentioned before.</summary>
    private static bool IsOther(Passage passage, Mention near)
    {
        var words = passage.Between(passage.Span.Start, passage.Span.End);
        var name = passage.Between(near.Span.Start, near.Span.End);
        foreach (var occasion in Others)
        {
            if (words.IndexOf(occasion) >= 0 && name.IndexOf(occasion) < 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The event told of before that a generic word of the passage means (本次论坛, 大会); null where the passage has no such word.
    /// </summary>
    public static Mention? Meant(Passage passage, int end) => Look(passage, end).Meant;

    /// <summary>The same, of a word between two positions of the passage (王某在论坛上表示).</summary>
    public static Mention? MeantBetween(Passage passage, int start, int end) => Look(passage, passage.Between(start, end)).Meant;

    /// <summary>
    /// What a verb has for its object where that is only the last word of an event's name (出席启动仪式, 参加本次活动): the nearest event
    /// whose name ends so; null where it is no such word.
    /// </summary>
    public static Mention? Object(Passage passage, int position)
    {
        var rest = passage.Between(position, passage.Span.End).TrimStart("了此本次届该当天日的");
        var stop = rest.IndexOfAny("，。；、！并和");
        var word = stop < 0 ? rest : rest[..stop];
        var passages = passage.Reading.Passages;
        for (
            var i = passage.Index;
            word.Length is >= HeadWord and <= LongestObject
                && i >= 0
                && passage.Index - i <= SentencesBack
                && passages[i].Sentence.Article == passage.Sentence.Article;
            i--
        )
        {
            if (EndsWith(passages[i], word, position) is { } meant && !IsCited(passages[i], meant))
            {
                return meant;
            }

            if (Called(passages[i], word, position) is { } called)
            {
                return called;
            }

            // 甲论坛在乙市召开，王某出席开幕式: the ceremony of the event that the sentence names.
            if (
                i == passage.Index
                && IsCeremony(word)
                && passage.Named(EntityType.Event).LastOrDefault(m => m.Span.End <= position && !IsParty(passage, m)) is { } whole
            )
            {
                return whole;
            }
        }

        return null;
    }

    private static bool IsCeremony(ReadOnlySpan<char> word) =>
        word is "开幕式" or "闭幕式" or "启动仪式" or "开幕仪式" or "颁奖仪式" or "揭牌仪式" or "签约仪式";

    /// <summary>
    /// 由甲大会主办, 甲论坛秘书长王某, 甲论坛介绍了: an event named as a body that hosts, employs or speaks, not as what the sentence is
    /// at.
    /// </summary>
    public static bool IsParty(Passage passage, Mention held) =>
        passage.Of(Cue.Speak).Any(t => t.Span.Start == held.Span.End)
        || passage.Between(held.Span.End, passage.Span.End)
            is ['支', '持', ..]
                or ['指', '导', ..]
                or ['提', '供', ..]
                or ['协', '办', ..]
                or ['组', '委', '会', ..]
                or ['执', '委', '会', ..]
                or ['秘', '书', '处', ..]
        || passage.EndsBefore(held.Span.Start, "由")
            && passage.Triggers.Exists(t =>
                t.Cue is Cue.Host or Cue.Organize or Cue.CoOrganize
                && t.Span.Start >= held.Span.End
                && t.Span.Start - held.Span.End <= HostReach
            )
        || passage.Lists(Kinds.Person).SelectMany(g => g.Members).SelectMany(m => m.Posts).Any(p => p.Body == held);

    /// <summary>甲揭牌仪式成功举行。…出席活动: the scene of a sentence that a word for its kind means.</summary>
    private static Mention? Called(Passage passage, ReadOnlySpan<char> word, int position)
    {
        foreach (var held in LastFirst(passage))
        {
            var name = passage.Between(held.Span.Start, held.Span.End);
            if (
                held.Span.End <= position
                && name.IndexOf(word) < 0
                && Kin.IsCalled(word, name)
                && IsScene(passage, held)
                && !IsPlanned(passage, held)
            )
            {
                return held;
            }
        }

        return null;
    }

    private static Mention? EndsWith(Passage passage, ReadOnlySpan<char> word, int position)
    {
        for (var i = passage.Mentions.Count - 1; i >= 0; i--)
        {
            var held = passage.Mentions[i];
            if (
                held.Type == EntityType.Event
                && held.Span.End <= position
                && passage.Between(held.Span.Start, held.Span.End).TrimEnd('”').EndsWith(word)
            )
            {
                return held;
            }
        }

        return null;
    }

    /// <summary>Where 会上，, 活动现场，, 在甲论坛开幕式上， with which a sentence opens ends; 0 where it opens otherwise.</summary>
    public static int OpeningEnd(Passage passage)
    {
        var named =
            passage.Mentions.Count > 0 && passage.Mentions[0].Type == EntityType.Event ? passage.Mentions[0].Span.End : passage.Span.Start;
        var comma = passage.Between(named, passage.Span.End).IndexOf('，');
        var words = comma is < 0 or > LongestOpening ? [] : passage.Between(passage.Span.Start, named + comma);
        var isOpening =
            words.EndsWith("期间")
            || words.EndsWith("现场")
            || words.EndsWith("上")
                && (
                    words.EndsWith("会上")
                    || words.ContainsAny(AtEvent)
                    || named > passage.Span.Start
                    || words.EndsWith("仪式上")
                    || words.EndsWith("活动上")
                    || words.EndsWith("论坛上")
                );
        return isOpening ? named + comma + 1 : 0;
    }

    /// <summary>The event of such an opening: the one named there, the nearest whose name ends as its word does, else the scene.</summary>
    public static Mention? Opening(Passage passage, int end) =>
        passage.Named(EntityType.Event).LastOrDefault(m => m.Span.End <= end && !IsCited(passage, m)) ?? Before(passage, end);

    /// <summary>True where the sentence says that it tells of something at an event: 会上, 活动现场, 本次论坛, 到会致辞.</summary>
    public static bool IsAt(Passage passage, Trigger trigger)
    {
        var before = passage.Between(passage.Span.Start, trigger.Span.Start);
        return passage.Named(EntityType.Event).Any(m => m.Span.End <= trigger.Span.Start && IsScene(passage, m))
            || before.ContainsAny(AtEvent)
            || passage.Of(Cue.Attend).Any(t => t.Span.Start < trigger.Span.Start)
            || Meant(passage, trigger.Span.Start) is not null;
    }

    /// <summary>The last event before the passage that the article told of as a scene; null where it told of none.</summary>
    public static Mention? Told(Passage passage) => Look(passage, passage.Span.Start).Scene;

    /// <summary>True where one of the last few sentences told of an event as a scene.</summary>
    public static bool IsJustTold(Passage passage) =>
        Told(passage) is { } held && held.Span.Start >= passage.Reading.Passages[Math.Max(0, passage.Index - NearBack)].Span.Start;

    /// <summary>True where something is said to have happened at the event: 在甲论坛上, 甲论坛期间.</summary>
    public static bool IsVenue(Passage passage, Mention held)
    {
        var rest = passage.Between(held.Span.End, passage.Span.End).TrimStart('”');
        foreach (var word in Venues)
        {
            if (rest.StartsWith(word))
            {
                return true;
            }
        }

        return (passage.EndsBefore(held.Span.Start, "在") || passage.EndsBefore(held.Span.Start, "作为"))
            && (rest.StartsWith("的") || rest.StartsWith("中"));
    }

    private static (Mention? Meant, Mention? Scene, Mention? Near) Look(Passage passage, int end) =>
        Look(passage, passage.Between(passage.Span.Start, end));

    private static (Mention? Meant, Mention? Scene, Mention? Near) Look(Passage passage, ReadOnlySpan<char> words)
    {
        Mention? near = null;
        Mention? planned = null;
        Mention? scene = null;
        var passages = passage.Reading.Passages;
        for (
            var i = passage.Index - 1;
            i >= 0 && passage.Index - i <= SentencesBack && passages[i].Sentence.Article == passage.Sentence.Article;
            i--
        )
        {
            // Most of the passages before name no event.
            if (!passages[i].NamesAnywhere(EntityType.Event))
            {
                continue;
            }

            foreach (var candidate in LastFirst(passages[i]))
            {
                if (
                    words.IndexOf(passage.Text.AsSpan(candidate.Span.End - HeadWord, HeadWord)) >= 0
                    || Kin.IsCalled(words, passage.Text.AsSpan(candidate.Span.Start, candidate.Span.Length))
                        && IsScene(passages[i], candidate)
                )
                {
                    if (!IsPlanned(passages[i], candidate))
                    {
                        return (candidate, scene, near);
                    }

                    planned ??= candidate;
                }

                scene ??= IsScene(passages[i], candidate) && !IsPlanned(passages[i], candidate) ? candidate : null;
                near ??= passage.Index - i <= NearBack ? candidate : null;
            }
        }

        return (planned, scene, near);
    }

    /// <summary>The events that a passage tells of as such, the last first; those inside other names before the others.</summary>
    private static IEnumerable<Mention> LastFirst(Passage passage)
    {
        for (var i = passage.Inner.Count + passage.Mentions.Count - 1; i >= 0; i--)
        {
            var held = i < passage.Mentions.Count ? passage.Mentions[i] : passage.Inner[i - passage.Mentions.Count];
            if (held.Type == EntityType.Event && !IsCited(passage, held) && !IsParty(passage, held))
            {
                yield return held;
            }
        }
    }
}
