using System.Buffers;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>Those that a body chose or counts as pilots, of a scheme or a plan that was named before.</summary>
internal sealed partial class PilotsRule
{
    /// <summary>第一批试点 behind the name of what is tried out.</summary>
    private const int Tail = 6;

    private static readonly string[] Admitted = ["入选", "入围", "位列其中", "榜上有名", "在列", "上榜"];

    private static readonly SearchValues<string> Admissions = SearchValues.Create(
        ["纳入", "入选", "入围", "确定", "公布", "包括"],
        StringComparison.Ordinal
    );

    /// <summary>等5个城市率先开展试点.</summary>
    private const int LongestStart = 20;

    /// <summary>开展改革试点.</summary>
    private const int LongestTrial = 8;

    private static readonly SearchValues<string> Trials = SearchValues.Create(
        ["开展", "进行", "启动", "实施", "先行", "率先"],
        StringComparison.Ordinal
    );

    /// <summary>
    /// 第二批试点名单公布，甲、乙高新区等入选; 纳入此次试点范围的有综合类3个（甲、乙、丙）: those that a sentence on a pilot counts or
    /// chooses, of the pilot named last.
    /// </summary>
    private static void Chosen(Passage passage, RelationSink sink)
    {
        if (passage.Between(passage.Span.Start, passage.Span.End).IndexOf(Word) < 0 || LastScheme(passage) is not { } scheme)
        {
            return;
        }

        foreach (var group in passage.Lists(Pilots))
        {
            var rest = passage.Between(group.Span.End, passage.Span.End);
            if (
                IsAdmitted(rest)
                || rest.StartsWith("）")
                    && passage.EndsBefore(group.Span.Start, "个（")
                    && passage.Between(passage.Span.Start, group.Span.Start).IndexOfAny(Admissions) >= 0
            )
            {
                foreach (var pilot in group.Members.Where(IsPilot))
                {
                    sink.Add(RelationType.Pilots, pilot.Entity, scheme.Entity!, pilot.Span, pilot.Span, "pilots.chosen", 0.75);
                }
            }
        }
    }

    /// <summary>等入选, 等入选试点; what is chosen as something else (入选示范城市) is no pilot.</summary>
    private static bool IsAdmitted(ReadOnlySpan<char> rest)
    {
        rest = rest.WordAtStart(Admitted) is { } word ? rest[word.Length..] : "无";
        var stop = rest.IndexOfAny("，。；、（");
        var what = stop < 0 ? rest : rest[..stop];
        return what.IsEmpty || what.Length <= LongestTrial && what.IndexOf(Word) >= 0;
    }

    /// <summary>
    /// 根据这一方案，将选择甲园区、乙高新区等作为建设一流园区的试点, 开展X工程，选择甲市、乙市开展试点: those that a body chooses for what the
    /// paper named last lays down.
    /// </summary>
    private static void Selected(Passage passage, RelationSink sink)
    {
        var group = passage
            .Lists(Pilots)
            .FirstOrDefault(g => passage.EndsBefore(g.Span.Start, Choices) && IsAsPilot(passage.Between(g.Span.End, passage.Span.End)));
        if (
            group is null
            || passage.Groups.Exists(g => g.IsOf(Kinds.Policy) && g.Span.Start >= group.Span.End)
            || passage.Reading.Before(passage, group.Span.Start, m => m.Type == EntityType.Policy, NearBack) is not { Entity: { } scheme }
        )
        {
            return;
        }

        foreach (var pilot in group.Members.Where(IsPilot))
        {
            sink.Add(RelationType.Pilots, pilot.Entity, scheme, pilot.Span, pilot.Span, "pilots.selected", 0.75);
        }
    }

    /// <summary>等作为建设一流园区的试点和示范, 等地率先开展试点: no scheme is named between.</summary>
    private static bool IsAsPilot(ReadOnlySpan<char> rest)
    {
        var stop = rest.IndexOfAny("，。；");
        var clause = stop < 0 ? rest : rest[..stop];
        return clause.TrimStart('等') is var words
            && (words.StartsWith("作为") || words.StartsWith("为") || IsTriedOut(words))
            && clause.IndexOf(Word) > 0
            && !clause.Contains('“');
    }

    /// <summary>地区率先开展试点, 等5个城市部署开展改革试点工作: what is done at the sites that stand before.</summary>
    private static bool IsTriedOut(ReadOnlySpan<char> words)
    {
        var end = words.EndsWith("工作") ? words.Length - 2 : words.Length;
        var verb = words[..end].EndsWith(Word) && end <= LongestStart ? words[..end].IndexOfAny(Trials) : -1;
        return verb >= 0 && end - verb <= LongestTrial;
    }

    /// <summary>The pilot that the sentence, or one shortly before it, named last.</summary>
    private static Mention? LastScheme(Passage passage) =>
        passage.Reading.Before(
            passage,
            passage.Span.End,
            m =>
                m.Type == EntityType.Policy
                && m.Span.Of(passage.Text) is [not '《', ..] name
                && (
                    name.Contains(Word, StringComparison.Ordinal)
                    || passage
                        .Text.AsSpan(m.Span.End, Math.Min(Tail, passage.Text.Length - m.Span.End))
                        .Contains(Word, StringComparison.Ordinal)
                ),
            Back
        );
}
