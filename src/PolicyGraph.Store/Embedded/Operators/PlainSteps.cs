using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Embedded.Writing;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>
/// Makes the steps of a <see cref="PlainNodeWriter"/> for nodes of one label: what the label has not is left out, or null, here already.
/// </summary>
internal sealed class PlainSteps(NodeKind kind)
{
    private readonly List<PlainStep> _steps = [];

    /// <summary>What is to be written before the next value.</summary>
    private readonly List<byte> _pending = [];

    public PlainStep[] Of(ShapeField<NodeRow>[] fields)
    {
        AddObject(fields);
        Flush(null);
        return [.. _steps];
    }

    private void AddObject(ShapeField<NodeRow>[] fields)
    {
        var separator = (byte)'{';
        foreach (var field in fields.Where(field => (field.Labels & kind.Bit) != 0))
        {
            _pending.AddRange([separator, .. field.Key]);
            Add(field.Operator);
            separator = (byte)',';
        }

        _pending.AddRange(separator == '{' ? "{}"u8 : "}"u8);
    }

    private void Add(Operator<NodeRow> value)
    {
        switch (value)
        {
            case ConstantWriter<NodeRow> constant:
                _pending.AddRange(constant.Json);
                break;
            case NodeLabelWriter:
                _pending.AddRange(kind.LabelJson);
                break;
            case INodeProperty property:
                AddProperty(property.PlaceIn(kind));
                break;
            case ObjectWriter<NodeRow> { Shape: PlainNodeWriter shape } inner when inner.NullUnless.All(reader => reader is INodeProperty):
                AddPart(shape.Fields, inner.NullUnless);
                break;
            default:
                Flush(value);
                break;
        }
    }

    private void AddProperty(int place)
    {
        if (place < 0)
        {
            _pending.AddRange("null"u8);
        }
        else
        {
            _steps.Add(new PlainStep(Take(), place));
        }
    }

    private void AddPart(ShapeField<NodeRow>[] fields, Reader<NodeRow>[] nullUnless)
    {
        if (nullUnless.Length == 0)
        {
            AddObject(fields);
            return;
        }

        int[] places = [.. nullUnless.Cast<INodeProperty>().Select(property => property.PlaceIn(kind)).Where(place => place >= 0)];
        var (at, saysNull) = (_steps.Count, new PaddedBytes([.. _pending, .. "null"u8]));
        _steps.Add(default);
        AddObject(fields);
        Flush(null);
        _steps[at] = new PlainStep(saysNull, property: -1, nullUnless: places, skip: _steps.Count - at - 1);
    }

    private void Flush(Operator<NodeRow>? other) => _steps.Add(new PlainStep(Take(), property: -1, other));

    private PaddedBytes Take()
    {
        var lead = new PaddedBytes([.. _pending]);
        _pending.Clear();
        return lead;
    }
}
