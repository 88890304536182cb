using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyGraph.Api.Planning;
using PolicyGraph.Api.Writing;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.Subscriptions;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.Store;
using PolicyGraph.Store.Changes;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Api.Schema;

/// <summary>What the API is: read once from <c>schema/policygraph.graphql</c>, which is embedded here.</summary>
public sealed class PolicyGraphSchema
{
    private const string Resource = "policygraph.graphql";

    private PolicyGraphSchema(DocumentNode served, GraphModel model)
    {
        Text = Printer.Print(served) + "\n";
        Schema = SchemaBuilder.Build(served, SchemaScalars.All);
        Model = model;
    }

    /// <summary>The whole schema as it is served, in the type system language.</summary>
    public string Text { get; }

    /// <summary>The same for the engine.</summary>
    public GraphQL.TypeSystem.Schema Schema { get; }

    /// <summary>The shape of the graph that it maps to.</summary>
    public GraphModel Model { get; }

    /// <summary>An engine that answers over a store; as many as there are stores. It does not own the store.</summary>
    /// <param name="options">Limits and habits; null for the defaults.</param>
    /// <param name="access">Who may write over HTTP; null for nobody.</param>
    /// <param name="reader">Makes records of papers that are sent; null where only records are taken in.</param>
    /// <param name="commits">What the store tells of its transactions, for subscriptions; null where there are none.</param>
    /// <param name="writes">Where each write is logged with the name of the key that allowed it; null for nowhere.</param>
    public GraphQLEngine CreateEngine(
        IGraphStore store,
        EngineOptions? options = null,
        ApiAccess? access = null,
        IPaperReader? reader = null,
        Broadcast<GraphCommit>? commits = null,
        ILogger? writes = null
    ) =>
        new(
            Schema,
            new ApiPlanners(this, store, access ?? ApiAccess.ReadOnly, reader, commits, new WriteLog(writes ?? NullLogger.Instance)).Find,
            options
        );

    /// <summary>Reads the embedded schema.</summary>
    /// <exception cref="GraphQL.GraphQLException">The schema's text is wrong; says where.</exception>
    public static PolicyGraphSchema Load()
    {
        using var stream =
            typeof(PolicyGraphSchema).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        using var reader = new StreamReader(stream);
        var source = Parser.Parse(new Source(reader.ReadToEnd(), "schema/policygraph.graphql"));
        return new PolicyGraphSchema(SchemaExpansion.Expand(source), GraphModelReader.Read(source));
    }
}
