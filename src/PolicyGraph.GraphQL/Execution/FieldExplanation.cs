namespace PolicyGraph.GraphQL.Execution;

/// <summary>How a root field would be answered, told instead of doing it.</summary>
/// <param name="Plan">For a person to read, several lines.</param>
/// <param name="Parameters">The values that go beside the plan, as one JSON object in UTF-8; empty where there are none.</param>
/// <param name="Rows">How many rows the answer is expected to have, in lists and lists within them; null where nothing is known.</param>
public readonly record struct FieldExplanation(string Plan, ReadOnlyMemory<byte> Parameters, double? Rows)
{
    public static FieldExplanation Of(string plan) => new(plan, default, Rows: null);
}
