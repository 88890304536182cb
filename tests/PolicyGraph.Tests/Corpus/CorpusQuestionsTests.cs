using System.Text.Json;

namespace PolicyGraph.Tests.Corpus;

/// <summary>What researchers ask of real papers, each one operation, with what a careful reader of them answers.</summary>
public sealed class CorpusQuestionsTests(CorpusService service) : IClassFixture<CorpusService>
{
    [CorpusTheory]
    [InlineData(
        """{ publication(name: "2021年浙江省人工智能产业发展报告") { issuedBy { edges { date joint issuers node { name } } } releasedAt { nodes { heldIn { nodes { name } } } } } }""",
        "浙江省发展规划研究院 中共浙江省委网络安全和信息化委员会办公室 浙江省发展和改革委员会 浙江省经济和信息化厅 浙江省科学技术厅 2021-09-09 True 5 杭州市")]
    [InlineData(
        """{ policy(name: "江苏省“产业强链”三年行动计划（2021—2023年）") { period { label } responsibleAgencies { totalCount nodes { name } } } }""",
        "2021/2023 10 江苏省工业和信息化厅 江苏省发展和改革委员会 江苏省教育厅 江苏省科学技术厅 江苏省财政厅 江苏省商务厅 江苏省市场监督管理局 江苏省知识产权局 中国证券监督管理委员会江苏监管局 中国银行保险监督管理委员会江苏监管局")]
    [InlineData(
        """{ policy(name: "关于促进国家高新技术产业开发区高质量发展的若干意见") { basisFor { nodes { name pilotedBy { nodes { name } } } } } }""",
        "企业创新积分制 常州国家高新区")]
    [InlineData(
        """{ policy(name: "关于推动中关村首创产品市场应用的若干措施") { appliesTo { nodes { name } } releasedAt { nodes { name } } limits { nodes { value } } } }""",
        "中关村 2020中关村论坛重大成果发布会 2000000 1000000 500000 30 40 80")]
    [InlineData(
        """{ organizations(first: 3, where: {drafted: {some: {}}}, orderBy: [{drafted: {count: DESC}}, {name: ASC}]) { nodes { name drafted { totalCount } } } }""",
        "中国电子技术标准化研究院 全国信息技术标准化委员会大数据标准工作组 浪潮软件集团有限公司 12 8")]
    [InlineData(
        """{ organization(name: "华为技术有限公司") { drafted { nodes { name } } } }""",
        "GB/T 38672-2020 GB/T 38673-2020 GB/T 38676-2020 GB/T 38633-2020 GB/T 38664.1-2020 GB/T 38664.2-2020 GB/T 38664.3-2020")]
    [InlineData(
        """{ person(name: "江小涓") { positions { edges { title node { name } } } participatedIn { nodes { name partOf { nodes { name } } } } } }""",
        "常委 全国人民代表大会 副主任委员 全国人民代表大会社会建设委员会 会长 中国行政管理学会 院长 清华大学公共管理学院 全球5G科技合作论坛 2021世界5G大会")]
    [InlineData(
        """{ event(name: "2021年中国国际服务贸易交易会") { parts { nodes { name } } heldIn { edges { date node { name } } } } }""",
        "2021中国碳中和发展论坛 全球服务贸易峰会 全球生态可持续发展高峰论坛 2021-09-02/2021-09-07 北京市 国家会议中心 首钢园区")]
    [InlineData(
        """{ metric(indicator: "大数据发展水平总指数", subjects: ["广东省", "北京市", "江苏省"]) { indicators series { subject { name } points { value statistic { reportedBy { name } } } } } }""",
        "总指数 广东省 59.17 北京市 54.34 江苏省 49.73 中国大数据区域发展水平评估白皮书（2021年）")]
    [InlineData(
        """{ a: search(text: "火炬中心", first: 1) { nodes { name } } b: search(text: "科技部火炬中心", first: 1) { nodes { name } } c: search(text: "科學技術部火炬高技術產業開發中心", first: 1) { nodes { name } } d: agency(name: "火炬中心") { name } }""",
        "科学技术部火炬高技术产业开发中心")]
    public async Task A_whole_answer_is_what_the_papers_say(string query, string expected) =>
        Assert.Equal(Words(expected).Order(StringComparer.Ordinal), (await SaidAsync(query)).Order(StringComparer.Ordinal));

    [CorpusTheory]
    [InlineData(
        """{ agencies(first: 100, where: {issued: {some: {}}}, orderBy: [{issued: {count: DESC}}]) { nodes { name issued { edges { date joint node { name documentNumber } } } } } }""",
        "国务院 促进大数据发展行动纲要 关于促进国家高新技术产业开发区高质量发展的若干意见 知识产权强国建设纲要（2021—2035年） 国家市场监督管理总局 关于开展北斗基础产品认证工作的实施意见 中关村科技园区管理委员会 关于推动中关村首创产品市场应用的若干措施")]
    [InlineData(
        """{ policy(name: "江苏省“产业强链”三年行动计划（2021—2023年）") { targets { nodes { value period { label } } } } }""",
        "2021/2023 13 50 30 10 500 600 200")]
    [InlineData(
        """{ statistics(where: {subject: {name: {eq: "浙江省"}}, indicator: {contains: "人工智能"}}) { nodes { value unit period { label } reportedBy { name } } } }""",
        "269343000000 11.99 33741000000 14.84 721 239 2020 2021年浙江省人工智能产业发展报告")]
    [InlineData(
        """{ event(name: "第二十三届中国北京国际科技产业博览会") { statistics { nodes { value unit } } documents { nodes { findings { check agrees } } } } }""",
        "42 17848000000 35 17518650000 98.2 12 17 9 元 parts-and-total share-and-amounts True")]
    [InlineData(
        """{ documents(where: {publishedOn: {eq: "2021-11-15"}}) { nodes { relations(onlyHere: true, first: 1000) { nodes { relation from { name } to { name } } } } } }""",
        "PILOTS 常州国家高新区 企业创新积分制 RESPONSIBLE_FOR 江苏省工业和信息化厅")]
    [InlineData(
        """{ search(text: "高新区", first: 50) { nodes { type name } } }""",
        "Zone 常州国家高新区")]
    public async Task An_answer_names_what_the_papers_say(string query, string expected)
    {
        var said = await SaidAsync(query);
        Assert.All(Words(expected), name => Assert.Contains(name, said));
    }

    private async Task<HashSet<string>> SaidAsync(string query) => Texts((await service.AskAsync(query)).GetProperty("data")).ToHashSet(StringComparer.Ordinal);

    /// <summary>The expected values; the blank of a standard's number belongs to it.</summary>
    private static IEnumerable<string> Words(string expected) =>
        expected.Replace("GB/T ", "GB/T\u00a0", StringComparison.Ordinal).Split(' ').Select(name => name.Replace('\u00a0', ' '));

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Null => [],
        _ => [element.ToString()],
    };
}
