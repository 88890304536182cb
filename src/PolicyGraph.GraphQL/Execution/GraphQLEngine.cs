using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using PolicyGraph.GraphQL.Cost;
using PolicyGraph.GraphQL.Diagnostics;
using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.GraphQL.Validation;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>
/// Answers GraphQL requests over one schema: parses, validates and plans each document once, then runs its plan with the values of each
/// request. Safe for several threads; lives as long as the service.
/// </summary>
public sealed class GraphQLEngine
{
    private readonly EngineParts _parts;
    private readonly DocumentCache _documents;
    private readonly HeavyLane _heavy;

    /// <param name="schema">What can be asked.</param>
    /// <param name="planners">The planner of each field of the three roots; asked once for each while constructing.</param>
    /// <param name="options">Limits and habits; null for the defaults.</param>
    /// <exception cref="ArgumentException">A root field has no planner.</exception>
    public GraphQLEngine(Schema schema, Func<ObjectType, FieldDefinition, IRootFieldPlanner?> planners, EngineOptions? options = null)
    {
        Schema = schema;
        Options = options ?? new EngineOptions();
        _parts = new EngineParts(
            schema,
            new RootPlanners(schema, planners),
            new CostModel(schema, Options.Limits),
            Options.MaxPlans,
            Options.TellsSchema ? Suggestions.Given : Suggestions.Withheld
        );
        _documents = new DocumentCache(Options.MaxDocuments, Options.MaxDocumentBytes);
        _heavy = new HeavyLane(Options);
    }

    public Schema Schema { get; }

    public EngineOptions Options { get; }

    /// <summary>
    /// Answers one request: always a whole response in the output, for refused requests too.
    /// </summary>
    /// <param name="request">What is asked.</param>
    /// <param name="output">Takes the response as UTF-8 JSON; must be empty.</param>
    /// <param name="host">For <see cref="OperationContext.Host"/>.</param>
    /// <param name="cancellation">Ends the operation: the client is gone.</param>
    /// <exception cref="OperationCanceledException">It was ended so; the output holds half a response.</exception>
    public ValueTask<OperationOutcome> ExecuteAsync(
        GraphQLRequest request,
        PooledBuffer output,
        object? host,
        CancellationToken cancellation
    )
    {
        var watch = OperationWatch.Begin(Options);
        PreparedOperation? operation = null;
        OperationPrice? price = null;
        try
        {
            operation = Prepare(request).Select(request.OperationName);
            Admit(operation, request);
            var (plan, values) = operation.Bind(VariableReader.Read(request, operation.Variables));
            price = plan.Price(values);
            if (Admission.Refuse(price, Options.Limits) is { } tooDear)
            {
                return ValueTask.FromResult(Refuse([tooDear], output, operation, price, watch));
            }

            var context = new OperationContext(values, output, host);
            if (request.WantsPlan && Options.AllowsIntrospection)
            {
                return ExplainAsync(operation, plan, context, price, watch, cancellation);
            }

            var run = new OperationRun(Options, operation, plan, price, request.WantsCost, watch);
            return price.Total < Options.HeavyFrom && plan.UsualTime < Options.LongFrom ? run.RunAsync(context, cancellation)
                : _heavy.TryEnter() ? _heavy.RunAsync(run, context, cancellation)
                : ValueTask.FromResult(Refuse([HeavyLane.Full], output, operation, price, watch));
        }
        catch (GraphQLException refusal)
        {
            return ValueTask.FromResult(Refuse(refusal.Errors, output, operation, price, watch));
        }
        catch (InsufficientExecutionStackException)
        {
            // Fragments that spread one another thousands deep: the parser's limit does not see them.
            return ValueTask.FromResult(
                Refuse(
                    [new GraphQLError("The document's fragments are spread in one another too deep.", ErrorCodes.LimitExceeded)],
                    output,
                    operation,
                    price,
                    watch
                )
            );
        }
        finally
        {
            watch.Leave();
        }
    }

    /// <summary>
    /// Answers one request of any kind with all its responses: a subscription with one for each event, anything else with exactly one.
    /// </summary>
    /// <param name="request">What is asked; its memory must stay as it is until the last response.</param>
    /// <param name="host">For <see cref="OperationContext.Host"/>.</param>
    /// <param name="cancellation">Ends it: the client is gone, or has heard enough.</param>
    /// <exception cref="OperationCanceledException">It was ended so.</exception>
    public async IAsyncEnumerable<OperationResponse> StreamAsync(
        GraphQLRequest request,
        object? host,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        if (FindSubscription(request) is not { } subscription)
        {
            using var output = new PooledBuffer(limit: Options.Limits.MaxResponseBytes);
            var outcome = await ExecuteAsync(request, output, host, cancellation);
            yield return new OperationResponse(outcome, output.WrittenMemory);
            yield break;
        }

        await foreach (var response in new SubscriptionRun(Options, subscription, request).RunAsync(host, cancellation))
        {
            yield return response;
        }
    }

