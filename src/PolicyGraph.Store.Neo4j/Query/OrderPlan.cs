using System.Text.Json;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>One key of an order.</summary>
/// <param name="Order">What Neo4j orders as the stores order the value.</param>
/// <param name="Value">The value, as cursors keep it.</param>
/// <param name="IsAlways">True where every row has a value.</param>
internal readonly record struct OrderPart(string Order, string Value, bool IsText, bool Descending, bool IsAlways = false)
{
    /// <summary>A key that no row has.</summary>
    public static OrderPart None { get; } = new(OrderPlan.Missing, OrderPlan.Missing, IsText: true, Descending: false);

    public bool IsMissing => Order == OrderPlan.Missing;
}

/// <summary>The order of a list, down to what tells its rows apart.</summary>
internal sealed class OrderPlan
{
    /// <summary>The value of a key that no row has.</summary>
    public const string Missing = "null";

    private readonly StatementBuilder builder;
    private readonly Pattern pattern;
    private readonly IReadOnlyList<OrderPart> keys;
    private readonly uint fingerprint;
    private readonly IReadOnlyList<string> variables;
    private readonly string tie;

    public OrderPlan(StatementBuilder builder, FilterCompiler filters, Pattern pattern, IReadOnlyList<OrderKey> order)
        : this(builder, pattern, Cursor.Fingerprint(order), order.Count == 0 ? Kept(pattern) : [.. order.Select(key => Key(builder, filters, pattern, key))])
    {
    }

    public OrderPlan(StatementBuilder builder, Pattern pattern, uint fingerprint, IReadOnlyList<OrderPart> keys)
    {
        this.builder = builder;
        this.pattern = pattern;
        this.fingerprint = fingerprint;
        this.keys = keys;
        variables = [.. keys.Select(key => key.IsMissing ? Missing : builder.Variable("k"))];
        tie = pattern.Tie is { } known ? $"'{known.Replace("\n", "\\n", StringComparison.Ordinal)}'" : builder.Variable("t");
    }

    /// <summary>The variables that the order takes.</summary>
    public IEnumerable<string> Variables => IsTieKnown ? Keys : Keys.Append(tie);

    /// <summary>Keys and tie, to follow the variables of a <c>WITH</c>.</summary>
    public string Projection =>
        string.Concat(keys.Zip(variables).Where(pair => !pair.First.IsMissing).Select(pair => $", {pair.First.Order} AS {pair.Second}")) + (IsTieKnown ? "" : $", {pattern.EdgeText(forOrder: true)} AS {tie}");

    /// <summary>What a row's cursor is made of: its id, the keys' values, and the tie as text where it is not known.</summary>
    public string Place
    {
        get
        {
            var values = keys.Zip(variables, (key, name) => key.IsText ? key.Value : name).Prepend(pattern.Id);
            return $"[{string.Join(", ", IsTieKnown ? values : values.Append(pattern.EdgeText(forOrder: false)))}]";
        }
    }

    private IEnumerable<string> Keys => variables.Where(name => name != Missing);

    private bool IsTieKnown => pattern.Tie is not null;

    /// <summary>After <c>ORDER BY</c>: missing values last, turned round for a page that is read backwards.</summary>
    public string OrderBy(bool isBackward)
    {
        var direction = isBackward ? " DESC" : "";
        var parts = keys.Zip(variables).Where(pair => !pair.First.IsMissing)
            .Select(pair => pair.First is { Descending: true, IsAlways: false } ? $"{pair.Second} IS NULL{direction}, {pair.Second}{(isBackward ? "" : " DESC")}" : pair.Second + (pair.First.Descending == isBackward ? "" : " DESC"))
            .Append($"{pattern.Id}{direction}");
        return string.Join(", ", IsTieKnown ? parts : parts.Append(tie + direction));
    }

    /// <summary>
    /// Of all nodes of a label, a condition that each row of the page meets and that lets Neo4j take the rows from an index that is in this order; null where there is none.
    /// </summary>
    /// <param name="after">The cursor that the page begins after; null for none.</param>
    public string? Within(Slot? after, Slot? before)
    {
        var at = Enumerable.Range(0, keys.Count).FirstOrDefault(i => !keys[i].IsMissing, -1);
        if (!pattern.IsScan || (at >= 0 && !keys[at].IsAlways))
        {
            return null;
        }

        var (place, isTurned) = at < 0 ? (pattern.Id, false) : (keys[at].Order, keys[at].Descending);
        var bounds = new[] { (Slot: after, Sign: isTurned ? "<=" : ">="), (Slot: before, Sign: isTurned ? ">=" : "<=") };
        var within = bounds.Where(bound => bound.Slot is not null).Select(bound => $"{place} {bound.Sign} {(at < 0 ? IdOf(bound.Slot!.Value) : KeyOf(bound.Slot!.Value, at))}").ToList();
        return within.Count == 0 ? $"{place} IS NOT NULL" : string.Join(" AND ", within);
    }

