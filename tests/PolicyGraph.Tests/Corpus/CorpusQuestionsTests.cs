using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyGraph.Model;

namespace PolicyGraph.Tests.Corpus;

/// <summary>
/// What researchers ask of real papers, each one operation: <c>Questions/NAME.graphql</c> is answered by <c>NAME.json</c>, to the letter
/// but for the papers' own words, which the repository does not carry: each quote is held against the paper's text at its span instead.
/// What a careful reader answers beyond that stands in <c>missing.tsv</c>, with an operation that finds nothing as long as extraction
/// misses it.
/// </summary>
public sealed class CorpusQuestionsTests(CorpusService service) : IClassFixture<CorpusService>
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IndentSize = 1,
    };

    private static string Folder => RepositoryRoot.Of("tests", "PolicyGraph.Tests", "Corpus");

    public static TheoryData<string> Answered() =>
        [
            .. Directory
                .GetFiles(Path.Combine(Folder, "Questions"), "*.json")
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .Order(StringComparer.Ordinal),
        ];

    public static TheoryData<string, string, string> Missing()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Folder, "missing.tsv")).Skip(1))
        {
            var cells = line.Split('\t');
            rows.Add(cells[0], cells[1], cells[2]);
        }

        return rows;
    }

    [CorpusTheory]
    [MemberData(nameof(Answered))]
    public async Task One_operation_answers_the_question_with_quotes_that_stand_in_the_papers(string name)
    {
        var data = await AskAsync(name);
        await HoldQuotesAsync(data);
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "Questions", $"{name}.json")));
        Assert.True(JsonNode.DeepEquals(expected, data), data.ToJsonString(Readable));
    }

    [CorpusTheory]
    [MemberData(nameof(Missing))]
    public async Task A_fact_that_is_listed_as_missing_is_still_missed(string question, string fact, string operation)
    {
        var answer = (await service.AskAsync(operation)).GetProperty("data");
        Assert.True(
            Counts(answer).All(count => count == 0),
            $"Question {question} has learnt this: {fact} Take the row out of missing.tsv and put the fact into the answer."
        );
    }

    [CorpusTheory]
    [InlineData("13-what-would-go-with-the-paper")]
    public async Task What_a_paper_alone_states_no_other_does(string name)
    {
        var relations = (await AskAsync(name))["documents"]!["nodes"]!
            .AsArray()
            .SelectMany(paper => paper!["relations"]!["nodes"]!.AsArray())
            .ToList();
        Assert.All(relations, relation => Assert.Equal(1, relation!["documentCount"]!.GetValue<int>()));
        var stated = relations
            .Select(relation => $"{relation!["relation"]} {relation["from"]!["name"]} {relation["to"]!["name"]}")
            .ToList();
        Assert.Contains("PILOTS 常州国家高新区 企业创新积分制", stated);
        Assert.Contains("RESPONSIBLE_FOR 江苏省工业和信息化厅 江苏省“产业强链”三年行动计划（2021-2023年）", stated);
        Assert.True(stated.Count > 200, $"A bulletin of forty pages states more than {stated.Count} relations of its own.");
    }

    private async Task<JsonNode> AskAsync(string name)
    {
        var response = await service.AskAsync(await File.ReadAllTextAsync(Path.Combine(Folder, "Questions", $"{name}.graphql")));
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        return JsonNode.Parse(response.GetProperty("data").GetRawText())!; // An answer without errors has data.
    }

    /// <summary>Holds every quote against the paper's text at its span, and leaves of the evidence which paper it is.</summary>
    private async Task HoldQuotesAsync(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                await HoldQuotesAsync(item);
            }
        }
        else if (node is JsonObject row)
        {
            if (row.ContainsKey("quote"))
            {
                await HoldQuoteAsync(row);
            }

            foreach (var (_, value) in row.ToList())
            {
                await HoldQuotesAsync(value);
            }
        }
    }

    private async Task HoldQuoteAsync(JsonObject row)
    {
        var paper = row["document"]!.AsObject();
        var answer = await service.AskAsync(
            $$"""{ document(id: "{{paper["id"]}}") { text(start: {{row["start"]}}, end: {{row["end"]}}) } }"""
        );
        var text = answer.GetProperty("data").GetProperty("document").GetProperty("text").GetString();
        Assert.Equal(Squeezing.Squeeze(text), row["quote"]!.GetValue<string>());
        Array.ForEach(["quote", "start", "end"], key => row.Remove(key));
        paper.Remove("id");
    }

    private static IEnumerable<int> Counts(JsonElement element) =>
        element
            .EnumerateObject()
            .SelectMany(property =>
                property.Name == "totalCount" ? [property.Value.GetInt32()]
                : property.Value.ValueKind == JsonValueKind.Object ? Counts(property.Value)
                : []
            );
}