    /// <summary>
    /// The subscription that a request asks for; null for other operations, and where <see cref="ExecuteAsync"/> will tell why there is
    /// none.
    /// </summary>
    private PreparedOperation? FindSubscription(GraphQLRequest request)
    {
        try
        {
            return Prepare(request).Select(request.OperationName) is { Node.Kind: OperationKind.Subscription } subscription
                ? subscription
                : null;
        }
        catch (Exception refusal) when (refusal is GraphQLException or InsufficientExecutionStackException)
        {
            return null;
        }
    }

    private OperationOutcome Refuse(
        IReadOnlyList<GraphQLError> errors,
        PooledBuffer output,
        PreparedOperation? operation,
        OperationPrice? price,
        OperationWatch watch
    )
    {
        ResponseOutput.WriteRefusal(output, errors);
        return watch.End(operation, new OperationOutcome(OutcomeKind.Refused, errors[0].Code, price?.Total ?? 0), rows: 0);
    }

    /// <summary>
    /// The document of a request, from the cache or made anew.
    /// </summary>
    /// <exception cref="GraphQLException">It is no valid document, or larger than it may be.</exception>
    private PreparedDocument Prepare(GraphQLRequest request)
    {
        if (request.DocumentHash is not null || Options.Persisted.OnlyTrusted)
        {
            var named = request;
            request = Options.Persisted.Resolve(request, () => Encoding.UTF8.GetBytes(Decode(named.Query.ToArray(), named.IsQueryEscaped)));
        }

        if (_documents.Find(request.Query, request.IsQueryEscaped) is { } known)
        {
            return known;
        }

        var key = request.Query.ToArray();
        var prepared = new PreparedDocument(_parts, Check(Parse(Decode(key, request.IsQueryEscaped))));
        _documents.Add(key, request.IsQueryEscaped, prepared);
        return prepared;
    }

    private DocumentNode Parse(string text)
    {
        using var stage = Stage.Begin("parse");
        return Parser.Parse(new Source(text), new ParserOptions(Options.Limits.MaxTokens));
    }

    private DocumentNode Check(DocumentNode document)
    {
        using var stage = Stage.Begin("validate");
        Admission.Check(document, Options.Limits);
        if (!Options.AllowsIntrospection)
        {
            Admission.RefuseIntrospection(document);
        }

        var errors = DocumentValidator.Validate(Schema, document, Options.TellsSchema);
        return errors.Count == 0 ? document : throw new GraphQLException(errors);
    }

    private static string Decode(byte[] bytes, bool isEscaped)
    {
        try
        {
            if (!isEscaped)
            {
                return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            }

            var reader = new Utf8JsonReader((byte[])[(byte)'"', .. bytes, (byte)'"']);
            reader.Read();
            return RawJson.Text(ref reader);
        }
        catch (Exception broken) when (broken is DecoderFallbackException or JsonException)
        {
            throw new GraphQLException(ErrorCodes.BadRequest, "The query is no Unicode text.", broken);
        }
    }

    private static void Admit(PreparedOperation operation, GraphQLRequest request)
    {
        if (operation.Node.Kind is OperationKind.Subscription)
        {
            throw new GraphQLException(
                ErrorCodes.BadRequest,
                "A subscription is asked for over WebSocket (graphql-transport-ws) or with the header Accept: text/event-stream."
            );
        }

        if (request.QueriesOnly && operation.Node.Kind is not OperationKind.Query)
        {
            throw new GraphQLException(ErrorCodes.MethodNotAllowed, "Mutations need POST.");
        }
    }

    private async ValueTask<OperationOutcome> ExplainAsync(
        PreparedOperation operation,
        OperationPlan plan,
        OperationContext context,
        OperationPrice price,
        OperationWatch watch,
        CancellationToken cancellation
    )
    {
        var fields = new List<(string Key, FieldExplanation Plan)>();
        foreach (var field in plan.Fields)
        {
            fields.Add((field.Selection.ResponseKey, await field.Plan.ExplainAsync(context.Values, cancellation)));
        }

        ResponseOutput.WriteExplanation(context.Output, fields, price, Options.Limits.MaxPrice);
        return watch.End(operation, new OperationOutcome(OutcomeKind.Complete, Code: null, price.Total), rows: 0);
    }
}
