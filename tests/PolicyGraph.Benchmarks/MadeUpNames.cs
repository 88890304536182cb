namespace PolicyGraph.Benchmarks;

/// <summary>Names of policies and agencies as papers bear them, made up from a seed: a place, what it is about, of what kind.</summary>
internal sealed class MadeUpNames(int seed)
{
    private static readonly string[] Places =
        "江苏省 浙江省 广东省 四川省 湖北省 安徽省 山东省 河南省 南京市 杭州市 成都市 武汉市 合肥市 济南市 郑州市 广州市 青岛市 长沙市 厦门市 大连市".Split(
            ' '
        );
    private static readonly string[] Counties =
        "安宁 平山 清河 东城 西湖 南岸 北辰 永定 新华 长兴 海门 江阴 龙泉 石门 金坛 白云 青浦 凤城 云和 天台".Split(' ');
    private static readonly string[] Districts = "县 区 市 高新区 开发区".Split(' ');
    private static readonly string[] Verbs = "促进 支持 推动 加强 规范 深化".Split(' ');
    private static readonly string[] Themes =
        "人工智能 大数据 集成电路 生物医药 新能源汽车 现代农业 数字贸易 科技创新 绿色建筑 职业教育 养老服务 知识产权".Split(' ');
    private static readonly string[] Kinds =
        "高质量发展的若干意见 发展的实施方案 发展三年行动计划 工作的通知 管理办法 专项资金管理细则".Split(' ');
    private static readonly string[] Offices = "科学技术局 工业和信息化局 商务局 财政局 统计局 发展和改革委员会".Split(' ');

    private readonly Random _random = new(seed);

    /// <summary>So many different names, of which one in eight is an agency's.</summary>
    public IReadOnlyList<string> Make(int count)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (names.Count < count)
        {
            names.Add(
                names.Count % 8 == 0
                    ? Place() + Of(Offices) + $"第{_random.Next(1, 40)}处"
                    : $"{Place()}关于{Of(Verbs)}{Of(Themes)}{Of(Kinds)}（{_random.Next(2005, 2026)}年）"
            );
        }

        return [.. names];
    }

    private string Place() => Of(Places) + Of(Counties) + Of(Districts);

    private string Of(string[] words) => words[_random.Next(words.Length)];
}
