using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>What an object of the answer stands for: a node, an edge, an evidence row …</summary>
internal interface IRow
{
    /// <summary>The bit of its label, where it has one; else all bits.</summary>
    ulong LabelBit { get; }
}

/// <summary>A part of a prepared query that writes one JSON value for a row.</summary>
internal abstract class Operator<TRow>
    where TRow : struct, IRow
{
    public abstract void Write(Execution run, in TRow row);
}

/// <summary>Reads one property of a row.</summary>
internal abstract class Reader<TRow> : Operator<TRow>
    where TRow : struct, IRow
{
    /// <summary>The value, or null where the row has none.</summary>
    public abstract Value? Read(Execution run, in TRow row);

    public virtual bool Has(Execution run, in TRow row) => Read(run, row) is not null;

    public override void Write(Execution run, in TRow row)
    {
        if (Read(run, row) is { } value)
        {
            run.Out.Write(value.Json);
        }
        else
        {
            run.Out.WriteNull();
        }
    }
}

/// <summary>A condition on a row.</summary>
internal abstract class Test<TRow>
    where TRow : struct, IRow
{
    public abstract bool Holds(Execution run, in TRow row);
}
