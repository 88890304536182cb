namespace PolicyGraph.Extraction.Tests.Articles;

public sealed class ArticleSplitterTests
{
    public static TheoryData<string, string, string> Table => Cases.Read("Articles/articles.cases");

    [Theory]
    [MemberData(nameof(Table))]
    public void Articles_are_told_apart(string name, string lines, string expected)
    {
        var paper = Papers.Stages.UpToArticles(lines);
        var found = paper.Articles.Select(a =>
            string.Join(
                    " | ",
                    a.Title is { } title ? paper.Source.Surface(title) : "-",
                    string.Join(',', a.Authors),
                    a.Source,
                    a.Published,
                    paper.Source.Surface(new(a.Body.Start, Math.Min(a.Body.End, a.Body.Start + 7)))
                )
                .Replace("|  |", "| |", StringComparison.Ordinal)
                .Replace("|  |", "| |", StringComparison.Ordinal)
                .TrimEnd()
        );
        Assert.True(expected == string.Join('\n', found), $"{name}:\n{string.Join('\n', found)}");
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Articles_cover_the_text_and_hold_their_sentences(string name, string lines, string expected)
    {
        var paper = Papers.Stages.UpToArticles(lines);
        Assert.NotEmpty(expected);
        Assert.True(paper.Text == string.Concat(paper.Articles.Select(a => a.Span.Of(paper.Text))), name);
        Assert.All(paper.Sentences, s => Assert.True(paper.Articles[s.Article].Span.Contains(s.Span)));
    }
}
