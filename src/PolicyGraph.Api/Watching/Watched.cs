using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.Api.Watching;

/// <summary>What of a change a subscriber wants to hear of.</summary>
internal static class Watched
{
    /// <summary>The labels of the argument <c>types</c>; null for all.</summary>
    public static HashSet<string>? Types(FieldSelection field, OperationValues values)
    {
        var types = field.Argument("types")?.Evaluate(values) ?? InputValue.Null;
        return types.IsNull ? null : [.. types.AsList().Select(type => type.AsString())];
    }
}
