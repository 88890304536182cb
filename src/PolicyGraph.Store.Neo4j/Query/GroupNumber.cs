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

    private readonly StatementBuilder builder;
    private readonly Aggregate aggregate;
    private readonly string variable;
    private readonly PropertyText value;

    public GroupNumber(StatementBuilder builder, ShapeCompiler shapes, Aggregate aggregate, Pattern pattern)
    {
        this.builder = builder;
        this.aggregate = aggregate;
        variable = builder.Variable("a");
        var member = aggregate.Steps.Count == 0 ? pattern.Node : builder.Variable("m");
        var (steps, node) = shapes.Chain(member, aggregate.Steps);
        var possible = aggregate.Steps.Count == 0 ? pattern.Possible : builder.Names.Ends(aggregate.Steps[^1]);
        value = aggregate.Property is { } property ? PropertyText.Of(node, GraphNames.Property(possible, property)) : new PropertyText(node, PropertyKind.Integer);
        Projection = Over();
        Further = members => $"CALL ({members}) {{ UNWIND {members} AS {member} {steps} RETURN {Projection} }}";
    }

    /// <summary>True where it is told of nodes further on.</summary>
    public bool IsFurther => aggregate.Steps.Count > 0;

    /// <summary>The aggregate over the rows of a group.</summary>
    public string Projection { get; }

    /// <summary>A clause that makes it of the list of the group's nodes, by its variable.</summary>
    public Func<string, string> Further { get; }

    /// <summary>What is ordered and compared by.</summary>
    public string Order => IsSum ? $"{variable}[0]" : variable;

    /// <summary>Binds the variable to what is ordered and told by.</summary>
    public string Settled => IsSum
        ? $"CASE WHEN {variable}[3] = 0 OR {variable}[4] > 0 THEN [null, null] ELSE [{(aggregate.Kind == AggregateKind.Sum ? Parts : Mean)}, {variable}] END AS {variable}"
        : variable;

    /// <summary>What the answer is made of.</summary>
    public string Told => IsSum ? $"{variable}[1]" : variable;

    private bool IsOrdered => value.Kind == PropertyKind.Text && aggregate.Kind is AggregateKind.Min or AggregateKind.Max;

    private bool IsSum => aggregate.Kind is AggregateKind.Sum or AggregateKind.Average;

    private string Mean => $"(toFloat({variable}[0]) * {Unit}.0 + toFloat({variable}[1]) + toFloat({variable}[2]) / {Billion}.0) / toFloat({variable}[3])";

    private string Parts
    {
        get
        {
            var (high, low, billionths) = ($"{variable}[0]", $"{variable}[1]", $"{variable}[2]");
            var rest = $"(({billionths} % {Billion}) + {Billion}) % {Billion}";
            var carried = $"({low} + ({billionths} - ({rest})) / {Billion})";
            var within = $"(({carried} % {Unit}) + {Unit}) % {Unit}";
            return $"[{high} + ({carried} - ({within})) / {Unit}, {within}, {rest}]";
        }
    }

    /// <summary>The aggregate against a slot's value.</summary>
    public string Compare(Comparison comparison, Slot slot) => aggregate.Kind != AggregateKind.Sum
        ? new PropertyText(Order, IsOrdered ? PropertyKind.Date : PropertyKind.Number).Compare(builder, comparison, slot, isStrict: true)
        : comparison switch
        {
            Comparison.IsNull => $"({Order} IS NULL) = {builder.Parameter(slot)}",
            Comparison.NotEqual => $"NOT coalesce({Order} = {builder.Parameter("v", slot, Split)}, false)",
            _ => $"coalesce({Order} {PropertyText.Operator(comparison)} {builder.Parameter("v", slot, Split)}, false)",
        };

    /// <summary>The number as the answer tells it; null where there is none.</summary>
    public Value? Read(JsonElement told)
    {
        if (!IsSum || told.ValueKind != JsonValueKind.Array)
        {
            return IsOrdered && told.GetString() is { } text ? Value.OfText(CodeUnitOrder.Back(text)) : ValueWriting.Read(told);
        }

        var sum = new NumberSum(told[0].GetInt64(), told[1].GetInt64(), told[2].GetInt64(), told[3].GetInt64(), told[4].GetInt64() > 0);
        return (aggregate.Kind == AggregateKind.Sum ? sum.Total : sum.Mean) is { } number ? Value.OfSum(number, number) : null;
    }

    private static object? Split(object? number) => number switch
    {
        long whole => NumberSum.Parts(whole).Select(part => (object?)part).ToList(),
        decimal other => NumberSum.Parts(Doubles.Nearest(other)).Select(part => (object?)part).ToList(),
        IReadOnlyList<object?> list => list.Select(Split).ToList(),
        _ => number,
    };

    private string Over() => aggregate.Kind switch
    {
        AggregateKind.Count => $"count({value.Text}) AS {variable}",
        AggregateKind.CountDistinct => $"count(DISTINCT {value.Text}) AS {variable}",
        AggregateKind.Min => $"min({value.Order}) AS {variable}",
        AggregateKind.Max => $"max({value.Order}) AS {variable}",
        _ => Sums(value.Text),
    };

    /// <summary>High, low and billionth parts, how many numbers there are, and how many that cannot be summed.</summary>
    private string Sums(string number)
    {
        var limit = NumberSum.Limit.ToString("R", CultureInfo.InvariantCulture);
        var isSmall = $"{number} >= -9223372036854775807 AND {number} <= 9223372036854775807";
        var isLarge = $"{number} > -{limit} AND {number} < {limit}";
        var high = $"CASE WHEN {isSmall} THEN toInteger({number}) / {Unit} WHEN {isLarge} THEN toInteger({number} / {Unit}.0) END";
        var low = $"CASE WHEN {isSmall} THEN toInteger({number}) % {Unit} WHEN {isLarge} THEN toInteger({number} - toInteger({number} / {Unit}.0) * {Unit}.0) END";
        var billionths = $"CASE WHEN {isSmall} THEN toInteger(floor(({number} - toInteger({number})) * {Billion}.0 + 0.5)) END";
        return $"[sum({high}), sum({low}), sum({billionths}), count({number}), count(CASE WHEN {isLarge} THEN null ELSE {number} END)] AS {variable}";
    }
}
