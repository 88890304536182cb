using System.Globalization;
using System.Text.Json;
using PolicyGraph.Store.Neo4j.Loading;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>
/// What the compilers of one statement share: the model's names, fresh variables, and the parameters. The text depends on the query and on
/// what was chosen by the first request's values (which slots are null, which conditions hold), never on a value, so that Neo4j meets few
/// texts and keeps their plans. All parameters are members of one map: Neo4j plans anew where a parameter is null that was none, or a text
/// or list is ten times as long, but not where that happens within a map.
/// </summary>
/// <param name="values">The first request's; null to compile without one, as if every condition held.</param>
internal sealed class StatementBuilder(GraphNames names, Parameters? values)
{
    private const string Map = "v";

    private readonly SortedDictionary<string, Func<Parameters, object?>> _parameters = new(StringComparer.Ordinal);
    private readonly List<(Func<Parameters, object?> Ask, object? Answer)> _choices = [];
    private readonly Dictionary<string, int> _variables = [];

    public GraphNames Names => names;

    /// <summary>True where there are no values: the statement is made to be looked at.</summary>
    public bool IsTrial => values is null;

    /// <summary>The values of the request that is being answered; set anew for each that the statement serves.</summary>
    public Parameters Values { get; set; } = values ?? default;

    /// <summary>A variable that the statement does not have yet.</summary>
    /// <param name="prefix">A letter.</param>
    public string Variable(string prefix) =>
        prefix + (_variables[prefix] = _variables.GetValueOrDefault(prefix) + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The value of a slot as a parameter.</summary>
    public string Parameter(Slot slot) => Parameter($"p{slot.Index}", given => given[slot]);

    /// <summary>A value made of a slot's as a parameter.</summary>
    /// <param name="kind">A letter for what is made of it.</param>
    public string Parameter(string kind, Slot slot, Func<object?, object?> make) =>
        Parameter($"{kind}{slot.Index}", given => make(given[slot]));

    public string Parameter(string name, Func<Parameters, object?> make)
    {
        _parameters[name] = make;
        return $"${Map}.{name}";
    }

    /// <summary>What the text depends on, asked of the values; other requests for which it is the same get the same text.</summary>
    public T Choose<T>(Func<Parameters, T> ask, T trial)
    {
        if (IsTrial)
        {
            return trial;
        }

        var answer = ask(Values);
        _choices.Add((given => ask(given), answer));
        return answer;
    }

    public bool IsNull(Slot slot) => Choose(given => given[slot] is null, trial: true);

    public bool Hold(IReadOnlyList<Condition> conditions)
    {
        foreach (var condition in conditions)
        {
            if (Choose(given => given.Truth(condition.Slot), condition.Expected) != condition.Expected)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True where other values lead to the same text.</summary>
    public bool Serves(Parameters given) => _choices.TrueForAll(choice => Equals(choice.Ask(given), choice.Answer));

    public void WriteParameters(Utf8JsonWriter writer)
    {
        writer.WriteStartObject(Map);
        foreach (var (name, make) in _parameters)
        {
            writer.WritePropertyName(name);
            NeoValues.WriteAny(writer, make(Values));
        }

        writer.WriteEndObject();
    }
}
