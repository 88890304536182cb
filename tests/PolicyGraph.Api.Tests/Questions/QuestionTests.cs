using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyGraph.Api.Schema;
using PolicyGraph.Api.Tests.Support;
using PolicyGraph.Model;

namespace PolicyGraph.Api.Tests.Questions;

/// <summary>
/// What users ask, one operation each, over three invented papers (<c>papers/</c>): <c>NAME.graphql</c> with <c>NAME.variables.json</c>
/// where it has variables is answered by <c>NAME.json</c>, to the letter.
/// </summary>
public sealed class QuestionTests(QuestionTests.Store store) : IClassFixture<QuestionTests.Store>
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IndentSize = 1,
    };

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Questions");

    public static TheoryData<string> Names() =>
        [.. Directory.GetFiles(Folder, "*.graphql").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task One_operation_answers_the_question_to_the_letter(string name)
    {
        var variables = Path.Combine(Folder, $"{name}.variables.json");
        var operation = await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.graphql"));
        var data = await Api.CreateEngine(store.Graph)
            .DataAsync(operation, File.Exists(variables) ? await File.ReadAllTextAsync(variables) : "");
        var answer = Path.Combine(Folder, $"{name}.json");
        using var expected = JsonDocument.Parse(File.Exists(answer) ? await File.ReadAllTextAsync(answer) : "null");
        Assert.True(JsonElement.DeepEquals(expected.RootElement, data), JsonSerializer.Serialize(data, Readable));
    }

    private static PolicyGraphSchema Api { get; } = PolicyGraphSchema.Load();

    /// <summary>The store that all questions are put to.</summary>
    public sealed class Store : IAsyncLifetime
    {
        private TestStore? _store;

        public PolicyGraph.Store.IGraphStore Graph => _store?.Graph ?? throw new InvalidOperationException("The store is not open.");

        public async Task InitializeAsync()
        {
            var papers = new List<DocumentRecord>();
            foreach (var path in Directory.GetFiles(Path.Combine(Folder, "papers"), "*.json").Order(StringComparer.Ordinal))
            {
                var record = JsonSerializer.Deserialize(await File.ReadAllTextAsync(path), RecordJson.Compact.DocumentRecord);
                papers.Add(record ?? throw new InvalidDataException($"{path} holds no record."));
            }

            _store = await TestStore.OpenAsync(Api, papers);
        }

        public async Task DisposeAsync()
        {
            if (_store is not null)
            {
                await _store.DisposeAsync();
            }
        }
    }
}
