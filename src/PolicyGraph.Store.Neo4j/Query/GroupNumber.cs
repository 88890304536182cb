using System.Globalization;
using System.Text.Json;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Numeric;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>One aggregate of groups. Sums are made of whole numbers, as <see cref="NumberSum"/> takes numbers apart.</summary>
internal sealed class GroupNumber
{
    private const string Unit = "1073741824";
    private const string Billion = "1000000000";

    private readonly StatementBuilder _builder;
    private readonly Aggregate _aggregate;
    private readonly string _variable;
    private readonly PropertyText _value;

    public GroupNumber(StatementBuilder builder, ShapeCompiler shapes, Aggregate aggregate, Pattern pattern)
    {
        _builder = builder;
        _aggregate = aggregate;
        _variable = builder.Variable("a");
        var member = aggregate.Steps.Count == 0 ? pattern.Node : builder.Variable("m");
        var (steps, node) = shapes.Chain(member, aggregate.Steps);
        var possible = aggregate.Steps.Count == 0 ? pattern.Possible : builder.Names.Ends(aggregate.Steps[^1]);
        _value = aggregate.Property is { } property
            ? PropertyText.Of(node, GraphNames.Property(possible, property))
            : new PropertyText(node, PropertyKind.Integer);
        Projection = Over();
        Further = members => $"CALL ({members}) {{ UNWIND {members} AS {member} {steps} RETURN {Projection} }}";
    }

    /// <summary>True where it is told of nodes further on.</summary>
    public bool IsFurther => _aggregate.Steps.Count > 0;

    /// <summary>The aggregate over the rows of a group.</summary>
    public string Projection { get; }

    /// <summary>A clause that makes it of the list of the group's nodes, by its variable.</summary>
    public Func<string, string> Further { get; }

    /// <summary>What is ordered and compared by.</summary>
    public string Order => IsSum ? $"{_variable}[0]" : _variable;

    /// <summary>Binds the variable to what is ordered and told by.</summary>
    public string Settled =>
        IsSum
            ? $"CASE WHEN {_variable}[3] = 0 OR {_variable}[4] > 0 THEN [null, null] ELSE [{(_aggregate.Kind == AggregateKind.Sum ? Parts : Mean)}, {_variable}] END AS {_variable}"
            : _variable;

    /// <summary>What the answer is made of.</summary>
    public string Told => IsSum ? $"{_variable}[1]" : _variable;

    private bool IsOrdered => _value.Kind == PropertyKind.Text && _aggregate.Kind is AggregateKind.Min or AggregateKind.Max;

    private bool IsSum => _aggregate.Kind is AggregateKind.Sum or AggregateKind.Average;

    private string Mean =>
        $"(toFloat({_variable}[0]) * {Unit}.0 + toFloat({_variable}[1]) + toFloat({_variable}[2]) / {Billion}.0) / toFloat({_variable}[3])";

    private string Parts
    {
        get
        {
            var (high, low, billionths) = ($"{_variable}[0]", $"{_variable}[1]", $"{_variable}[2]");
            var rest = $"(({billionths} % {Billion}) + {Billion}) % {Billion}";
            var carried = $"({low} + ({billionths} - ({rest})) / {Billion})";
            var within = $"(({carried} % {Unit}) + {Unit}) % {Unit}";
            return $"[{high} + ({carried} - ({within})) / {Unit}, {within}, {rest}]";
        }
    }

    /// <summary>The aggregate against a slot's value.</summary>
    public string Compare(Comparison comparison, Slot slot) =>
        _aggregate.Kind != AggregateKind.Sum
            ? new PropertyText(Order, IsOrdered ? PropertyKind.Date : PropertyKind.Number).Compare(
                _builder,
                comparison,
                slot,
                isStrict: true
            )
            : comparison switch
            {
                Comparison.IsNull => $"({Order} IS NULL) = {_builder.Parameter(slot)}",
                Comparison.NotEqual => $"NOT coalesce({Order} = {_builder.Parameter("v", slot, Split)}, false)",
                _ => $"coalesce({Order} {PropertyText.Operator(comparison)} {_builder.Parameter("v", slot, Split)}, false)",
            };

    /// <summary>The number as the answer tells it; null where there is none.</summary>
    public Value? Read(JsonElement told)
    {
        if (!IsSum || told.ValueKind != JsonValueKind.Array)
        {
            return IsOrdered && told.GetString() is { } text ? Value.OfText(CodeUnitOrder.Back(text)) : ValueWriting.Read(told);
        }

        var sum = new NumberSum(told[0].GetInt64(), told[1].GetInt64(), told[2].GetInt64(), told[3].GetInt64(), told[4].GetInt64() > 0);
        return (_aggregate.Kind == AggregateKind.Sum ? sum.Total : sum.Mean) is { } number ? Value.OfSum(number, number) : null;
    }

    private static object? Split(object? number) =>
        number switch
        {
            long whole => NumberSum.Parts(whole).Select(part => (object?)part).ToList(),
            decimal other => NumberSum.Parts(Doubles.Nearest(other)).Select(part => (object?)part).ToList(),
            IReadOnlyList<object?> list => list.Select(Split).ToList(),
            _ => number,
        };

    private string Over() =>
        _aggregate.Kind switch
        {
            AggregateKind.Count => $"count({(_aggregate.Property is null ? "*" : _value.Text)}) AS {_variable}",
            AggregateKind.CountDistinct => $"count(DISTINCT {_value.Text}) AS {_variable}",
            AggregateKind.Min => $"min({_value.Order}) AS {_variable}",
            AggregateKind.Max => $"max({_value.Order}) AS {_variable}",
            _ => Sums(_value.Text),
        };

    /// <summary>High, low and billionth parts, how many numbers there are, and how many that cannot be summed.</summary>
    private string Sums(string number)
    {
        var limit = NumberSum.Limit.ToString("R", CultureInfo.InvariantCulture);
        var isSmall = $"{number} >= -9223372036854775807 AND {number} <= 9223372036854775807";
        var isLarge = $"{number} > -{limit} AND {number} < {limit}";
        var high = $"CASE WHEN {isSmall} THEN toInteger({number}) / {Unit} WHEN {isLarge} THEN toInteger({number} / {Unit}.0) END";
        var low =
            $"CASE WHEN {isSmall} THEN toInteger({number}) % {Unit} WHEN {isLarge} THEN toInteger({number} - toInteger({number} / {Unit}.0) * {Unit}.0) END";
        var billionths = $"CASE WHEN {isSmall} THEN toInteger(floor(({number} - toInteger({number})) * {Billion}.0 + 0.5)) END";
        return $"[sum({high}), sum({low}), sum({billionths}), count({number}), count(CASE WHEN {isLarge} THEN null ELSE {number} END)] AS {_variable}";
    }
}
