using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.Bodies;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Extraction.Tests.Mentions;

namespace PolicyGraph.Extraction.Tests.Linking;

/// <summary>A name that only ever stands inside another's is kept where it is the parent of that unit, and dropped else.</summary>
public sealed class InnerNamesTests
{
    [Theory]
    [InlineData("本标准由应急管理部青江消防研究所起草。", "Agency 应急管理部 <- 应急管理部")]
    [InlineData("成果由工业和信息化部青江研究院发布。", "Agency 工业和信息化部 <- 工业和信息化部")]
    [InlineData("三个项目列入工信部青江智造专项计划。", "Agency 工业和信息化部 <- 工信部")]
    [InlineData("记者走进芜湖经开区远麓产业园。", "Zone 芜湖经济技术开发区 <- 芜湖经开区")]
    [InlineData("记者走进远麓经开区柳岬产业园。", "Zone 远麓经开区 <- 远麓经开区")]
    public void The_whole_that_a_name_begins_with_is_kept(string text, string expected) =>
        Assert.Contains(expected, Found(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("记者走进柳岬产业园。", "Zone 柳岬\n")]
    [InlineData("国务院青江发展基金会到会。", "Agency 国务院")]
    [InlineData("安徽青禾集团有限公司到会。", "Place 安徽省")]
    public void What_a_body_is_only_named_after_is_dropped(string text, string unexpected) =>
        Assert.DoesNotContain(unexpected, Found(text), StringComparison.Ordinal);

    private static string Found(string text) =>
        MentionCases.Found(text, new BodyStage(), new WorkStage(), new MentionResolver(), new EntityLinker());
}
