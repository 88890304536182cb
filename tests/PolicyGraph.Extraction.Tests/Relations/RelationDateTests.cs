using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Relations;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Tests.Relations;

public sealed class RelationDateTests
{
    [Theory]
    [InlineData("5月8日，[Event 2030海州大会]在[Place 海州市]开幕。", "5月8日", "2030-05-08", "2030-05-08")]
    [InlineData("[Event 2030海州大会]在[Place 海州市]开幕。", "2030", "2030", null)]
    [InlineData("[Event 海州大会]在[Place 海州市]开幕，到2035年扩建。", "2035年", "2035", null)]
    [InlineData("[Event 海州大会]日前在[Place 海州市]开幕。", "日前", null, null)]
    public void A_clause_dates_what_it_tells_but_a_name_does_not(string marked, string time, string? period, string? expected)
    {
        var paper = MarkedPaper.Read(marked);
        var start = paper.Text.IndexOf(time, StringComparison.Ordinal);
        paper.Times.Add(
            new TimeExpression
            {
                Span = new(start, start + time.Length),
                Period = period,
                Rule = "test",
            }
        );
        new RelationStage().Run(paper);
        var relation = Assert.Single(paper.Relations, r => r.Type == RelationType.HeldIn);
        Assert.Equal(expected, relation.Props.TryGetValue("date", out var date) ? date.Text : null);
    }
}
