using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Names and aliases against a text, in any spelling: the text itself against them, or its one spelling against theirs.</summary>
internal sealed class NameConditions(StatementBuilder builder)
{
    public string Compile(NameFilter filter, string node, bool isStrict)
    {
        var value = builder.Parameter(filter.Value);
        switch (filter.Comparison)
        {
            case Comparison.IsNull:
                return $"({node}.name IS NULL) = {value}";
            case Comparison.NotEqual:
                return $"(coalesce({node}.name <> {value}, true) AND NOT {value} IN coalesce({node}.aliases, []))";
            case Comparison.Equal or Comparison.In or Comparison.Contains or Comparison.StartsWith or Comparison.EndsWith:
                var text = Bears(node, PropertyText.Operator(filter.Comparison), value, builder.Parameter("f", filter.Value, Folded));
                return isStrict ? $"coalesce({text}, false)" : text;
            default:
                throw StatementBuilder.Unsupported("comparisons of names by order");
        }
    }

    /// <summary>True where a node bears a name.</summary>
    public static string Bears(string node, string comparison, string value, string folded) =>
        $"({node}.name {comparison} {value} OR any(x IN {node}.aliases WHERE x {comparison} {value}) OR any(x IN {node}.{GraphNames.Folded} WHERE x {comparison} {folded}))";

    /// <summary>A text, or each of a list, in one spelling; null where nothing is left of a text, so that it finds nothing.</summary>
    public static object? Folded(object? value) => value switch
    {
        string text => NameFolding.Fold(text) is { Length: > 0 } folded ? folded : null,
        IEnumerable<object?> list => list.Select(Folded).OfType<string>().ToList<object?>(),
        _ => value,
    };
}
