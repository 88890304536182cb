using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>
/// The coerced values of one request's variables, laid flat: one slot for each scalar, also for those inside input objects.
/// </summary>
public sealed class OperationValues(InputValue[] slots)
{
    /// <summary>For operations without variables.</summary>
    public static OperationValues None { get; } = new([]);

    /// <summary>The value of a slot.</summary>
    public InputValue this[int slot] => slots[slot];
}
