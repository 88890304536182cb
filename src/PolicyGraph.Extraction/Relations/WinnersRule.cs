using System.Buffers;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>甲公司、乙公司获一等奖, 王某斩获冠军, told of a contest: who won a prize there took part in it.</summary>
internal sealed class WinnersRule : IRelationRule
{
    private const Kinds Winners = Kinds.Organization | Kinds.Person;

    /// <summary>分别斩获成长企业组和初创企业组大赛一等奖: the verb right behind the names, the prize in its clause.</summary>
    private const int LongestPrize = 30;

    private static readonly string[] Verbs =
    [
        "获得",
        "获",
        "荣获",
        "斩获",
        "夺得",
        "摘得",
        "勇夺",
        "喜获",
        "捧得",
        "分获",
        "分别获得",
        "分别获",
        "分别荣获",
        "分别斩获",
        "分别夺得",
        "分别摘得",
    ];

    private static readonly SearchValues<string> Prizes = SearchValues.Create(
        ["等奖", "金奖", "银奖", "铜奖", "优胜奖", "优秀奖", "特等奖", "冠军", "亚军", "季军", "桂冠"],
        StringComparison.Ordinal
    );

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var winners in passage.Lists(Winners))
        {
            if (HasWon(passage, winners) && Contest(passage, winners) is { } contest)
            {
                foreach (var winner in winners.Members.Where(m => Winners.Has(m.Type)))
                {
                    sink.Add(
                        RelationType.ParticipatedIn,
                        winner.Entity,
                        contest.Entity!,
                        winner.Span,
                        winner.Span,
                        "participated.won",
                        0.8
                    );
                }
            }
        }
    }

    private static bool HasWon(Passage passage, Group winners)
    {
        var rest = passage.Between(winners.Span.End, passage.Span.End);
        var verb = rest.WordAtStart(Verbs);
        var stop = rest.IndexOfAny("，。；");
        rest = stop < 0 ? rest : rest[..stop];
        return verb is not null && rest[verb.Length..Math.Min(rest.Length, LongestPrize)].ContainsAny(Prizes);
    }

    /// <summary>The contest that the sentence names before, else the one that the article tells of.</summary>
    private static Mention? Contest(Passage passage, Group winners) =>
        passage.Named(EntityType.Event).LastOrDefault(m => m.Span.End <= winners.Span.Start && IsContest(m))
        ?? (Scenes.Before(passage, winners.Span.Start) is { } told && IsContest(told) ? told : null);

    private static bool IsContest(Mention held) => held.Entity!.Name.Contains('赛', StringComparison.Ordinal);
}
