using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Tests.Mentions.Works;

/// <summary>Under which number a text cites a paper: in the bracket behind the title, or as the order that gave it out.</summary>
public sealed class WorkPropertiesTests
{
    [Theory]
    [InlineData("按《渔港条例》（国发〔2020〕7号）办理。", "国发〔2020〕7号")]
    [InlineData("按《渔港条例》（国发[2020]7号，以下简称《条例》）办理。", "国发〔2020〕7号")]
    [InlineData("按《渔港规定》（〔92〕农渔字35号）办理。", "〔92〕农渔字35号")]
    [InlineData("按《渔港条例》（国务院令第412号）办理。", "国务院令第412号")]
    [InlineData("按《渔船办法》（原农业部令2016年第3号）办理。", "农业部令2016年第3号")]
    [InlineData("按《渔船办法》（海关总署公告2016年第3号）办理。", "海关总署公告2016年第3号")]
    [InlineData("国务院总理签署第780号国务院令，公布《渔港条例》。", "国务院令第780号")]
    [InlineData("总理签署第780号国务院令，公布了《渔港条例》。", "国务院令第780号")]
    [InlineData("按《渔港条例》（国发〔2020〕7号文附件二）办理。", null)]
    [InlineData("按《渔港条例》（2019年修正，主席令第32号）办理。", null)]
    [InlineData("按《渔港条例》（共12号）办理。", null)]
    [InlineData("原《渔港条例》（国发〔2020〕7号）废止。", null)]
    [InlineData("下达第3号禁令，公布《渔港条例》。", null)]
    [InlineData("签署第7号主席令，公布《渔港法》。", "主席令第7号")]
    public void A_cited_paper_has_the_number_beside_its_title(string text, string? number)
    {
        var record = new Extractor().Extract(text, new DocumentHead());
        var title = record.Entities.First(e => e.Type == EntityType.Policy && e.Name.StartsWith("渔", StringComparison.Ordinal));
        Assert.Equal(number, title.Props.TryGetValue("document_number", out var found) ? found.Text : null);
    }
}
