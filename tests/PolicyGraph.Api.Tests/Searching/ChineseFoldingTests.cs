using PolicyGraph.Api.Schema;
using PolicyGraph.Api.Searching;
using PolicyGraph.Api.Tests.Support;
using PolicyGraph.Model;

namespace PolicyGraph.Api.Tests.Searching;

/// <summary>What finds a name in Chinese: other characters of it, its initials; and what comes near and does not.</summary>
public sealed class ChineseFoldingTests
{
    private static readonly PolicyGraphSchema Api = PolicyGraphSchema.Load();

    [Theory]
    [InlineData("科學技術部", "科学技术部")]
    [InlineData("國務院發展研究中心", "国务院发展研究中心")]
    [InlineData("臺灣製造業協會後勤", "台湾制造业协会后勤")]
    [InlineData("已经简化", "已经简化")]
    [InlineData("ＡＢＣ　１", "abc 1")]
    public void A_character_stands_for_its_other_forms(string text, string folded) =>
        Assert.Equal(folded, string.Concat(text.Select(ChineseFolding.Instance.Fold)));

    [Theory]
    [InlineData("科学技术部", "kxjsb")]
    [InlineData("科學技術部", "kxjsb")]
    [InlineData("厦门市", "xms")]
    [InlineData("2021年5G大会", "2021n5gdh")]
    [InlineData("“产业强链”计划（2021—2023年）", "cyqljh20212023n")]
    [InlineData("GB/T 38672-2020", null)]
    [InlineData("——", null)]
    public void A_name_has_initials(string name, string? initials) => Assert.Equal(initials, ChineseFolding.Instance.Initials(name));

    [Theory]
    [InlineData("海州市商務局", "海州市商务局")]
    [InlineData("hzssw", "海州市商务局")]
    [InlineData("SWJ", "海州市商务局")]
    [InlineData("商", "海州市商务局")]
    [InlineData("海州市尚务局", "海州市商务局")]
    [InlineData("wj", null)]
    [InlineData("s", null)]
    [InlineData("發改委", null)]
    public async Task A_search_finds_a_name_by_them(string text, string? found)
    {
        var bureau = new EntityRecord
        {
            Id = "e1",
            Type = EntityType.Agency,
            Name = "海州市商务局",
            Mentions = ["商务局"],
        };
        var paper = new DocumentRecord
        {
            Document = new DocumentHead { Title = "某文" },
            Entities = [bureau],
            Text = "海州市商务局",
        };
        await using var store = await TestStore.OpenAsync(Api, [paper], ChineseFolding.Instance);
        var nodes = (await Api.CreateEngine(store.Graph).DataAsync($"{{ search(text: \"{text}\") {{ nodes {{ name }} }} }}"))
            .GetProperty("search")
            .GetProperty("nodes");
        Assert.Equal(found is null ? [] : [found], nodes.EnumerateArray().Select(node => node.GetProperty("name").GetString()));
    }
}
