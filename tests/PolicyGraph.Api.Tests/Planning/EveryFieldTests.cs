using PolicyGraph.Api.Schema;
using PolicyGraph.Api.Tests.Support;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.Api.Tests.Planning;

/// <summary>Every field of every type that a root field leads to can be planned: no field of the schema is without a meaning.</summary>
public sealed class EveryFieldTests
{
    private const int Deep = 3;

    private static readonly PolicyGraphSchema Api = PolicyGraphSchema.Load();

    public static TheoryData<string> RootFields() => [.. Api.Schema.Query!.Fields.Keys];

    [Theory]
    [MemberData(nameof(RootFields))]
    public async Task A_root_field_with_all_below_it_is_few_questions(string name)
    {
        var store = new RecordingStore();
        var limits = new GraphQL.Cost.OperationLimits
        {
            MaxTokens = 10_000_000,
            MaxFields = 10_000_000,
            MaxAliases = 1000,
            MaxPrice = double.MaxValue,
        };
        var engine = Api.CreateEngine(store, new GraphQL.Execution.EngineOptions { Limits = limits });
        var field = Api.Schema.Query!.Fields[name];
        await engine.AskAsync($"{{ {Ask(field, Deep)} }}");
        Assert.Equal(QuestionsOf(name), store.Queries.Count);
    }

    /// <summary>A metric first asks which indicators are meant; the overview is what the store counts anyway.</summary>
    private static int QuestionsOf(string name) =>
        name switch
        {
            "overview" => 0,
            "metric" => 2,
            _ => 1,
        };

    private static string Ask(FieldDefinition field, int depth)
    {
        var arguments = field
            .Arguments.Values.Where(argument => argument.IsRequired)
            .Select(argument => $"{argument.Name}: {Example(argument.Type)}")
            .ToList();
        if (arguments.Count == 0 && field.Arguments.ContainsKey("id"))
        {
            arguments.Add("id: \"x\"");
        }

        var below = field.Type.Definition is FieldsType type
            ? $" {{ __typename {string.Join(' ', type.Fields.Values.Where(child => Fits(child, depth)).Select(child => Ask(child, depth - 1)))} }}"
            : "";
        return $"{field.Name}{(arguments.Count > 0 ? $"({string.Join(", ", arguments)})" : "")}{below}";
    }

    private static bool Fits(FieldDefinition field, int depth) => depth > 0 || field.Type.Definition.IsLeaf;

    private static string Example(SchemaType type) =>
        type.Nullable switch
        {
            ListType list => $"[{Example(list.Item)}]",
            EnumType values => values.Values.Keys.First(),
            InputObjectType input =>
                $"{{{input.Fields.Values.First(field => field.Type.Definition.IsLeaf).Name}: {Example(input.Fields.Values.First(field => field.Type.Definition.IsLeaf).Type)}}}",
            _ => "\"x\"",
        };
}
