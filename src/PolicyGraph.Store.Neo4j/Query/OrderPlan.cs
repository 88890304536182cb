using System.Text.Json;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>One key of an order.</summary>
/// <param name="Order">What Neo4j orders as the stores order the value.</param>
/// <param name="Value">The value, as cursors keep it.</param>
internal readonly record struct OrderPart(string Order, string Value, bool IsText, bool Descending);

/// <summary>The order of a list, down to what tells its rows apart.</summary>
internal sealed class OrderPlan
{
    private readonly StatementBuilder builder;
    private readonly Pattern pattern;
    private readonly IReadOnlyList<OrderPart> keys;
    private readonly uint fingerprint;

    public OrderPlan(StatementBuilder builder, FilterCompiler filters, Pattern pattern, IReadOnlyList<OrderKey> order)
        : this(builder, pattern, Cursor.Fingerprint(order), order.Count == 0 ? [ByName(pattern)] : [.. order.Select(key => Key(builder, filters, pattern, key))])
    {
    }

    public OrderPlan(StatementBuilder builder, Pattern pattern, uint fingerprint, IReadOnlyList<OrderPart> keys)
    {
        this.builder = builder;
        this.pattern = pattern;
        this.fingerprint = fingerprint;
        this.keys = keys;
        Variables = [.. keys.Select(_ => builder.Variable("k"))];
        Tie = builder.Variable("t");
    }

    /// <summary>The keys' variables.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>The variable of what tells rows of the same node apart.</summary>
    public string Tie { get; }

    /// <summary>Keys and tie, to follow the variables of a <c>WITH</c>.</summary>
    public string Projection => string.Concat(keys.Zip(Variables, (key, name) => $", {key.Order} AS {name}")) + $", {pattern.EdgeText(forOrder: true)} AS {Tie}";

    /// <summary>What a row's cursor is made of: the keys' values, then the tie as text. The row's id is its first value.</summary>
    public string Place => $"[{string.Join(", ", keys.Zip(Variables, (key, name) => key.IsText ? key.Value : name).Append(pattern.EdgeText(forOrder: false)))}]";

    /// <summary>After <c>ORDER BY</c>: missing values last, turned round for a page that is read backwards.</summary>
    public string OrderBy(bool isBackward)
    {
        var direction = isBackward ? " DESC" : "";
        var parts = keys.Zip(Variables, (key, name) => key.Descending ? $"{name} IS NULL{direction}, {name}{(isBackward ? "" : " DESC")}" : name + direction);
        return string.Join(", ", parts.Append($"{pattern.Id}{direction}").Append(Tie + direction));
    }

    /// <summary>True for rows after (or before) a cursor's place, by the keys' variables.</summary>
    /// <exception cref="StoreException"><see cref="StoreErrorCode.BadCursor"/>: the cursor is none of this order.</exception>
    public string Beyond(Slot slot, bool isAfter)
    {
        var prefix = $"c{slot.Index}_";
        var sign = isAfter ? ">" : "<";
        var id = builder.Parameter(prefix + "id", given => Parse(given, slot).Id);
        var tie = builder.Parameter(prefix + "tie", given => CodeUnitOrder.Of(Parse(given, slot).Edge));
        var condition = $"({pattern.Id} {sign} {id} OR ({pattern.Id} = {id} AND {Tie} {sign} {tie}))";
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            var at = i;
            var value = builder.Parameter($"{prefix}{i}", given => Parse(given, slot).Keys[at] is string key && keys[at].IsText ? CodeUnitOrder.Of(key) : Parse(given, slot).Keys[at]);
            condition = $"({Past(Variables[i], value, keys[i].Descending, isAfter)} OR ({Same(Variables[i], value)} AND {condition}))";
        }

        return condition;
    }

    /// <summary>The cursor of a row.</summary>
    /// <param name="place">As <see cref="Place"/> gave it.</param>
    public string CursorOf(string id, JsonElement place)
    {
        var values = place.EnumerateArray().ToList();
        return new Cursor([.. values.Take(keys.Count).Select(ValueWriting.Plain)], id, values[^1].GetString() ?? "").Encode(fingerprint);
    }

    private static string Same(string key, string value) => $"coalesce({key} = {value}, {key} IS NULL AND {value} IS NULL)";

    /// <summary>Missing values come after all others, whichever way the others go.</summary>
    private static string Past(string key, string value, bool descending, bool isAfter)
    {
        var sign = descending == isAfter ? "<" : ">";
        var missing = isAfter ? key : value;
        return $"coalesce({key} {sign} {value}, {missing} IS NULL AND ({key} IS NOT NULL OR {value} IS NOT NULL))";
    }

    private Cursor Parse(Parameters values, Slot slot)
    {
        var place = Cursor.Parse(values.Text(slot) ?? "", fingerprint);
        return place.Keys.Count == keys.Count
            ? place
            : throw new StoreException(StoreErrorCode.BadCursor, "The cursor belongs to a list in another order; take cursors from the same list, with the same orderBy.");
    }

    /// <summary>By name then id for entities, by id for others.</summary>
    private static OrderPart ByName(Pattern pattern)
    {
        var name = new PropertyText($"{pattern.Node}.name", PropertyKind.Text);
        return pattern.Possible.All(type => type.IsEntity) ? new(name.Order, name.Text, IsText: true, Descending: false)
            : pattern.Possible.Any(type => type.IsEntity) ? new(Entity(pattern, name.Order), Entity(pattern, name.Text), IsText: true, Descending: false)
            : new("null", "null", IsText: true, Descending: false);
    }

    private static string Entity(Pattern pattern, string text) => $"CASE WHEN {pattern.Node}:{GraphModel.EntityLabel} THEN {text} END";

    private static OrderPart Key(StatementBuilder builder, FilterCompiler filters, Pattern pattern, OrderKey key)
    {
        switch (key)
        {
            case PropertyOrder property:
                return Of(PropertyText.Of(pattern.Node, GraphNames.Property(pattern.Possible, property.Property)), key);
            case EdgePropertyOrder property:
                return pattern.Edge is { } edge
                    ? Of(PropertyText.Of(edge, builder.Names.EdgeProperty(property.Property)), key)
                    : new("null", "null", IsText: false, key.Descending);
            case RelationCountOrder count:
                var text = $"COUNT {{ {filters.Match(Pattern.Of(builder, pattern.Node, count.Step), count.Filter, null)} RETURN 1 }}";
                return new(text, text, IsText: false, key.Descending);
            case DocumentCountOrder:
                var documents = $"{pattern.Node}.{GraphNames.Documents}";
                return new(documents, documents, IsText: false, key.Descending);
            default:
                throw new UnknownNameException($"There is no order by {key.GetType().Name}.");
        }
    }

    private static OrderPart Of(PropertyText property, OrderKey key) => property.Kind == PropertyKind.TextList
        ? throw new UnknownNameException("There is no order by a list.")
        : new(property.Order, property.Text, property.Kind == PropertyKind.Text, key.Descending);
}
