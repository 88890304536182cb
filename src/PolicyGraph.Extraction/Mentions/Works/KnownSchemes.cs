using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>Programmes, works and pilots of the state that every paper knows, whatever verb stands before them: 三北防护林工程, “宽带中国”战略.</summary>
internal static class KnownSchemes
{
    /// <summary>What makes another word of the last one: 工程师, 工程学院.</summary>
    private const string GoesOn = "师学院系专";

    public static void Find(Paper paper)
    {
        var hits = paper.Words[Table.KnownSchemes];
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i];
            var isBeginningOfNext = i + 1 < hits.Count && hits[i + 1].Start == hit.Start;
            var isPartOfWord = hit.End < paper.Text.Length && GoesOn.Contains(paper.Text[hit.End], StringComparison.Ordinal);
            if (!isBeginningOfNext && !isPartOfWord)
            {
                var span = new TextSpan(hit.Start, hit.End);
                paper.Mentions.Add(new Mention { Span = span, Type = EntityType.Policy, Name = paper.Source.Surface(span), Rule = "work.known-scheme", Confidence = 0.88 });
            }
        }
    }
}
