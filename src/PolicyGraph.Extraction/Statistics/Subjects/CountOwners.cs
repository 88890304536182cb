using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// Counts whose noun tells whose they are, whoever the clause names: those who came are the event's, those who try a scheme out the
/// scheme's.
/// </summary>
internal sealed class CountOwners(Paper paper, ArticleFrames frames, MentionWindow window, CarriedSubject carried)
{
    private const int Words = 14;
    private static readonly string[] Attending =
    [
        "参会",
        "与会",
        "到会",
        "参展",
        "参赛",
        "出席",
        "参加会议",
        "参加了会议",
        "参加活动",
        "参加论坛",
        "参加了论坛",
        "参加大会",
        "参加了大会",
        "参加本次",
        "参加了本次",
        "参加此次",
        "参加了此次",
        "参加本届",
        "参加峰会",
        "参加年会",
        "参加开幕",
        "到场",
        "莅临",
        "观展",
        "齐聚",
        "汇聚",
        "云集",
    ];
    private static readonly string[] Triers =
    [
        "城市",
        "省",
        "地区",
        "市",
        "县",
        "区",
        "园区",
        "高新区",
        "国家高新区",
        "国家级高新区",
        "自贸试验区",
    ];

    /// <summary>The owner; null where the noun tells none.</summary>
    public Entity? Of(Figure figure) => Attended(figure) ?? Tried(figure);

    /// <summary>来自甲市等地的300人参会, 20家参展企业: the event's, where the article reports one.</summary>
    private Entity? Attended(Figure figure)
    {
        return Attends(paper.Text, figure)
            ? carried.Event ?? (frames[figure.Sentence.Article].Topic is { Type: EntityType.Event } topic ? topic : null)
            : null;
    }

    /// <summary>300人参会, 20家参展企业: who is counted came to an event.</summary>
    public static bool Attends(ReadOnlySpan<char> text, Figure figure)
    {
        var suffix = figure.IsCount ? text.Slice(figure.Suffix.Start, Math.Min(figure.Suffix.Length, Words * 2)) : default;
        foreach (var word in Attending)
        {
            if (suffix.IndexOf(word) is >= 0 and < Words)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>13家园区率先试点某制度, 在6个城市开展某试点: the scheme is what the count is about.</summary>
    private Entity? Tried(Figure figure)
    {
        var after = paper.Text.AsSpan(figure.Quantity.Span.End, Math.Max(0, figure.Clause.End - figure.Quantity.Span.End));
        if (!figure.IsCount || after.IndexOf("试点") < 0 || !StartsWithTrier(after))
        {
            return null;
        }

        foreach (var mention in window.Within(new(figure.Quantity.Span.End, figure.Clause.End)))
        {
            if (mention is { Type: EntityType.Policy, Entity: { } entity } && IsTried(mention, figure.Quantity.Span.End))
            {
                return entity;
            }
        }

        return null;
    }

    private bool IsTried(Mention policy, int floor) =>
        paper.Text.AsSpan(floor, policy.Span.Start - floor).EndsWith("试点")
        || paper.Text.AsSpan(policy.Span.Start, policy.Span.Length).TrimEnd('”').EndsWith("试点");

    private static bool StartsWithTrier(ReadOnlySpan<char> words) => words.StartsWithAny(Triers);
}
