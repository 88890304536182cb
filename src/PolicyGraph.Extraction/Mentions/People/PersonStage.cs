using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.People;

/// <summary>Finds persons by what stands beside their names, then every other place where those names stand.</summary>
public sealed class PersonStage : IStage
{
    private static readonly string[] Thoughts =
    [
        "新时代中国特色社会主义",
        "思想",
        "理论",
        "经济思想",
        "法治思想",
        "生态文明思想",
        "强军思想",
        "文化思想",
        "外交思想",
    ];

    public void Run(Paper paper)
    {
        var found = new List<Mention>();
        RosterNames.Find(paper, found);
        ForeignNames.Find(paper, found);
        ChineseNames.Find(paper, found);
        SpeakerLabels.Find(paper, found);
        SignedNames.Find(paper, found);
        OfficerLines.Find(paper, found);
        found.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        RepeatedNames.Find(paper, found);
        ListedNames.Find(paper, found);
        found.RemoveAll(name => IsOfThought(paper.Text.AsSpan(name.Span.End)));
        paper.Mentions.AddRange(found);
    }

    /// <summary>
    /// 某某思想, 某某理论, 某某新时代中国特色社会主义思想: a body of thought named after a person is no mention of the person.
    /// </summary>
    private static bool IsOfThought(ReadOnlySpan<char> rest) => rest.StartsWithAny(Thoughts);

    internal static Mention Mention(Paper paper, TextSpan span, string rule, double confidence) =>
        new()
        {
            Span = span,
            Type = EntityType.Person,
            Name = paper.Source.Surface(span),
            Rule = rule,
            Confidence = confidence,
        };
}
