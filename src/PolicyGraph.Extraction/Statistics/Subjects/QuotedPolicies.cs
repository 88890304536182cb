using PolicyGraph.Extraction.Linking;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>Targets that a sentence quotes from a policy (《甲规划》提出，到2030年…): they are about the place of that policy, whatever the article is about.</summary>
internal sealed class QuotedPolicies(Paper paper, MentionWindow window)
{
    private const int Reach = 4;
    private static readonly string[] Verbs = ["提出", "明确", "要求", "规定", "确定", "部署", "指出", "设定"];

    /// <summary>True where the sentence quotes a policy before the target; its place goes to <paramref name="place"/>: the one in its title, the whole country for a national body's, null where the record names neither.</summary>
    public bool IsTarget(Figure figure, out Entity? place)
    {
        place = null;
        if (figure.Kind != StatisticKind.Target)
        {
            return false;
        }

        foreach (var mention in window.Within(new(figure.Sentence.Span.Start, figure.Quantity.Span.Start)))
        {
            if (mention is not { Type: EntityType.Policy, Inside: false, Entity: { } policy } || !Speaks(mention.Span.End))
            {
                continue;
            }

            place = TitlePlaces.Named(paper, policy.Name);
            if (place is null && IsNational(policy))
            {
                place = TitlePlaces.Country(paper);
                return true;
            }

            return place is not null || TitlePlaces.IsLocal(policy.Name);
        }

        return false;
    }

    private bool Speaks(int end)
    {
        var after = paper.Text.AsSpan(end, Math.Min(Reach, paper.Text.Length - end));
        foreach (var verb in Verbs)
        {
            if (after.Contains(verb, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNational(Entity policy) =>
        paper.Relations.Exists(r => r.Type == RelationType.Issued && ReferenceEquals(r.To, policy) && r.From.Props.TryGetValue("level", out var level) && string.Equals(level.Text, "national", StringComparison.Ordinal));
}
