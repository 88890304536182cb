using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Writes one object: its fields in order, those left out that the row's label or the request's conditions leave out.</summary>
internal class ShapeWriter<TRow>(ShapeField<TRow>[] fields) : Operator<TRow>
    where TRow : struct, IRow
{
    private readonly bool _isPlain = fields.Length > 0 && fields.All(field => field.IsPlain);

    public ShapeField<TRow>[] Fields => fields;

    public override void Write(Execution run, in TRow row)
    {
        if (_isPlain)
        {
            WritePlain(run, row);
            return;
        }

        var output = run.Out;
        output.Write((byte)'{');
        var isFirst = true;
        foreach (var field in fields)
        {
            if (field.IsWanted(run, row.LabelBit))
            {
                output.Write(isFirst ? field.Key : field.NextKey);
                field.Operator.Write(run, row);
                isFirst = false;
            }
        }

        output.Write((byte)'}');
    }

    /// <summary>
    /// Reads of each row what is about to be written: reads that do not wait for one another are waited for together, where writing row by
    /// row would wait for each (a seventh of three hops with 1,000 leaves).
    /// </summary>
    /// <returns>How many bytes of values there are: that it is asked for keeps the reads from being left out.</returns>
    public virtual int Fetch(Execution run, ReadOnlySpan<Row> rows) => 0;

    private void WritePlain(Execution run, in TRow row)
    {
        var output = run.Out;
        var all = fields;
        output.Write(all[0].FirstKey);
        all[0].Operator.Write(run, row);
        for (var i = 1; i < all.Length; i++)
        {
            output.Write(all[i].NextKey);
            all[i].Operator.Write(run, row);
        }

        output.Write((byte)'}');
    }
}

/// <summary>One field of an object.</summary>
internal sealed class ShapeField<TRow>(
    OutputKey key,
    ulong labels,
    bool isForAll,
    IReadOnlyList<Condition> conditions,
    Operator<TRow> value
)
    where TRow : struct, IRow
{
    public Operator<TRow> Operator => value;

    /// <summary>Bits of the labels for which the field is written.</summary>
    public ulong Labels => labels;

    /// <summary>True where a request's conditions can leave it out.</summary>
    public bool IsConditional => conditions.Count > 0;

    /// <summary>True where the field is written for every row of every request.</summary>
    public bool IsPlain { get; } = isForAll && conditions.Count == 0;

    public byte[] Key { get; } = key.Encoded.ToArray();

    /// <summary>With the brace that opens the object.</summary>
    public byte[] FirstKey { get; } = [(byte)'{', .. key.Encoded.Span];

    /// <summary>With the comma that goes before it.</summary>
    public byte[] NextKey { get; } = [(byte)',', .. key.Encoded.Span];

    public bool IsWanted(Execution run, ulong label) => (labels & label) != 0 && conditions.Hold(run);
}

internal static class Conditions
{
    /// <summary>True where all hold in this request.</summary>
    public static bool Hold(this IReadOnlyList<Condition> conditions, Execution run)
    {
        for (var i = 0; i < conditions.Count; i++)
        {
            if (run.Parameters.Truth(conditions[i].Slot) != conditions[i].Expected)
            {
                return false;
            }
        }

        return true;
    }
}
