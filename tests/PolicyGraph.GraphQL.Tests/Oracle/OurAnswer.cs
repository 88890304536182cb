using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyGraph.GraphQL.Cost;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.GraphQL.Validation;

namespace PolicyGraph.GraphQL.Tests.Oracle;

/// <summary>
/// What this engine says to a case, in the form of tests/oracle/answer.mjs, brought into one order so that equal answers are equal texts.
/// </summary>
internal sealed class OurAnswer(Schema schema)
{
    private static readonly JsonSerializerOptions Spelling = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 512,
    };

    private readonly GraphQLEngine _engine = new(
        schema,
        (_, _) => new SyntheticValues(schema).Planner(),
        new EngineOptions
        {
            Limits = new OperationLimits
            {
                MaxTokens = int.MaxValue,
                MaxAliases = int.MaxValue,
                MaxDepth = int.MaxValue,
                MaxFields = int.MaxValue,
                MaxPrice = double.MaxValue,
                RequiresSlices = false,
            },
            HeavyFrom = double.MaxValue,
            LongFrom = TimeSpan.MaxValue,
        }
    );

    public JsonObject Answer(OracleCase asked)
    {
        DocumentNode document;
        try
        {
            document = Parser.Parse(asked.Query);
        }
        catch (GraphQLException failure)
        {
            return new JsonObject { ["syntax"] = Plain(failure.Errors[0]) };
        }

        var answer = new JsonObject { ["printed"] = Printer.Print(document) };
        var errors = DocumentValidator.Validate(schema, document);
        if (errors.Count > 0)
        {
            answer["rules"] = errors.Count > 100 ? "too many" : new JsonArray([.. errors.Select(error => (JsonNode)WithRule(error))]);
        }
        else if (!document.Definitions.OfType<OperationNode>().Any(operation => operation.Kind is OperationKind.Subscription))
        {
            answer["result"] = Run(asked);
        }

        return answer;
    }

    /// <summary>Errors sorted, for their order is no part of the specification.</summary>
    public static string Canonical(JsonObject answer)
    {
        Sort(answer, "rules");
        Sort(answer["result"] as JsonObject, "errors");
        return answer.ToJsonString(Spelling);
    }

    private JsonObject Run(OracleCase asked)
    {
        using var output = new PooledBuffer();
        var request = new GraphQLRequest
        {
            Query = Encoding.UTF8.GetBytes(asked.Query),
            Variables = Encoding.UTF8.GetBytes(asked.Variables?.ToJsonString() ?? ""),
        };
        var running = _engine.ExecuteAsync(request, output, host: null, CancellationToken.None);
        Assert.True(running.IsCompletedSuccessfully);
        using var response = JsonDocument.Parse(output.WrittenMemory, new JsonDocumentOptions { MaxDepth = 512 });
        var errors = response.RootElement.TryGetProperty("errors", out var list) ? list.EnumerateArray().ToList() : [];
        return new JsonObject
        {
            ["data"] = response.RootElement.TryGetProperty("data", out var data) ? data.GetRawText() : null,
            ["errors"] = new JsonArray([.. errors.Select(Plain)]),
        };
    }

    private static JsonNode Plain(JsonElement error)
    {
        var plain = (JsonObject)JsonNode.Parse(error.GetRawText())!;
        plain.Remove("extensions");
        plain.TryAdd("locations", new JsonArray());
        return plain;
    }

    private static JsonObject WithRule(GraphQLError error)
    {
        var plain = Plain(error);
        plain.Insert(0, "rule", error.Rule);
        return plain;
    }

    private static JsonObject Plain(GraphQLError error) =>
        new()
        {
            ["message"] = string.Concat(error.Message.EnumerateRunes()),
            ["locations"] = new JsonArray([
                .. error.Locations.Select(location => new JsonObject { ["line"] = location.Line, ["column"] = location.Column }),
            ]),
        };

    private static void Sort(JsonObject? owner, string list)
    {
        if (owner?[list] is JsonArray items)
        {
            var sorted = items.Select(item => item!.DeepClone()).OrderBy(item => item.ToJsonString(), StringComparer.Ordinal).ToArray();
            owner[list] = new JsonArray(sorted);
        }
    }
}
