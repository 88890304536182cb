using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Articles;

/// <summary>Tells the articles of a paper apart by their bylines, datelines and sources, each with the headings before it as its title.</summary>
public sealed class ArticleSplitter : IStage
{
    public void Run(Paper paper)
    {
        if (paper.Text.Length == 0)
        {
            return;
        }

        var starts = Starts(paper);
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : paper.Sentences.Count;
            paper.Articles.Add(Article(paper, starts[i], end));
            for (var s = starts[i]; s < end; s++)
            {
                paper.Sentences[s] = paper.Sentences[s] with { Article = i };
            }
        }
    }

    /// <summary>Indexes of the sentences that begin an article, the first always among them.</summary>
    private static List<int> Starts(Paper paper)
    {
        List<int> starts = [0];
        for (var i = 1; i < paper.Sentences.Count; i++)
        {
            var begins = LineStarts.IsByline(Of(paper, i)) ? TitleOf(paper, i) : EndsWithSource(paper, i - 1) ? i : -1;
            if (begins > starts[^1])
            {
                starts.Add(begins);
            }
        }

        return starts;
    }

    /// <summary>The first of the headings right before sentence <paramref name="index"/>.</summary>
    private static int TitleOf(Paper paper, int index)
    {
        while (index > 0 && paper.Sentences[index - 1].IsHeading && !LineStarts.IsItem(Of(paper, index - 1)) && !EndsWithSource(paper, index - 1))
        {
            index--;
        }

        return index;
    }

    private static bool EndsWithSource(Paper paper, int index) => LineShapes.EndsWithSource(Of(paper, index));

    private static Article Article(Paper paper, int first, int end)
    {
        var body = first;
        while (body < end - 1 && paper.Sentences[body].IsHeading)
        {
            body++;
        }

        var span = new TextSpan(paper.Sentences[first].Span.Start, paper.Sentences[end - 1].Span.End);
        return new()
        {
            Span = span,
            Body = new(paper.Sentences[body].Span.Start, span.End),
            Title = body > first ? paper.Sentences[first].Span : null,
        };
    }

    private static ReadOnlySpan<char> Of(Paper paper, int index)
    {
        var span = paper.Sentences[index].Span;
        return paper.Text.AsSpan(span.Start, span.Length);
    }
}
