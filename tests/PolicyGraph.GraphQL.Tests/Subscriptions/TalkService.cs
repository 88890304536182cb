using System.Runtime.CompilerServices;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Execution.Resolvers;
using PolicyGraph.GraphQL.Subscriptions;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Tests.Subscriptions;

/// <summary>A service where whatever one says is told to all who listen.</summary>
internal sealed class TalkService
{
    private static readonly Schema Schema = SchemaBuilder.Build(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schemas", "talk.graphql"))
    );

    public TalkService(int queueLength = 256, EngineOptions? options = null)
    {
        Sayings = new Broadcast<object>(queueLength);
        var planner = new ResolverPlanner(Resolve, events: Events);
        Engine = new GraphQLEngine(Schema, (_, _) => planner, options);
    }

    public Broadcast<object> Sayings { get; }

    public GraphQLEngine Engine { get; }

    private object? Resolve(object? source, ObjectType type, FieldSelection field, OperationValues values) =>
        (type.Name, field.Definition.Name) switch
        {
            ("Query", "hello") => $"hello {field.Arguments["name"].Evaluate(values).AsString()}",
            ("Mutation", "say") => Say(field.Arguments["text"].Evaluate(values).AsString()),
            ("Subscription", _) => source,
            ("Saying", "text") => source,
            ("Saying", "length") => ((string)source!).Length,
            _ => throw new GraphQLException("BROKEN", "It breaks."),
        };

    private string Say(string text)
    {
        Sayings.Publish(text);
        return text;
    }

    private IAsyncEnumerable<object> Events(FieldSelection field, OperationValues values, CancellationToken cancellation) =>
        field.Definition.Name switch
        {
            "said" when field.Argument("containing") is { } containing => Sayings
                .Subscribe(cancellation)
                .Where(text => ((string)text).Contains(containing.Evaluate(values).AsString())),
            "said" => Sayings.Subscribe(cancellation),
            "count" => Enumerable.Range(1, (int)field.Arguments["to"].Evaluate(values).AsInt64()).Cast<object>().ToAsyncEnumerable(),
            "brittle" => Brittle(cancellation),
            _ => throw new GraphQLException("CLOSED", "Nobody may listen."),
        };

    private static async IAsyncEnumerable<object> Brittle([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        yield return "before";
        throw new InvalidOperationException("A secret of the house.");
    }
}
