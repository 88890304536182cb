using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Planning;

/// <summary>
/// The parameters of one query as they are given out while it is planned, and filled while it runs: constants once, variables for each
/// request.
/// </summary>
internal sealed class Slots
{
    private readonly List<(ArgumentValue Source, Func<InputValue, object?> Read)> _sources = [];
    private readonly Dictionary<int, Slot> _conditions = [];

    /// <summary>A slot for an argument's value.</summary>
    /// <param name="read">Turns it into a value of the store, and refuses what is out of bounds.</param>
    public Slot Add(ArgumentValue source, Func<InputValue, object?> read)
    {
        _sources.Add((source, read));
        return new Slot(_sources.Count - 1);
    }

    /// <inheritdoc cref="Add(ArgumentValue, Func{InputValue, object?})"/>
    public Slot Add(ArgumentValue source) => Add(source, StoreValues.Of);

    /// <summary>A slot that always holds this value.</summary>
    public Slot Constant(object? value) => Add(new ConstantArgument(InputValue.Null), _ => value);

    /// <summary>The conditions under which a selection is part of the answer.</summary>
    public IReadOnlyList<Condition> Conditions(FieldSelection selection) =>
        selection.Conditions.Count == 0 ? [] : [.. selection.Conditions.Select(Of)];

    /// <summary>The values of a request.</summary>
    /// <exception cref="GraphQL.GraphQLException">A value is out of bounds.</exception>
    public Parameters Bind(OperationValues values) => new(BindAll(values));

    private object?[] BindAll(OperationValues values)
    {
        var bound = new object?[_sources.Count];
        for (var i = 0; i < bound.Length; i++)
        {
            bound[i] = _sources[i].Read(_sources[i].Source.Evaluate(values));
        }

        return bound;
    }

    /// <summary>The values of a request, one of them known only while it runs.</summary>
    public Parameters Bind(OperationValues values, Slot late, object value)
    {
        var bound = BindAll(values);
        bound[late.Index] = value;
        return new Parameters(bound);
    }

    /// <summary>True where no value depends on the request, so that one binding serves all.</summary>
    public bool AreConstant => _sources.TrueForAll(source => source.Source is ConstantArgument);

    private Condition Of(SelectionCondition condition)
    {
        if (!_conditions.TryGetValue(condition.Slot, out var slot))
        {
            slot = Add(new VariableArgument(condition.Slot));
            _conditions.Add(condition.Slot, slot);
        }

        return new Condition(slot, condition.Expected);
    }

    /// <summary>The variable of <c>@skip</c> or <c>@include</c>.</summary>
    private sealed class VariableArgument(int slot) : ArgumentValue
    {
        public override InputValue Evaluate(OperationValues values) => values[slot];
    }
}
