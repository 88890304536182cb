using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Tests.Papers;

/// <summary>A paper has one name, however often and in whatever form its page gives it: each policy and report of these pages is told once.</summary>
public sealed class OwnTitlesTests
{
    [Theory]
    [InlineData(
        "海关总署公告2031年第21号（关于调整《渔具归类规则》附件2）\n类别：海关法规\n文号：海关总署公告2031年第21号\n现将附件调整后重新发布。\n特此公告。\n二○三一年四月三十日",
        "关于调整《渔具归类规则》附件2"
    )]
    [InlineData("在五莲县第十七届人民代表大会第二次会议上，五莲县县长王海涛作政府工作报告。", "政府工作报告")]
    [InlineData("依照《养殖通知》（原农业部公告2011年第5号）办理。", "养殖通知")]
    [InlineData(
        "国家税务总局关于渔船退税的通知\n国税函〔2031〕97号\n各省税务局：\n请遵照执行。\n国家税务总局\n2031年3月11日\n\n湖南省株洲市人民政府关于做好渔港防汛的通知\n\n湖南省株洲市人民政府\n\n湖南省株洲市人民政府关于做好渔港防汛的通知\n\n株政发〔2032〕4号\n\n各县人民政府：\n请认真执行。\n\n二○三二年二月七日",
        "国家税务总局关于渔船退税的通知 | 湖南省株洲市人民政府关于做好渔港防汛的通知"
    )]
    public void Each_policy_of_a_page_is_told_once(string lines, string expected)
    {
        var names = new Extractor()
            .Extract(lines, new DocumentHead())
            .Entities.Where(e => e.Type is EntityType.Policy or EntityType.Publication)
            .Select(e => e.Name);
        Assert.Equal(expected, string.Join(" | ", names));
    }
}
