using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Tests.Mentions;

/// <summary>Runs a text through the stages that a mention stage builds on, and puts down what was found, one entity a line.</summary>
internal static class MentionCases
{
    /// <returns><c>Type name &lt;- surface; surface</c> in the order of first mention; <c>-</c> where nothing was found.</returns>
    public static string Found(string text, params IStage[] stages)
    {
        var paper = new Paper(new SourceText(text));
        IStage[] before = [new LineReader(), new SentenceSplitter(), new ArticleSplitter()];
        foreach (var stage in before.Concat(stages))
        {
            stage.Run(paper);
        }

        var rows = paper
            .Mentions.OrderBy(m => m.Span.Start)
            .ThenByDescending(m => m.Span.End)
            .GroupBy(m => (m.Type, m.Name))
            .Select(g =>
                $"{g.Key.Type} {g.Key.Name} <- {string.Join("; ", g.Select(m => paper.Source.Surface(m.Span)).Distinct(StringComparer.Ordinal))}"
            );
        return string.Join('\n', rows) is { Length: > 0 } found ? found : "-";
    }
}
