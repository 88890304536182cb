using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.People;

/// <summary>Finds persons by what stands beside their names, then every other place where those names stand.</summary>
public sealed class PersonStage : IStage
{
    public void Run(Paper paper)
    {
        var found = new List<Mention>();
        ForeignNames.Find(paper, found);
        ChineseNames.Find(paper, found);
        found.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        RepeatedNames.Find(paper, found);
        paper.Mentions.AddRange(found);
    }

    internal static Mention Mention(Paper paper, TextSpan span, string rule, double confidence) => new()
    {
        Span = span, Type = EntityType.Person, Name = paper.Source.Surface(span), Rule = rule, Confidence = confidence,
    };
}
