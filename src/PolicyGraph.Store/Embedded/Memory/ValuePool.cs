using PolicyGraph.Model;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>Makes values, each short text once: units, measures, periods and indicators come back in every paper. Used by the one writer alone.</summary>
internal sealed class ValuePool
{
    /// <summary>Longer texts are seldom said twice, and would only fill the pool.</summary>
    private const int LongestShared = 24;

    private readonly Dictionary<string, Value> texts = [];
    private readonly HashSet<string> rules = [];

    public Value Of(PropertyValue value) => value.Text is { } text ? OfText(text) : Value.Of(value);

    /// <summary>A rule's name, of which there are few.</summary>
    public string Rule(string name)
    {
        if (rules.TryGetValue(name, out var known))
        {
            return known;
        }

        rules.Add(name);
        return name;
    }

    public Value OfText(string text)
    {
        if (text.Length > LongestShared)
        {
            return Value.OfText(text);
        }

        if (!texts.TryGetValue(text, out var value))
        {
            value = Value.OfText(text);
            texts.Add(text, value);
        }

        return value;
    }
}
