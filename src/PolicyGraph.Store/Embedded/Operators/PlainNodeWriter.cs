using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>
/// Writes an object whose fields depend on the node's label alone, and not on the request's conditions, as one row of steps for each label,
/// objects over the same node included: what stands before a value is one copy (<c>,"period":{"label":</c>), the value another, and nothing
/// is called for either.
/// </summary>
internal sealed class PlainNodeWriter(Kinds kinds, ShapeField<NodeRow>[] fields) : ShapeWriter<NodeRow>(fields)
{
    /// <summary>By the label's ordinal, made when the first of its nodes comes: most of a query's labels never do.</summary>
    private readonly PlainStep[]?[] _steps = new PlainStep[kinds.Nodes.Length][];

    public override void Write(Execution run, in NodeRow row)
    {
        var output = run.Out;
        var values = row.Node.Values;
        var place = output.Place;
        var all = _steps[row.Node.Label] ?? Make(row.Node.Label);
        for (var i = 0; i < all.Length; i++)
        {
            ref readonly var step = ref all[i];
            if (step.Property >= 0)
            {
                place = output.Put(output.Put(place, in step.Lead), values[step.Property]);
            }
            else if (step.NullUnless is null)
            {
                output.Place = output.Put(place, in step.Lead);
                step.Other?.Write(run, row);
                place = output.Place;
            }
            else if (step.IsNull(values))
            {
                place = output.Put(place, in step.Lead);
                i += step.Skip;
            }
        }

        output.Place = place;
    }

    public override int Fetch(Execution run, ReadOnlySpan<Row> rows)
    {
        var length = 0;
        foreach (ref readonly var row in rows)
        {
            var node = run.Graph.Node(row.Node);
            var values = node.Values;
            foreach (ref readonly var step in (_steps[node.Label] ?? Make(node.Label)).AsSpan())
            {
                length += step.Property < 0 ? 0 : values[step.Property]?.Encoded.Length ?? 0;
            }
        }

        return length;
    }

    private PlainStep[] Make(int label) => _steps[label] = new PlainSteps(kinds.Nodes[label]).Of(Fields);
}
