using System.Globalization;
using System.Text.Json;
using PolicyGraph.Store.Neo4j.Loading;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>
/// What the compilers of one statement share: the model's names, fresh variables, and the parameters. The text depends on the query and on which slots are null
/// or which conditions hold, never on a value, so that Neo4j meets few texts and keeps their plans.
/// </summary>
/// <param name="values">The request's; null to compile without one, as if every condition held.</param>
internal sealed class StatementBuilder(GraphNames names, Parameters? values)
{
    private readonly SortedDictionary<string, object?> parameters = new(StringComparer.Ordinal);
    private int variables;

    public GraphNames Names => names;

    /// <summary>True where there are no values: the statement is made to be looked at.</summary>
    public bool IsTrial => values is null;

    public string Variable(string prefix) => prefix + (++variables).ToString(CultureInfo.InvariantCulture);

    /// <summary>The value of a slot as a parameter.</summary>
    public string Parameter(Slot slot) => Parameter($"p{slot.Index}", values?[slot]);

    /// <summary>A value made of a slot's as a parameter.</summary>
    /// <param name="kind">A letter for what is made of it.</param>
    public string Parameter(string kind, Slot slot, Func<object?, object?> make) => Parameter($"{kind}{slot.Index}", make(values?[slot]));

    public string Parameter(string name, object? value)
    {
        parameters[name] = value;
        return "$" + name;
    }

    public bool IsNull(Slot slot) => values?[slot] is null;

    public string? Text(Slot slot) => values?.Text(slot);

    public long? Integer(Slot slot) => values?.Integer(slot);

    public object? Value(Slot slot) => values?[slot];

    public bool Hold(IReadOnlyList<Condition> conditions) => values is not { } given || conditions.All(condition => given.Truth(condition.Slot) == condition.Expected);

    public void WriteParameters(Utf8JsonWriter writer)
    {
        foreach (var (name, value) in parameters)
        {
            writer.WritePropertyName(name);
            NeoValues.WriteAny(writer, value);
        }
    }

    /// <summary>The failure of what the embedded store answers and this one does not yet.</summary>
    public static StoreException Unsupported(string what) => new(
        StoreErrorCode.Unsupported, $"The Neo4j store of this version does not answer {what}. Ask without it, or keep the graph in the embedded store (--store FOLDER).");
}
