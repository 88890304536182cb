using System.Buffers;
using System.Collections.Concurrent;
using PolicyGraph.GraphQL.Diagnostics;
using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>
/// A valid operation of a document: its variables, and its plans by the structure of their values. Safe for several threads. Where
/// <c>@skip</c> and <c>@include</c> make the order of keys depend on values, booleans are taken into the structure, so that each plan has
/// one order.
/// </summary>
internal sealed class PreparedOperation
{
    private readonly EngineParts _parts;
    private readonly DocumentNode _document;
    private readonly Lazy<string> _documentHash;
    private readonly ConcurrentDictionary<string, OperationPlan> _plans = new();
    private readonly bool _hasOneStructure;
    private volatile bool _booleansAreStructure;
    private OperationPlan? _onlyPlan;

    public PreparedOperation(EngineParts parts, DocumentNode document, OperationNode node, Lazy<string> documentHash)
    {
        _parts = parts;
        _document = document;
        _documentHash = documentHash;
        Node = node;
        Kind = node.Kind.ToString().ToLowerInvariant();
        Root =
            parts.Schema.Root(node.Kind)
            ?? throw new GraphQLException([
                new GraphQLError($"Schema is not configured to execute {Kind} operation.", ErrorCodes.ValidationFailed)
                {
                    Locations = [document.LocationOf(node)],
                },
            ]);
        Variables = [.. node.Variables.Select(variable => OperationVariable.From(variable, parts.Schema, document))];
        _hasOneStructure = Variables.All(variable => variable is { IsStructured: false, IsAlwaysThere: true });
    }

    public OperationNode Node { get; }

    /// <summary><c>query</c>, <c>mutation</c> or <c>subscription</c>.</summary>
    public string Kind { get; }

    /// <summary>SHA-256 of the document's text in hexadecimal.</summary>
    public string DocumentHash => _documentHash.Value;

    public ObjectType Root { get; }

    public IReadOnlyList<OperationVariable> Variables { get; }

    /// <summary>
    /// The plan for these variables, and their values in its slots.
    /// </summary>
    /// <param name="given">As they came, in the order of <see cref="Variables"/>.</param>
    /// <exception cref="GraphQLException">A variable has no value of its type.</exception>
    public (OperationPlan Plan, OperationValues Values) Bind(InputValue?[] given)
    {
        if (Variables.Count == 0)
        {
            return (_onlyPlan ??= Plan([], withBooleans: false), OperationValues.None);
        }

        var values = VariableCoercion.Coerce(Variables, given, _parts.Suggestions);
        return _hasOneStructure && !_booleansAreStructure ? BindOnly(values) : BindStructure(values, _booleansAreStructure);
    }

    private (OperationPlan Plan, OperationValues Values) BindOnly(InputValue?[] values)
    {
        try
        {
            var plan = _onlyPlan ??= Plan(values, withBooleans: false);
            return (plan, new OperationValues(Array.ConvertAll(values, value => value.GetValueOrDefault())));
        }
        catch (AmbiguousOrderException)
        {
            _booleansAreStructure = true;
            return BindStructure(values, withBooleans: true);
        }
    }

    private (OperationPlan Plan, OperationValues Values) BindStructure(InputValue?[] values, bool withBooleans)
    {
        var key = new ArrayBufferWriter<char>();
        var slots = new List<InputValue>(values.Length);
        VariableStructure.Describe(Variables, values, withBooleans, key, slots);
        if (_plans.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key.WrittenSpan, out var plan))
        {
            return (plan, new OperationValues([.. slots]));
        }

        try
        {
            plan = Plan(values, withBooleans);
        }
        catch (AmbiguousOrderException) when (!withBooleans)
        {
            _booleansAreStructure = true;
            return BindStructure(values, withBooleans: true);
        }

        Keep(key.WrittenSpan.ToString(), plan);
        return (plan, new OperationValues([.. slots]));
    }

    private void Keep(string key, OperationPlan plan)
    {
        // A client that makes up structures without end must not fill the memory; starting over costs the others one planning each.
        if (_plans.Count >= _parts.MaxPlans)
        {
            _plans.Clear();
        }

        _plans[key] = plan;
    }

    private OperationPlan Plan(InputValue?[] values, bool withBooleans)
    {
        using var stage = Stage.Begin("plan");
        var bound = VariableStructure.Bind(Variables, values, withBooleans);
        var byName = new Dictionary<string, ArgumentValue?>();
        for (var i = 0; i < bound.Length; i++)
        {
            byName[Variables[i].Name] = bound[i];
        }

        var selections = new SelectionBuilder(_parts.Schema, _document, byName).Build(
            Root,
            [new SelectionSource(Node.SelectionSet, Conditions.Always)]
        );
        var context = new PlanningContext(_parts.Schema, Node);
        return new OperationPlan(
            [.. selections.Select(selection => new PlannedField(selection, _parts.Planners.Plan(selection, context)))],
            _parts.Costs
        );
    }
}
