using System.Text;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Execution.Resolvers;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Tests.Execution;

/// <summary>The small schema over a handful of objects, some of which fail.</summary>
internal static class SmallService
{
    private static readonly Dictionary<string, object?> Anna = Make("Captain", "c1", "Anna");
    private static readonly Dictionary<string, object?> Boris = Make("Captain", "c2", null);
    private static readonly Dictionary<string, object?> Aurora = Make("Ship", "s1", "Aurora");
    private static readonly Dictionary<string, object?> Beluga = Make("Ship", "s2", "Beluga");

    static SmallService()
    {
        (Aurora["kind"], Aurora["tonnage"], Aurora["captain"], Aurora["crew"]) = ("FREIGHTER", 1200, Anna, new[] { Anna, Boris });
        (Beluga["kind"], Beluga["tonnage"], Beluga["sister"], Beluga["crew"]) = ("TANKER", null, Aurora, new object?[] { Boris, null });
        (Anna["ship"], Boris["ship"]) = (Aurora, Beluga);
    }

    public static Schema Schema { get; } =
        SchemaBuilder.Build(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schemas", "small.graphql")));

    public static GraphQLEngine Engine(EngineOptions? options = null)
    {
        var planner = new ResolverPlanner(Resolve, value => (string)((Dictionary<string, object?>)value)["__typename"]!);
        return new GraphQLEngine(Schema, (_, _) => planner, options);
    }

    /// <summary>The response to a query, as text.</summary>
    public static string Ask(string query, string variables = "", string? operation = null, EngineOptions? options = null)
    {
        using var output = new PooledBuffer();
        var request = new GraphQLRequest
        {
            Query = Encoding.UTF8.GetBytes(query),
            Variables = Encoding.UTF8.GetBytes(variables),
            OperationName = operation,
        };
        var running = Engine(options).ExecuteAsync(request, output, host: null, CancellationToken.None);
        Assert.True(running.IsCompletedSuccessfully);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static Dictionary<string, object?> Make(string type, string id, string? name) =>
        new()
        {
            ["__typename"] = type,
            ["id"] = id,
            ["name"] = name,
        };

    private static object? Resolve(object? source, ObjectType type, FieldSelection field, OperationValues values) =>
        (type.Name, field.Definition.Name) switch
        {
            ("Query", "ship") or ("Mutation", _) => new[] { Aurora, Beluga }.FirstOrDefault(ship =>
                Equals(ship["name"], Text(field, "name", values))
            ),
            ("Query", "ships") => new[] { Aurora, Beluga }.Take((int)field.Arguments["first"].Evaluate(values).AsInt64()),
            ("Query", "thing") => new[] { Anna, Boris, Aurora, Beluga }.FirstOrDefault(thing =>
                Equals(thing["id"], Text(field, "id", values))
            ),
            ("Query", "things") => new[] { Anna, Aurora, Boris, Beluga },
            ("Query", "echo") => string.Join(' ', field.Arguments.Select(argument => $"{argument.Key}={argument.Value.Evaluate(values)}")),
            ("Query", "brokenList") => new object?[] { "fine", new GraphQLException("BROKEN", "The second breaks.") },
            ("Query", "strict") => null,
            (_, "broken") => throw new GraphQLException("BROKEN", "It breaks."),
            (_, "rank") => field.Arguments["short"].Evaluate(values).AsBoolean() ? "Cpt" : "Captain",
            _ => ((Dictionary<string, object?>)source!).GetValueOrDefault(field.Definition.Name),
        };

    private static string Text(FieldSelection field, string argument, OperationValues values) =>
        field.Arguments[argument].Evaluate(values).AsString();
}
