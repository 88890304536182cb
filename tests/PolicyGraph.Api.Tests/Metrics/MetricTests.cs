using System.Text.Json;
using PolicyGraph.Api.Schema;
using PolicyGraph.Api.Tests.Support;
using PolicyGraph.Model;

namespace PolicyGraph.Api.Tests.Metrics;

public sealed class MetricTests
{
    private static readonly PolicyGraphSchema Api = PolicyGraphSchema.Load();

    [Theory]
    [InlineData("元", 120000000, "亿元", "1.2")]
    [InlineData("万元", 5, "元", "50000")]
    [InlineData("人", 30000, "万人", "3")]
    [InlineData("公里", 1.5, "米", "1500")]
    [InlineData("GW", 1, "千瓦", "1000000")]
    [InlineData("个", 7, "个", "7")]
    public async Task A_series_is_brought_to_the_unit_wanted(string unit, double value, string wanted, string result)
    {
        var series = await AskAsync(wanted, Statistic((decimal)value, unit));
        Assert.Equal(result, series.GetProperty("series")[0].GetProperty("points")[0].GetProperty("value").GetRawText());
    }

    [Theory]
    [InlineData("%", "个百分点")]
    [InlineData("个百分点", "%")]
    [InlineData("元", "美元")]
    [InlineData("家", "个")]
    public async Task What_cannot_be_brought_to_it_is_left_out_and_said(string unit, string wanted)
    {
        var metric = await AskAsync(wanted, Statistic(1, unit));
        Assert.Equal(0, metric.GetProperty("series").GetArrayLength());
        Assert.Contains(unit, metric.GetProperty("leftOut")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Comparator.Equal, 100, 120, "20", true)]
    [InlineData(Comparator.Greater, 100, 90, "-10", false)]
    [InlineData(Comparator.AtMost, 100, 90, "-10", true)]
    [InlineData(Comparator.AtMost, 100, 110, "10", false)]
    public async Task A_target_is_kept_by_its_comparator(Comparator comparator, int target, int actual, string difference, bool reached)
    {
        var metric = await AskAsync(
            "家",
            Statistic(target, "家") with
            {
                Kind = StatisticKind.Target,
                Comparator = comparator,
                Period = "2021/2023",
            },
            Statistic(actual, "家") with
            {
                Period = "2023",
            }
        );
        var comparison = metric.GetProperty("series")[0].GetProperty("comparison")[0];
        Assert.Equal(difference, comparison.GetProperty("difference").GetRawText());
        Assert.Equal(reached, comparison.GetProperty("reached").GetBoolean());
    }

    [Theory]
    [InlineData(10_000, false)]
    [InlineData(10_001, true)]
    public async Task A_metric_of_too_many_numbers_says_so(int count, bool isIncomplete)
    {
        var metric = await AskAsync("家", [.. Enumerable.Range(1, count).Select(value => Statistic(value, "家"))]);
        Assert.Equal(isIncomplete, metric.GetProperty("incomplete").GetBoolean());
        Assert.Equal(10_000, metric.GetProperty("series")[0].GetProperty("points").GetArrayLength());
    }

    [Fact]
    public async Task A_target_of_another_year_is_not_compared()
    {
        var metric = await AskAsync(
            "家",
            Statistic(1, "家") with
            {
                Kind = StatisticKind.Target,
                Period = "2025",
            },
            Statistic(2, "家") with
            {
                Period = "2023",
            }
        );
        Assert.Equal(0, metric.GetProperty("series")[0].GetProperty("comparison").GetArrayLength());
    }

    private static StatisticRecord Statistic(decimal value, string unit) =>
        new()
        {
            Value = value,
            Unit = unit,
            Indicator = "某数",
            Subject = "e1",
            Period = "2020",
            Evidence = $"某数{value}{unit}",
        };

    private static async Task<JsonElement> AskAsync(string unit, params StatisticRecord[] statistics)
    {
        var place = new EntityRecord
        {
            Id = "e1",
            Type = EntityType.Place,
            Name = "某省",
            Mentions = ["某省"],
        };
        var paper = new DocumentRecord
        {
            Document = new DocumentHead { Title = "某文" },
            Entities = [place],
            Statistics = statistics,
            Text = "某省",
        };
        await using var store = await TestStore.OpenAsync(Api, [paper]);
        var operation =
            $"{{ metric(indicator: \"某数\", subject: \"某省\", unit: \"{unit}\") {{ series {{ points {{ value }} comparison {{ difference reached }} }} leftOut {{ reason }} incomplete }} }}";
        return (await Api.CreateEngine(store.Graph).DataAsync(operation)).GetProperty("metric");
    }
}