    private string IdOf(Slot slot) => builder.Parameter($"c{slot.Index}_id", given => Parse(given, slot).Id);

    private string KeyOf(Slot slot, int at) =>
        builder.Parameter($"c{slot.Index}_{at}", given => Parse(given, slot).Keys[at] is string key && keys[at].IsText ? CodeUnitOrder.Of(key) : Parse(given, slot).Keys[at]);

    /// <summary>True for rows after (or before) a cursor's place, by the keys' variables.</summary>
    /// <exception cref="StoreException"><see cref="StoreErrorCode.BadCursor"/>: the cursor is none of this order.</exception>
    public string Beyond(Slot slot, bool isAfter)
    {
        var sign = isAfter ? ">" : "<";
        var id = IdOf(slot);
        var edge = builder.Parameter($"c{slot.Index}_tie", given => CodeUnitOrder.Of(Parse(given, slot).Edge));
        var condition = $"({pattern.Id} {sign} {id} OR ({pattern.Id} = {id} AND {tie} {sign} {edge}))";
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            var value = KeyOf(slot, i);
            condition = $"({Past(variables[i], value, keys[i].Descending, isAfter)} OR ({Same(variables[i], value)} AND {condition}))";
        }

        return condition;
    }

    /// <summary>The cursor of a row.</summary>
    /// <param name="place">As <see cref="Place"/> gave it.</param>
    public string CursorOf(JsonElement place)
    {
        var values = place.EnumerateArray().ToList();
        return new Cursor([.. values.Skip(1).Take(keys.Count).Select(ValueWriting.Plain)], values[0].GetString() ?? "", pattern.Tie ?? values[^1].GetString() ?? "").Encode(fingerprint);
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

    /// <summary>The keys of <see cref="KeptOrder"/>. What a statistic goes by is nothing to other nodes, though they may have it.</summary>
    private static OrderPart[] Kept(Pattern pattern)
    {
        var ofNamed = pattern.Possible.Any(HasName);
        var ofStatistics = pattern.Possible.Any(type => type.Label == Labels.Statistic);
        var amongOthers = pattern.Possible.Count > 1;
        return
        [
            ofNamed ? Of(PropertyText.Name(pattern.Node), descending: false) with { IsAlways = pattern.Possible.All(HasName) } : OrderPart.None,
            ofStatistics ? OfStatistic(pattern, KeptOrder.LastDay, PropertyKind.Date, amongOthers, descending: true) : OrderPart.None,
            ofStatistics ? OfStatistic(pattern, KeptOrder.Indicator, PropertyKind.Text, amongOthers, descending: false) : OrderPart.None,
        ];
    }

    private static bool HasName(NodeType type) => type.Properties.Any(property => property.Name == KeptOrder.Name);

    private static OrderPart OfStatistic(Pattern pattern, string name, PropertyKind kind, bool amongOthers, bool descending)
    {
        var part = Of(new($"{pattern.Node}.{name}", kind), descending);
        return amongOthers ? part with { Order = IfStatistic(pattern, part.Order), Value = IfStatistic(pattern, part.Value) } : part;
    }

    private static string IfStatistic(Pattern pattern, string text) => $"CASE WHEN {pattern.Node}:{Labels.Statistic} THEN {text} END";

    private static OrderPart Key(StatementBuilder builder, FilterCompiler filters, Pattern pattern, OrderKey key)
    {
        switch (key)
        {
            case PropertyOrder property:
                var text = PropertyText.Of(pattern.Node, GraphNames.Property(pattern.Possible, property.Property));
                return Of(text, key.Descending) with { IsAlways = text.HasOrder && pattern.Possible.All(HasName) };
            case EdgePropertyOrder property:
                return pattern.Edge is { } edge
                    ? Of(PropertyText.Of(edge, builder.Names.EdgeProperty(property.Property)), key.Descending)
                    : OrderPart.None;
            case RelationCountOrder count:
                var number = $"COUNT {{ {filters.Match(Pattern.Of(builder, pattern.Node, count.Step), count.Filter, null)} RETURN 1 }}";
                return new(number, number, IsText: false, key.Descending);
            case DocumentCountOrder:
                var documents = $"{pattern.Node}.{GraphNames.Documents}";
                return new(documents, documents, IsText: false, key.Descending);
            default:
                throw new UnknownNameException($"There is no order by {key.GetType().Name}.");
        }
    }

    private static OrderPart Of(PropertyText property, bool descending) => property.Kind == PropertyKind.TextList
        ? throw new UnknownNameException("There is no order by a list.")
        : new(property.Order, property.Text, property.Kind == PropertyKind.Text, descending);
}
