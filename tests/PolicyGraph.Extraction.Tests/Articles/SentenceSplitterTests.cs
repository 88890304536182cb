using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Tests.Articles;

public sealed class SentenceSplitterTests
{
    public static TheoryData<string, string, string> Table => Cases.Read("Articles/sentences.cases");

    [Theory]
    [MemberData(nameof(Table))]
    public void Sentences_are_cut_as_a_reader_would(string name, string lines, string expected)
    {
        var paper = Read(lines);
        var found = paper.Sentences.Select(s => (s.IsHeading ? "H " : "- ") + s.Span.Of(paper.Text));
        Assert.True(expected == string.Join('\n', found), $"{name}:\n{string.Join('\n', found)}");
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Sentences_cover_the_text_without_overlap(string name, string lines, string expected)
    {
        var paper = Read(lines);
        Assert.NotEmpty(expected);
        Assert.True(paper.Text == string.Concat(paper.Sentences.Select(s => s.Span.Of(paper.Text))), name);
    }

    private static Paper Read(string lines)
    {
        var paper = new Paper(new SourceText(lines));
        new LineReader().Run(paper);
        new SentenceSplitter().Run(paper);
        return paper;
    }
}
