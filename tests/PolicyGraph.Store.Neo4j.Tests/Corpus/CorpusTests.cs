namespace PolicyGraph.Store.Neo4j.Tests.Corpus;

/// <summary>What researchers ask of real papers is answered by the graph on the server, byte for byte, as by the embedded one.</summary>
[Collection(ServerCollection.Name)]
public sealed class CorpusTests(CorpusStores stores) : IClassFixture<CorpusStores>
{
    [CorpusTheory]
    [InlineData(
        """{ publication(name: "2021年浙江省人工智能产业发展报告") { issuedBy { totalCount edges { cursor date joint issuers node { name } evidence { quote start document { title } article { title } } } } releasedAt { nodes { name heldIn { edges { date node { name } } } } } } }"""
    )]
    [InlineData(
        """{ agencies(where: {issued: {some: {}}}, orderBy: [{issued: {count: DESC}}, {name: ASC}]) { totalCount pageInfo { endCursor hasNextPage } nodes { name aliases issued { totalCount edges { date joint node { type name documentNumber } } } } } }"""
    )]
    [InlineData(
        """{ policy(name: "江苏省“产业强链”三年行动计划（2021—2023年）") { period { start end label } responsibleAgencies { nodes { name } } targets(orderBy: [{value: ASC}]) { nodes { indicator value unit comparator period { label } setBy { name } } } } }"""
    )]
    [InlineData(
        """{ policy(name: "关于促进国家高新技术产业开发区高质量发展的若干意见") { basisFor { nodes { name pilotedBy { edges { documentCount node { name } evidence { quote } } } } } } }"""
    )]
    [InlineData(
        """{ policy(name: "关于推动中关村首创产品市场应用的若干措施") { appliesTo { nodes { name } } releasedAt { nodes { name } } limits { nodes { indicator measure value unit comparator evidence { quote } } } } }"""
    )]
    [InlineData(
        """{ organizations(where: {drafted: {count: {gte: 1}}}, orderBy: [{drafted: {count: DESC}}]) { nodes { name drafted { totalCount nodes { ... on Standard { name } } } } } }"""
    )]
    [InlineData(
        """{ person(name: "江小涓") { positions { edges { title node { name } } } participatedIn { nodes { name partOf { nodes { name } } } } } }"""
    )]
    [InlineData(
        """{ event(name: "2021年中国国际服务贸易交易会") { startsOn endsOn parts { nodes { name } } heldIn { edges { date node { name } } } } }"""
    )]
    [InlineData(
        """{ statistics(where: {subject: {name: {eq: "浙江省"}}, indicator: {contains: "人工智能"}}, orderBy: [{indicator: ASC}, {measure: ASC}]) { totalCount nodes { id indicator measure value unit period { label } reportedBy { name } conflicts { value } } } }"""
    )]
    [InlineData(
        """{ metric(indicator: "大数据发展水平总指数", subjects: ["广东省", "北京市", "江苏省"]) { series { subject { name } points { value unit } } } statistics(where: {indicator: {contains: "指数"}}, orderBy: [{value: DESC}]) { nodes { indicator value unit subject { name } } } }"""
    )]
    [InlineData(
        """{ event(name: "第二十三届中国北京国际科技产业博览会") { statistics(orderBy: [{value: DESC}]) { totalCount nodes { indicator value unit evidence { quote start end } } } } }"""
    )]
    [InlineData(
        """{ path(from: "浙江省科学技术厅", to: "浙江省发展规划研究院", maxLength: 6) { length incomplete paths { nodes { name } steps { relation forward from { name } to { name } evidence { quote document { title } } } } } }"""
    )]
    [InlineData(
        """{ documents(where: {publishedOn: {eq: "2021-11-15"}}) { nodes { title relations(onlyHere: true, first: 100) { totalCount nodes { relation from { name } to { name } evidence { quote } } } mentions(where: {documentCount: {eq: 1}}) { totalCount nodes { name } } statistics(where: {documentCount: {eq: 1}}) { totalCount } } } }"""
    )]
    [InlineData(
        """{ search(text: "高新区") { totalCount edges { score node { __typename ... on Entity { name } } } } a: agency(name: "火炬中心") { id } b: agency(name: "科技部火炬中心") { id } c: agency(name: "科学技术部火炬高技术产业开发中心") { id name aliases } }"""
    )]
    [InlineData(
        """{ related(name: "国务院", first: 8) { relations documents entity { name } } search(text: "人工智能产叶") { nodes { ... on Entity { name } } } }"""
    )]
    public async Task Both_stores_answer_alike(string operation)
    {
        var (embedded, server) = await stores.AskAsync(operation);

        Assert.DoesNotContain("\"errors\"", embedded, StringComparison.Ordinal);
        Assert.True(embedded.Length > 100, embedded);
        Assert.Equal(embedded, server);
    }
}
