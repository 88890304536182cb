using System.Text.Json;
using PolicyGraph.Api.Schema;
using PolicyGraph.Api.Tests.Support;
using PolicyGraph.Model;

namespace PolicyGraph.Api.Tests.Metrics;

/// <summary>Which indicators a name means: those that mean the same, else one that comes near, and what only looks so.</summary>
public sealed class IndicatorNamesTests
{
    private static readonly PolicyGraphSchema Api = PolicyGraphSchema.Load();

    [Theory]
    [InlineData("某产业产值", "某产业产值 另一产值", "某产业产值")]
    [InlineData("GDP", "国内生产总值 地区生产总值 国民生产总值", "国内生产总值 地区生产总值")]
    [InlineData("地区生产总值", "GDP 绿色GDP", "GDP")]
    [InlineData("人均GDP", "GDP 国内生产总值", "")]
    [InlineData("人均GDP", "人均地区生产总值 GDP", "人均地区生产总值")]
    [InlineData("PMI", "非制造业PMI 制造业PMI", "制造业PMI")]
    [InlineData("城镇化率", "户籍人口城镇化率 常住人口城镇化率", "常住人口城镇化率")]
    [InlineData("大数据发展水平总指数", "总指数 指数", "总指数")]
    [InlineData("大数据发展水平总指数", "水平总指数 总指数", "水平总指数")]
    [InlineData("总指数", "大数据发展水平总指数", "大数据发展水平总指数")]
    [InlineData("总指数", "大数据发展水平总指数 数字经济总指数", "")]
    [InlineData("大数据指数", "指数", "")]
    [InlineData("总收入", "总收入增长", "")]
    [InlineData("总收入", "人均总收入", "")]
    public async Task A_name_takes_the_indicators_that_mean_the_same(string asked, string there, string taken)
    {
        var metric = await AskAsync(asked, there.Split(' '));
        Assert.Equal(taken, string.Join(' ', metric.GetProperty("indicators").EnumerateArray()));
        var points = metric.GetProperty("series").EnumerateArray().Sum(series => series.GetProperty("points").GetArrayLength());
        Assert.Equal(taken.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, points);
    }

    [Fact]
    public async Task What_ends_alike_and_is_not_taken_is_told() =>
        Assert.Equal(
            "某某总指数 某某某总指数",
            string.Join(' ', (await AskAsync("总指数", ["某某某总指数", "某某总指数"])).GetProperty("near").EnumerateArray())
        );

    private static async Task<JsonElement> AskAsync(string asked, IReadOnlyList<string> there)
    {
        var statistics = there.Select(
            (name, i) =>
                new StatisticRecord
                {
                    Value = i,
                    Unit = "点",
                    Indicator = name,
                    Subject = "e1",
                    Period = "2020",
                    Evidence = $"{name}{i}点",
                }
        );
        var place = new EntityRecord
        {
            Id = "e1",
            Type = EntityType.Place,
            Name = "某省",
            Mentions = ["某省"],
        };
        await using var store = await TestStore.OpenAsync(
            Api,
            [
                new DocumentRecord
                {
                    Document = new DocumentHead { Title = "某文" },
                    Entities = [place],
                    Statistics = [.. statistics],
                    Text = "某省",
                },
            ]
        );
        return (
            await Api.CreateEngine(store.Graph)
                .DataAsync($"{{ metric(indicator: \"{asked}\") {{ indicators near series {{ points {{ value }} }} }} }}")
        ).GetProperty("metric");
    }
}
