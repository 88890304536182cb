using System.Text.Json;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>The order of a list, down to what tells its rows apart.</summary>
internal sealed class OrderPlan
{
    private readonly StatementBuilder _builder;
    private readonly Pattern _pattern;
    private readonly IReadOnlyList<OrderPart> _parts;
    private readonly uint _fingerprint;
    private readonly IReadOnlyList<string> _variables;
    private readonly string _tie;

    public OrderPlan(StatementBuilder builder, FilterCompiler filters, Pattern pattern, IReadOnlyList<OrderKey> order)
        : this(
            builder,
            pattern,
            Cursor.Fingerprint(order),
            order.Count == 0 ? Kept(pattern) : [.. order.Select(key => Key(builder, filters, pattern, key))]
        ) { }

    public OrderPlan(StatementBuilder builder, Pattern pattern, uint fingerprint, IReadOnlyList<OrderPart> parts)
    {
        _builder = builder;
        _pattern = pattern;
        _fingerprint = fingerprint;
        _parts = parts;
        _variables = [.. parts.Select(part => part.IsMissing ? part.Order : builder.Variable("k"))];
        _tie = pattern.Tie is { } known ? $"'{known.Replace("\n", "\\n", StringComparison.Ordinal)}'" : builder.Variable("t");
    }

    /// <summary>The variables that the order takes.</summary>
    public IEnumerable<string> Variables =>
        IsTieKnown ? Present.Select(pair => pair.Variable) : Present.Select(pair => pair.Variable).Append(_tie);

    /// <summary>Keys and tie, to follow the variables of a <c>WITH</c>.</summary>
    public string Projection =>
        string.Concat(Present.Select(pair => $", {pair.Part.Order} AS {pair.Variable}"))
        + (IsTieKnown ? "" : $", {_pattern.EdgeText(forOrder: true)} AS {_tie}");

    /// <summary>What a row's cursor is made of: its id, the keys' values, and the tie as text where it is not known.</summary>
    public string Place
    {
        get
        {
            var values = _parts
                .Zip(_variables)
                .SelectMany(pair => pair.First.Values.Select(value => value == pair.First.Order ? pair.Second : value))
                .Prepend(_pattern.Id);
            return $"[{string.Join(", ", IsTieKnown ? values : values.Append(_pattern.EdgeText(forOrder: false)))}]";
        }
    }

    private IEnumerable<(OrderPart Part, string Variable)> Present => _parts.Zip(_variables).Where(pair => !pair.First.IsMissing);

    private bool IsTieKnown => _pattern.Tie is not null;

    /// <summary>After <c>ORDER BY</c>: missing values last, turned round for a page that is read backwards.</summary>
    public string OrderBy(bool isBackward)
    {
        var direction = isBackward ? " DESC" : "";
        var all = Present
            .Select(pair =>
                pair.Part is { Descending: true, IsAlways: false }
                    ? $"{pair.Variable} IS NULL{direction}, {pair.Variable}{(isBackward ? "" : " DESC")}"
                    : pair.Variable + (pair.Part.Descending == isBackward ? "" : " DESC")
            )
            .Append($"{_pattern.Id}{direction}");
        return string.Join(", ", IsTieKnown ? all : all.Append(_tie + direction));
    }

    /// <summary>
    /// Of all nodes of a label, a condition that each row of the page meets and that lets Neo4j take the rows from an index that is in this
    /// order; null where there is none.
    /// </summary>
    /// <param name="after">The cursor that the page begins after; null for none.</param>
    public string? Within(Slot? after, Slot? before)
    {
        var at = Enumerable.Range(0, _parts.Count).FirstOrDefault(i => !_parts[i].IsMissing, -1);
        if (!_pattern.IsScan || (at >= 0 && !_parts[at].IsAlways))
        {
            return null;
        }

        var (place, isTurned) = at < 0 ? (_pattern.Id, false) : (_parts[at].Order, _parts[at].Descending);
        var bounds = new[] { (Slot: after, Sign: isTurned ? "<=" : ">="), (Slot: before, Sign: isTurned ? ">=" : "<=") };
        var within = bounds
            .Where(bound => bound.Slot is not null)
            .Select(bound => $"{place} {bound.Sign} {(at < 0 ? IdOf(bound.Slot!.Value) : KeyOf(bound.Slot!.Value, at))}")
            .ToList();
        return within.Count == 0 ? $"{place} IS NOT NULL" : string.Join(" AND ", within);
    }

