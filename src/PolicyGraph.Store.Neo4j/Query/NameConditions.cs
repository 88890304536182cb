using PolicyGraph.Store.Graph;
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
            default:
                var text = Bears(node, filter.Comparison, filter.Value);
                return isStrict ? $"coalesce({text}, false)" : text;
        }
    }

    /// <summary>True where a node bears a name that fits.</summary>
    public string Bears(string node, Comparison comparison, Slot slot)
    {
        var (names, spellings) = (
            new PropertyText($"{node}.aliases", PropertyKind.TextList),
            new PropertyText($"{node}.{GraphNames.Folded}", PropertyKind.TextList)
        );
        return $"({PropertyText.Name(node).One(builder, comparison, slot)} OR {names.One(builder, comparison, slot)}"
            + $" OR {spellings.One(builder, comparison, slot, "f", Folded)})";
    }

    /// <summary>A text, or each of a list, in one spelling; null where nothing is left of a text, so that it finds nothing.</summary>
    private static object? Folded(object? value) =>
        value switch
        {
            string text => NameFolding.Fold(text) is { Length: > 0 } folded ? folded : null,
            IEnumerable<object?> list => list.Select(Folded).OfType<string>().ToList<object?>(),
            _ => value,
        };
}
