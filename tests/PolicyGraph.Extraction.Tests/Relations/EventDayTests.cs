using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Tests.Relations;

public sealed class EventDayTests
{
    [Theory]
    [InlineData("2020年10月20日至22日，海州渔业博览会在合肥市举行。", "海州渔业博览会", "2020-10-20", "2020-10-22")]
    [InlineData("2020年10月20日，为期三天的海州渔业博览会开幕。", "海州渔业博览会", "2020-10-20", "2020-10-22")]
    [InlineData("2020年10月22日，为期三天的海州渔业博览会落下帷幕。", "海州渔业博览会", "2020-10-20", "2020-10-22")]
    [InlineData(
        "海州渔业博览会在合肥市召开\n\n2020年10月20日下午，合肥市商务局发布了消息，介绍了有关情况。",
        "海州渔业博览会",
        "2020-10-20",
        null
    )]
    [InlineData("海州渔业博览会于2020年举行。", "海州渔业博览会", null, null)]
    public void An_event_bears_the_days_that_its_sentence_gives(string text, string name, string? start, string? end)
    {
        var record = new Extractor().Extract(text, new DocumentHead());
        var found = Assert.Single(record.Entities, e => e.Type == EntityType.Event && e.Name.EndsWith(name, StringComparison.Ordinal));
        Assert.Equal(start, found.Props.TryGetValue("start", out var first) ? first.Text : null);
        Assert.Equal(end, found.Props.TryGetValue("end", out var last) ? last.Text : null);
    }

    [Theory]
    [InlineData("4月30日，海州高新区启动了企业茶分工作。商务部副部长林知远等参加了启动仪式。", "海州高新区企业茶分工作启动仪式")]
    [InlineData("海州高新区建设加快。商务部副部长林知远等参加了启动仪式。", null)]
    public void A_launch_without_a_name_is_named_by_what_is_launched(string text, string? name)
    {
        var record = new Extractor().Extract(text, new DocumentHead());
        Assert.Equal(name, record.Entities.FirstOrDefault(e => e.Type == EntityType.Event)?.Name);
    }
}
