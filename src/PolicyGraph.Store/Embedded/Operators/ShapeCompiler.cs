using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Makes the writers of objects for one kind of row.</summary>
internal abstract class ShapeCompiler<TRow>(Kinds kinds)
    where TRow : struct, IRow
{
    protected Kinds Kinds => kinds;

    /// <param name="possible">Bits of the labels that the rows may have.</param>
    public ShapeWriter<TRow> Compile(Shape shape, ulong possible)
    {
        var fields = new List<ShapeField<TRow>>();
        foreach (var field in shape.Fields)
        {
            var labels =
                field.Labels is null ? ulong.MaxValue
                : field.Labels.Count == 0 ? 0
                : kinds.Mask(field.Labels);
            if ((labels & possible) != 0)
            {
                fields.Add(new(field.Key, labels, (possible & ~labels) == 0, field.Conditions, Compile(field, possible & labels)));
            }
        }

        return Writer([.. fields]);
    }

    /// <summary>The reader of a property.</summary>
    /// <exception cref="ArgumentException">No row can have the property.</exception>
    public abstract Reader<TRow> Property(string name, ulong possible);

    /// <summary>The writer of an object of these fields.</summary>
    protected virtual ShapeWriter<TRow> Writer(ShapeField<TRow>[] fields) => new(fields);

    /// <summary>The writer of one field.</summary>
    public virtual Operator<TRow> Compile(OutputField field, ulong possible) =>
        field switch
        {
            PropertyField property => Property(property.Property, possible),
            ConstantField constant => new ConstantWriter<TRow>(constant.Json),
            ObjectField inner => new ObjectWriter<TRow>(
                Compile(inner.Shape, possible),
                [.. inner.NullUnless.Select(name => Property(name, possible))]
            ),
            _ => throw new UnknownNameException($"A {field.GetType().Name} cannot be asked of a {typeof(TRow).Name}."),
        };
}

/// <summary>Bytes that do not depend on the row.</summary>
internal sealed class ConstantWriter<TRow>(ReadOnlyMemory<byte> json) : Operator<TRow>
    where TRow : struct, IRow
{
    public byte[] Json { get; } = json.ToArray();

    public override void Write(Execution run, in TRow row) => run.Out.Write(Json);
}

/// <summary>An object over the same row; null where it has none of some properties.</summary>
internal sealed class ObjectWriter<TRow>(ShapeWriter<TRow> shape, Reader<TRow>[] nullUnless) : Operator<TRow>
    where TRow : struct, IRow
{
    public ShapeWriter<TRow> Shape => shape;

    public Reader<TRow>[] NullUnless => nullUnless;

    public override void Write(Execution run, in TRow row)
    {
        if (nullUnless.Length == 0 || HasAny(run, row))
        {
            shape.Write(run, row);
        }
        else
        {
            run.Out.WriteNull();
        }
    }

    private bool HasAny(Execution run, in TRow row)
    {
        foreach (var reader in nullUnless)
        {
            if (reader.Has(run, row))
            {
                return true;
            }
        }

        return false;
    }
}
