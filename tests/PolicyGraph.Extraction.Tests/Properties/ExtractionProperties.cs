using System.Diagnostics;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Tests.Properties;

public sealed class ExtractionProperties
{
    /// <summary>Random texts a run: a thousand, or as many as POLICYGRAPH_PROPERTY_CASES says (ten thousand in CI).</summary>
    private static readonly int Cases = int.TryParse(Environment.GetEnvironmentVariable("POLICYGRAPH_PROPERTY_CASES"), out var cases)
        ? cases
        : 1_000;

    private static readonly Extractor Extractor = new();

    [Fact]
    public void Whatever_the_text_every_span_gives_its_quote_again() =>
        Prop.ForAll(HostileText.Texts, text => Check(Extractor.Extract(text, new DocumentHead())))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithEndSize(120));

    [Fact]
    public void Every_cut_of_a_paper_can_be_read()
    {
        for (var end = 0; end <= SamplePaper.Text.Length; end += 7)
        {
            Assert.True(Check(Extractor.Extract(SamplePaper.Text[..end], new DocumentHead())));
            Assert.True(Check(Extractor.Extract(SamplePaper.Text[end..], new DocumentHead())));
        }
    }

    [Fact]
    public void The_same_text_gives_the_same_bytes()
    {
        var first = Json(SamplePaper.Text);
        Parallel.For(0, 16, _ => Assert.Equal(first, Json(SamplePaper.Text)));
    }

    [Theory]
    [InlineData("《")]
    [InlineData("（")]
    [InlineData("“")]
    [InlineData("9")]
    [InlineData("一")]
    [InlineData("、")]
    [InlineData("科技部")]
    [InlineData("\n")]
    [InlineData("关于")]
    [InlineData("国务院关于")]
    [InlineData("2021年")]
    [InlineData("海州市人民政府\n")]
    [InlineData("第一条")]
    [InlineData("论坛")]
    [InlineData("海州大学、")]
    [InlineData("王小明")]
    [InlineData("本计划")]
    [InlineData("《办法》")]
    [InlineData("印发《海州办法》")]
    [InlineData("海州市财政局2021年3月8日\n")]
    [InlineData("到2025年达到5亿元")]
    [InlineData("比上年增长5%，其中到2025年")]
    public void One_thing_over_and_over_takes_time_that_grows_with_the_text(string piece)
    {
        const int Length = 20_000;
        const int FewestRuns = 2;
        const int MostRuns = 20;
        var text = string.Concat(Enumerable.Repeat(piece, Length / piece.Length));
        var (once, fourTimes) = (TimeSpan.MaxValue, TimeSpan.MaxValue);

        // On a machine with other work the best of several runs counts: no number of runs makes a square a line.
        for (var run = 0; run < MostRuns && (run < FewestRuns || !IsLinear()); run++)
        {
            once = Best(once, text);
            fourTimes = Best(fourTimes, text + text + text + text);
        }

        Assert.True(IsLinear(), $"{Length} characters: {once.TotalMilliseconds} ms, four times as many: {fourTimes.TotalMilliseconds} ms.");

        // A page at most is read again for each figure of it: a second or two, on a busy machine more.
        Assert.InRange(once, TimeSpan.Zero, TimeSpan.FromSeconds(15));

        bool IsLinear() => fourTimes < (once * 9) + TimeSpan.FromMilliseconds(200);
    }

    private static TimeSpan Best(TimeSpan best, string text)
    {
        var start = Stopwatch.GetTimestamp();
        Extractor.Extract(text, new DocumentHead());
        var taken = Stopwatch.GetElapsedTime(start);
        return taken < best ? taken : best;
    }

    private static string Json(string text) =>
        JsonSerializer.Serialize(Extractor.Extract(text, new DocumentHead()), RecordJson.Compact.DocumentRecord);

    private static bool Check(DocumentRecord record)
    {
        var text = record.Text ?? throw new InvalidOperationException("A record carries its text.");
        var ids = record.Entities.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        return record.Entities.All(e => e.Name.Length > 0 && e.Spans.All(s => e.Mentions.Contains(Slice(s.Span), StringComparer.Ordinal)))
            && record.Relations.All(r =>
                ids.Contains(r.From)
                && ids.Contains(r.To)
                && r.Span is { } span
                && Slice(span) == r.Evidence
                && r.Evidence.Length is > 0 and <= 150
            )
            && record.Statistics.All(s => s.Span is { } span && Slice(span) == s.Evidence && s.Evidence.Length is > 0 and <= 150)
            && record.Articles.All(a => a.Span is { } span && span.Start >= 0 && span.End <= text.Length);

        string Slice(TextSpan span) => Squeezing.Squeeze(text.AsSpan(span.Start, span.Length));
    }
}
