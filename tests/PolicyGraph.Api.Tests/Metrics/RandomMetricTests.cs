using System.Text.Json;
using PolicyGraph.Api.Schema;
using PolicyGraph.Api.Tests.Plain;
using PolicyGraph.Api.Tests.Support;

namespace PolicyGraph.Api.Tests.Metrics;

/// <summary>Metrics over random graphs are what the plain evaluation makes of every statistic in them.</summary>
public sealed class RandomMetricTests
{
    private const int Papers = 20;
    private const int Questions = 60;

    private const string Operation = """
        query($indicator: String!, $subjects: [String!], $unit: String, $kind: StatisticKind, $from: Date, $to: Date) {
          metric(indicator: $indicator, subjects: $subjects, unit: $unit, kind: $kind, from: $from, to: $to) {
            indicators unit
            series { subject { id } points { ...Point } targets { ...Point } growth { ...Point } comparison { target { ...Point } actual { ...Point } difference reached } }
            leftOut { statistic { id } } incomplete
          }
        }
        fragment Point on MetricPoint { period { label } value valueMax unit comparator kind measure statistic { id } }
        """;

    private static readonly PolicyGraphSchema Api = PolicyGraphSchema.Load();

    private static readonly string[] Indicators =
    [
        "总收入",
        "GDP",
        "地区生产总值",
        "国内生产总值",
        "产业规模",
        "规模",
        "人均GDP",
        "数字产业规模",
        "企业数",
        "全国企业数",
        "无此物",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_metric_is_what_its_statistics_say(int seed)
    {
        var papers = new RandomPapers(seed).Make(Papers);
        await using var store = await TestStore.OpenAsync(Api, papers);
        var (engine, plain, random) = (Api.CreateEngine(store.Graph), new PlainMetric(PlainBuilder.Build(papers)), new Random(seed));
        var told = 0;
        for (var i = 0; i < Questions; i++)
        {
            var question = Next(random);
            var variables = JsonSerializer.Serialize(question, JsonSerializerOptions.Web);
            var answer = (await engine.DataAsync(Operation, variables)).GetProperty("metric");
            var expected = JsonSerializer.SerializeToElement(plain.Answer(question));
            Assert.True(JsonElement.DeepEquals(expected, answer), $"{variables}\nexpected {expected}\nactual   {answer}");
            told += answer.GetProperty("series").GetArrayLength();
        }

        Assert.True(told > 2 * Questions, $"Only {told} series were found, so the questions proved little.");
    }

    private static MetricQuestion Next(Random random)
    {
        T? Maybe<T>(params T[] items)
            where T : class => random.Next(3) == 0 ? items[random.Next(items.Length)] : null;
        return new MetricQuestion(
            Indicators[random.Next(Indicators.Length)],
            Maybe<IReadOnlyList<string>>(["甲Place"], ["甲Agency", "乙Zone", "丙Place"], ["无此物"]),
            Maybe("元", "亿元", "家", "%"),
            Maybe("actual", "target"),
            Maybe("2019", "2020-06-30", "2022"),
            Maybe("2019-12-31", "2021")
        );
    }
}
