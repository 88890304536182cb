using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyGraph.Tests.Program;

namespace PolicyGraph.Tests.Samples;

/// <summary>
/// What users ask, one operation each, put to the service over the samples: <c>Questions/NAME.graphql</c> is answered by <c>NAME.json</c>,
/// to the letter, which a careful reader of the samples has checked.
/// </summary>
public sealed class SampleQuestionsTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IndentSize = 1,
    };

    public static TheoryData<string> Names() =>
        [.. Directory.GetFiles(Folder, "*.graphql").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    private static string Folder => RepositoryRoot.Of("tests", "PolicyGraph.Tests", "Samples", "Questions");

    [Theory]
    [MemberData(nameof(Names))]
    public async Task One_operation_over_the_samples_answers_the_question_to_the_letter(string name)
    {
        var response = await service.AskAsync(await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.graphql")));
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.json")));
        var data = response.GetProperty("data");
        Assert.True(JsonElement.DeepEquals(expected.RootElement, data), JsonSerializer.Serialize(data, Readable));
    }
}
