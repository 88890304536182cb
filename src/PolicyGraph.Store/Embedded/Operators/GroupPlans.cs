using System.Collections.Concurrent;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Keys of groups that speak of the same neighbour: which combinations of values a node stands under.</summary>
internal sealed class GroupKeysPlan(StepPlan[] steps, GroupKeyPlan[] keys)
{
    private static readonly Value?[][] Missing =
    [
        [],
    ];

    /// <summary>True where the keys are the node's own, so that there is one combination.</summary>
    public bool AreOwn => steps.Length == 0;

    /// <summary>Puts a node's own values where a group's keys have these.</summary>
    public void PutOwn(Execution run, Node node, Value?[] group)
    {
        foreach (var key in keys)
        {
            group[key.Place] = key.Read(run, new Row(node.Head.Index, -1, -1), null);
        }
    }

    /// <summary>
    /// The distinct combinations of what the steps lead to, each as long as there are keys; one without values where they lead nowhere.
    /// </summary>
    public IReadOnlyCollection<Value?[]> Values(Execution run, Node node)
    {
        var start = run.Rows.Count;
        if (steps is [var only])
        {
            only.Push(run, node);
            if (run.Rows.Count - start == 1)
            {
                Value?[] single = Array.ConvertAll(keys, key => key.Read(run, run.Rows[start], node)); // Most nodes have one neighbour.
                run.Rows.CutTo(start);
                return [single];
            }

            run.Rows.CutTo(start);
        }

        var found = new HashSet<Value?[]>(KeyEquality.Instance);
        foreach (var before in Reaching.From(run, node, steps[..^1]))
        {
            steps[^1].Push(run, before);
            for (var i = start; i < run.Rows.Count; i++)
            {
                var row = run.Rows[i];
                found.Add(Array.ConvertAll(keys, key => key.Read(run, row, before)));
            }

            run.Rows.CutTo(start);
        }

        return found.Count == 0 ? Missing : found;
    }

    /// <summary>Puts a combination where a group's keys have these.</summary>
    public void Put(Value?[] values, Value?[] group)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            group[keys[i].Place] = i < values.Length ? values[i] : null;
        }
    }
}

/// <summary>One key of groups: what it reads of the node reached or of the edge that led there.</summary>
/// <param name="place">Its place among the group's keys.</param>
internal sealed class GroupKeyPlan(int place, Reader<NodeRow>? node, Reader<EdgeRow>? edge, DatePart part)
{
    private const int YearLength = 4;
    private const int MonthLength = 7;

    /// <summary>So many years and months are kept: all that papers tell of.</summary>
    private const int MostParts = 1 << 14;

    private static readonly ConcurrentDictionary<string, Value> Parts = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Value>.AlternateLookup<ReadOnlySpan<char>> PartsBySpan = Parts.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    public int Place => place;

    public Value? Read(Execution run, Row row, Node? before)
    {
        var value = node is not null
            ? node.Read(run, new NodeRow(run.Graph.Node(row.Node)))
            : edge?.Read(run, EdgeRow.Of(run, before, row));
        var length = part switch
        {
            DatePart.Year => YearLength,
            DatePart.Month => MonthLength,
            _ => 0,
        };
        return length == 0 ? value
            : value?.Text is { } text && text.Length >= length ? Part(text.AsSpan(0, length))
            : null;
    }

    /// <summary>A year or a month as a value, the same one each time.</summary>
    private static Value Part(ReadOnlySpan<char> text)
    {
        if (PartsBySpan.TryGetValue(text, out var known))
        {
            return known;
        }

        var made = Value.OfText(text.ToString());
        return Parts.Count < MostParts ? Parts.GetOrAdd(made.Text!, made) : made; // It was just made of a text.
    }
}
