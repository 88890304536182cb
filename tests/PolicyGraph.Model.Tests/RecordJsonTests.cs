using System.Text.Json;

namespace PolicyGraph.Model.Tests;

public class RecordJsonTests
{
    [Fact]
    public void A_record_by_hand_is_read_and_written_in_the_ontologys_words()
    {
        const string Json = """
            {"document":{"title":"通知","published":"2024-02-05"},
             "entities":[{"id":"e1","type":"Agency","name":"工业和信息化部","mentions":["工信部"],"optional":true},{"id":"e2","type":"Policy","name":"意见","mentions":["意见"],"props":{"document_number":"工信部联科〔2024〕12号"}}],
             "relations":[{"type":"ISSUED","from":"e1","to":"e2","evidence":"工信部印发意见","props":{"joint":true,"issuers":7}}],
             "statistics":[{"value":59.170,"value_max":null,"unit":"","comparator":">=","indicator":"指数","measure":"level","kind":"actual","subject":"e1","period":"2020","reported_by":null,"set_by":"e2","evidence":"指数59.17"}]}
            """;

        var record = JsonSerializer.Deserialize(Json, RecordJson.Compact.DocumentRecord)!;

        Assert.Equal(RelationType.Issued, record.Relations[0].Type);
        Assert.Equal(7, record.Relations[0].Props["issuers"].Number);
        Assert.Equal(Comparator.AtLeast, record.Statistics[0].Comparator);
        Assert.Equal("e2", record.Statistics[0].SetBy);
        Assert.Equal(1, record.Relations[0].Confidence);
        Assert.Equal("", record.Relations[0].Rule);
        Assert.Empty(record.Entities[0].Spans);
        Assert.Empty(record.Entities[0].Props);
        Assert.Empty(record.Articles);
        var written = JsonSerializer.Serialize(record, RecordJson.Compact.DocumentRecord);
        Assert.Contains("\"type\":\"ISSUED\"", written, StringComparison.Ordinal);
        Assert.Contains("工信部联科〔2024〕12号", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null", "at $ the record is null")]
    [InlineData("""{"document":null}""", "$.document")]
    [InlineData("""{"document":{},"articles":[{},null]}""", "articles[1]")]
    [InlineData("""{"document":{},"articles":[{"authors":[null]}]}""", "articles[0].authors[0]")]
    [InlineData("""{"document":{},"entities":[null]}""", "entities[0]")]
    [InlineData("""{"document":{},"entities":[{"id":null,"type":"Agency","name":"甲局"}]}""", "$.entities[0].id")]
    [InlineData(
        """{"document":{},"entities":[{"id":"e1","type":"Agency","name":"甲局","aliases":["甲",null]}]}""",
        "entities[0].aliases[1]"
    )]
    [InlineData("""{"document":{},"entities":[{"id":"e1","type":"Agency","name":"甲局","spans":[null]}]}""", "entities[0].spans[0]")]
    [InlineData(
        """{"document":{},"entities":[{"id":"e1","type":"Agency","name":"甲局","spans":[{"rule":"x"}]}]}""",
        "at $.entities[0].spans[0] something is missing"
    )]
    [InlineData("""{"document":{},"relations":[null]}""", "relations[0]")]
    [InlineData("""{"document":{},"relations":[{"type":"ISSUED","from":"e1","to":"e2","evidence":null}]}""", "$.relations[0].evidence")]
    [InlineData("""{"document":{},"statistics":[null]}""", "statistics[0]")]
    [InlineData("""{"document":{},"findings":[null]}""", "findings[0]")]
    [InlineData("""{"document":{},"findings":[{"check":"x","agrees":true,"message":"x"}]}""", "at $.findings[0] something is missing")]
    public void What_is_missing_or_null_and_must_not_be_is_refused_with_its_place(string json, string place) =>
        Assert.Contains(place, RecordJson.Mistake(Assert.Throws<JsonException>(() => RecordJson.Parse(json))), StringComparison.Ordinal);

    [Fact]
    public void What_may_be_null_is_as_if_it_were_not_there()
    {
        var record = RecordJson.Parse(
            """
            {"document":{"title":null},"articles":null,"entities":[{"id":"e1","type":"Agency","name":"甲局","mentions":null,"aliases":null,"spans":[{"span":[0,2]}],"props":null}],
             "relations":null,"statistics":[{"value":1,"indicator":"指数","evidence":"指数1","unit":null,"rule":null}],"findings":null,"text":null}
            """
        );

        Assert.Equal(new MentionRecord(new TextSpan(0, 2), "", 1), record.Entities[0].Spans[0]);
        Assert.Empty(record.Entities[0].Mentions);
        Assert.Equal("", record.Statistics[0].Unit);
        Assert.Empty(record.Relations);
    }

    [Fact]
    public void Wire_names_read_back()
    {
        Assert.Equal("HELD_IN", RelationType.HeldIn.Wire());
        Assert.True(WireNames.TryParse<RelationType>("COOPERATES_WITH", out var type));
        Assert.Equal(RelationType.CooperatesWith, type);
        Assert.False(WireNames.TryParse<Measure>("LEVEL", out _));
    }
}