    private string IdOf(Slot slot) => _builder.Parameter($"c{slot.Index}_id", given => Parse(given, slot).Id);

    private string KeyOf(Slot slot, int at)
    {
        var first = _parts.Take(at).Sum(part => part.Values.Count);
        return _builder.Parameter(
            $"c{slot.Index}_{at}",
            given => _parts[at].Of([.. Parse(given, slot).Keys.Skip(first).Take(_parts[at].Values.Count)])
        );
    }

    private int KeyCount => _parts.Sum(part => part.Values.Count);

    /// <summary>True for rows after (or before) a cursor's place, by the keys' variables.</summary>
    /// <exception cref="StoreException"><see cref="StoreErrorCode.BadCursor"/>: the cursor is none of this order.</exception>
    public string Beyond(Slot slot, bool isAfter)
    {
        var sign = isAfter ? ">" : "<";
        var id = IdOf(slot);
        var edge = _builder.Parameter($"c{slot.Index}_tie", given => CodeUnitOrder.Of(Parse(given, slot).Edge));
        var condition = $"({_pattern.Id} {sign} {id} OR ({_pattern.Id} = {id} AND {_tie} {sign} {edge}))";
        foreach (var i in Enumerable.Range(0, _parts.Count).Reverse().Where(i => !_parts[i].IsMissing))
        {
            var value = KeyOf(slot, i);
            condition = $"({Past(_variables[i], value, _parts[i].Descending, isAfter)} OR ({Same(_variables[i], value)} AND {condition}))";
        }

        return condition;
    }

    /// <summary>The cursor of a row.</summary>
    /// <param name="place">As <see cref="Place"/> gave it.</param>
    public string CursorOf(JsonElement place)
    {
        var values = place.EnumerateArray().ToList();
        return new Cursor(
            [.. values.Skip(1).Take(KeyCount).Select(ValueWriting.Plain)],
            values[0].GetString() ?? "",
            _pattern.Tie ?? values[^1].GetString() ?? ""
        ).Encode(_fingerprint);
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
        var place = Cursor.Parse(values.Text(slot) ?? "", _fingerprint);
        return place.Keys.Count == KeyCount
            ? place
            : throw new StoreException(
                StoreErrorCode.BadCursor,
                "The cursor belongs to a list in another order; take cursors from the same list, with the same orderBy."
            );
    }

    /// <summary>The keys of <see cref="KeptOrder"/>. What a statistic goes by is nothing to other nodes, though they may have it.</summary>
    private static OrderPart[] Kept(Pattern pattern)
    {
        var name = pattern.Possible.Any(HasName)
            ? OrderPart.OfProperty(PropertyText.Name(pattern.Node), descending: false) with
            {
                IsAlways = pattern.Possible.All(HasName),
            }
            : OrderPart.None(1);
        var isStatistic = pattern.Possible.Any(type => type.Label == Labels.Statistic);
        return [name, isStatistic ? OrderPart.OfStatistic(pattern.Node, amongOthers: pattern.Possible.Count > 1) : OrderPart.None(2)];
    }

    private static bool HasName(NodeType type) => type.Properties.Any(property => property.Name == KeptOrder.Name);

    private static OrderPart Key(StatementBuilder builder, FilterCompiler filters, Pattern pattern, OrderKey key)
    {
        switch (key)
        {
            case PropertyOrder property:
                var text = PropertyText.Of(pattern.Node, GraphNames.Property(pattern.Possible, property.Property));
                return OrderPart.OfProperty(text, key.Descending) with { IsAlways = text.HasOrder && pattern.Possible.All(HasName) };
            case EdgePropertyOrder property:
                return pattern.Edge is { } edge
                    ? OrderPart.OfProperty(PropertyText.Of(edge, builder.Names.EdgeProperty(property.Property)), key.Descending)
                    : OrderPart.None(1);
            case RelationCountOrder count:
                var number = $"COUNT {{ {filters.Match(Pattern.Of(builder, pattern.Node, count.Step), count.Filter, null)} RETURN 1 }}";
                return OrderPart.OfNumber(number, key.Descending);
            case DocumentCountOrder:
                return OrderPart.OfNumber($"{pattern.Node}.{GraphNames.Documents}", key.Descending);
            default:
                throw new UnknownNameException($"There is no order by {key.GetType().Name}.");
        }
    }
}
