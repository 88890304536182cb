using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Tests.Papers;

/// <summary>Runs the first stages alone.</summary>
internal static class Stages
{
    public static Paper UpToArticles(string lines)
    {
        var paper = new Paper(new SourceText(lines));
        foreach (
            var stage in new IStage[]
            {
                new LineReader(),
                new SentenceSplitter(),
                new HeadStage(),
                new ArticleSplitter(),
                new NewsHeadStage(),
            }
        )
        {
            stage.Run(paper);
        }

        return paper;
    }
}
