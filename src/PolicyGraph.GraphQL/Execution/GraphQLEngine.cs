using System.Text;
using System.Text.Json;
using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.GraphQL.Validation;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>
/// Answers GraphQL requests over one schema: parses, validates and plans each document once, then runs its plan with the values of each request.
/// Safe for several threads; lives as long as the service.
/// </summary>
public sealed class GraphQLEngine
{
    private readonly RootPlanners _planners;
    private readonly DocumentCache _documents;

    /// <param name="schema">What can be asked.</param>
    /// <param name="planners">The planner of each field of the query and mutation roots; asked once for each while constructing.</param>
    /// <param name="options">Limits and habits; null for the defaults.</param>
    /// <exception cref="ArgumentException">A root field has no planner.</exception>
    public GraphQLEngine(Schema schema, Func<ObjectType, FieldDefinition, IRootFieldPlanner?> planners, EngineOptions? options = null)
    {
        Schema = schema;
        Options = options ?? new EngineOptions();
        _planners = new RootPlanners(schema, planners);
        _documents = new DocumentCache(Options.MaxDocuments, Options.MaxDocumentBytes);
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
    public ValueTask<OperationOutcome> ExecuteAsync(GraphQLRequest request, PooledBuffer output, object? host, CancellationToken cancellation)
    {
        OperationPlan plan;
        OperationContext context;
        try
        {
            var document = Prepare(request);
            var operation = document.Select(request.OperationName);
            Admit(operation, request);
            (plan, var values) = operation.Bind(VariableReader.Read(request.Variables.Span, operation.Variables));
            context = new OperationContext(values, output, host);
            if (request.WantsPlan)
            {
                return ValueTask.FromResult(Explain(plan, context));
            }
        }
        catch (GraphQLException refusal)
        {
            ResponseOutput.WriteRefusal(output, refusal.Errors);
            return ValueTask.FromResult(new OperationOutcome(OutcomeKind.Refused, refusal.Errors[0].Code, 0));
        }

        output.Write("{\"data\":"u8);
        var run = OperationRunner.RunAsync(plan, context, cancellation);
        return run.IsCompletedSuccessfully ? ValueTask.FromResult(Finish(context)) : FinishAsync(run, context);
    }

    /// <summary>
    /// The document of a request, from the cache or made anew.
    /// </summary>
    /// <exception cref="GraphQLException">It is no valid document.</exception>
    private PreparedDocument Prepare(GraphQLRequest request)
    {
        if (_documents.Find(request.Query, request.IsQueryEscaped) is { } known)
        {
            return known;
        }

        var key = request.Query.ToArray();
        var text = Decode(key, request.IsQueryEscaped);
        var document = Parser.Parse(new Source(text), new ParserOptions(Options.Limits.MaxTokens));
        var errors = DocumentValidator.Validate(Schema, document);
        if (errors.Count > 0)
        {
            throw new GraphQLException(errors);
        }

        var prepared = new PreparedDocument(Schema, document, Encoding.UTF8.GetBytes(text), _planners, Options.MaxPlans);
        _documents.Add(key, request.IsQueryEscaped, prepared);
        return prepared;
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
            throw new GraphQLException(ErrorCodes.BadRequest, "Subscriptions are not offered over this transport.");
        }

        if (request.QueriesOnly && operation.Node.Kind is not OperationKind.Query)
        {
            throw new GraphQLException(ErrorCodes.MethodNotAllowed, "Mutations need POST.");
        }
    }

    private static OperationOutcome Explain(OperationPlan plan, OperationContext context)
    {
        context.Output.Write("{\"data\":null,\"extensions\":{\"plan\":"u8);
        context.Output.WriteString(string.Join('\n', plan.Fields.Select(field => $"{field.Selection.ResponseKey}: {field.Plan.Explain(context.Values)}")));
        context.Output.Write("}}"u8);
        return new OperationOutcome(OutcomeKind.Complete, Code: null, 0);
    }

    private static async ValueTask<OperationOutcome> FinishAsync(ValueTask run, OperationContext context)
    {
        await run;
        return Finish(context);
    }

    private static OperationOutcome Finish(OperationContext context)
    {
        var errors = context.Errors;
        if (errors.Count > 0)
        {
            context.Output.Write(",\"errors\":"u8);
            ResponseOutput.WriteErrors(context.Output, errors);
        }

        context.Output.Write((byte)'}');
        return errors.Count == 0
            ? new OperationOutcome(OutcomeKind.Complete, Code: null, 0)
            : new OperationOutcome(OutcomeKind.Partial, errors[0].Code, 0);
    }
}
