using System.Text.Json;

namespace PolicyGraph.Tests.Corpus;

/// <summary>What researchers ask of real papers, each one operation, with the names that a careful reader of them answers.</summary>
public sealed class CorpusQuestionsTests(CorpusService service) : IClassFixture<CorpusService>
{
    [CorpusTheory]
    [InlineData(
        """{ publication(name: "2021年浙江省人工智能产业发展报告") { issuedBy { nodes { name } } } }""",
        "浙江省发展规划研究院 中共浙江省委网络安全和信息化委员会办公室 浙江省发展和改革委员会 浙江省经济和信息化厅 浙江省科学技术厅")]
    [InlineData(
        """{ agency(name: "国务院") { issued { nodes { name } } } }""",
        "促进大数据发展行动纲要 关于促进国家高新技术产业开发区高质量发展的若干意见 知识产权强国建设纲要（2021—2035年）")]
    [InlineData(
        """{ policy(name: "江苏省“产业强链”三年行动计划（2021—2023年）") { responsibleAgencies { nodes { name } } } }""",
        "江苏省工业和信息化厅 中国银行保险监督管理委员会江苏监管局 江苏省财政厅")]
    [InlineData(
        """{ policy(name: "关于促进国家高新技术产业开发区高质量发展的若干意见") { basisFor { nodes { name pilotedBy { nodes { name } } } } } }""",
        "企业创新积分制 常州国家高新区")]
    [InlineData(
        """{ policy(name: "关于推动中关村首创产品市场应用的若干措施") { appliesTo { nodes { name } } releasedAt { nodes { name } } limits { nodes { value } } } }""",
        "中关村 2020中关村论坛重大成果发布会 2000000 1000000 500000 30 40 80")]
    [InlineData(
        """{ organization(name: "华为技术有限公司") { drafted { nodes { name } } } }""",
        "GB/T 38672-2020 GB/T 38673-2020 GB/T 38676-2020 GB/T 38633-2020 GB/T 38664.1-2020 GB/T 38664.2-2020 GB/T 38664.3-2020")]
    [InlineData(
        """{ person(name: "江小涓") { positions { edges { title node { name } } } } }""",
        "常委 全国人民代表大会 副主任委员 会长 中国行政管理学会 院长 清华大学公共管理学院")]
    [InlineData(
        """{ event(name: "2021年中国国际服务贸易交易会") { heldIn { edges { date } nodes { name } } } }""",
        "首钢园区 2021-09-02/2021-09-07")]
    [InlineData(
        """{ a: agency(name: "火炬中心") { name } b: agency(name: "科技部火炬中心") { name } }""",
        "科学技术部火炬高技术产业开发中心")]
    public async Task An_answer_names_what_the_papers_say(string query, string expected)
    {
        var response = await service.AskAsync(query);

        var said = Texts(response.GetProperty("data")).ToHashSet(StringComparer.Ordinal);
        Assert.All(expected.Replace("GB/T ", "GB/T\u00a0", StringComparison.Ordinal).Split(' '), name => Assert.Contains(name.Replace('\u00a0', ' '), said));
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Null => [],
        _ => [element.ToString()],
    };
}
