using System.Net;
using System.Text.RegularExpressions;
using PolicyGraph.Extraction.Reports;
using PolicyGraph.Extraction.Tests.Properties;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Tests.Reports;

public sealed partial class ReportTests
{
    private static readonly DocumentRecord Record = new Extractor().Extract(SamplePaper.Text, new DocumentHead());

    public static TheoryData<string, DocumentRecord, string> Unsound =>
        new()
        {
            { "no text", Record with { Text = null }, "the record has no text" },
            { "a mention moved", Record with { Text = " 。" + Record.Text }, "which is none of its mentions" },
            {
                "a mention from elsewhere",
                Record with
                {
                    Entities = [Record.Entities[0] with { Mentions = ["天外来客"], Spans = [] }],
                    Relations = [],
                    Statistics = [],
                },
                "the text does not have “天外来客”"
            },
            { "a quote changed", Record with { Relations = [Record.Relations[0] with { Evidence = "另一句" }] }, "is not what stands at" },
            {
                "a span past the end",
                Record with
                {
                    Statistics = [Record.Statistics[0] with { Span = new(1, 99999) }],
                },
                "is not what stands at"
            },
            { "an unknown entity", Record with { Relations = [Record.Relations[0] with { To = "e999" }] }, "there is no entity e999" },
        };

    [Fact]
    public void A_record_just_made_is_sound() => Assert.Empty(RecordVerifier.Problems(Record));

    [Theory]
    [MemberData(nameof(Unsound))]
    public void An_unsound_record_is_reported_with_its_problem(string name, DocumentRecord record, string problem) =>
        Assert.True(RecordVerifier.Problems(record).Any(p => p.Contains(problem, StringComparison.Ordinal)), name);

    [Fact]
    public void A_record_by_hand_is_checked_by_its_quotes()
    {
        var byHand = Record with
        {
            Relations = [Record.Relations[0] with { Span = null }],
            Entities = [.. Record.Entities.Select(e => e with { Spans = [] })],
        };
        Assert.Empty(RecordVerifier.Problems(byHand));
    }

    [Fact]
    public void The_page_holds_the_whole_text_and_every_kind_of_row()
    {
        var page = MarkedPage.Of(Record);
        var pre = page[(page.IndexOf("<pre>", StringComparison.Ordinal) + 5)..page.IndexOf("</pre>", StringComparison.Ordinal)];
        Assert.Equal(Record.Text, WebUtility.HtmlDecode(Tag().Replace(pre, "")));
        Assert.Contains("class=\"Policy", page, StringComparison.Ordinal);
        Assert.Contains("class=\"relation\"", page, StringComparison.Ordinal);
        Assert.Contains("class=\"statistic\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_cannot_become_markup()
    {
        var record = new Extractor().Extract(
            "《<script>alert(1)</script>办法》\n国务院发布\"><img src=x>",
            new DocumentHead { Title = "<b>" }
        );
        var page = MarkedPage.Of(record);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_explanation_has_each_line_and_under_it_its_rules()
    {
        var lines = Explanation.Of(Record).Split('\n');
        foreach (var line in SamplePaper.Text.Split('\n'))
        {
            Assert.Contains(line.TrimEnd(), lines);
        }

        Assert.Contains(
            lines,
            l => l.TrimStart().StartsWith("Policy", StringComparison.Ordinal) && l.Contains("policy.own-title", StringComparison.Ordinal)
        );
    }

    /// <summary>&lt;mark …&gt; and &lt;/mark&gt;; not an escaped sign.</summary>
    [GeneratedRegex("<[^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
