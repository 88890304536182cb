using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.Api.Planning;

/// <summary>Writes answers that are made here and not by a store.</summary>
internal static class SelectionOutput
{
    /// <summary>An object with the selections of a field, those left out by condition passed over.</summary>
    /// <param name="write">Writes the value of one selection; never called for <c>__typename</c>.</param>
    public static void WriteObject(OperationContext context, FieldSelection field, Action<FieldSelection> write)
    {
        var output = context.Output;
        var separator = (byte)'{';
        foreach (var selection in field.Selections.Where(selection => selection.IsIncluded(context.Values)))
        {
            output.Write(separator);
            separator = (byte)',';
            output.Write(selection.EncodedKey.Span);
            if (selection.IsTypeName)
            {
                output.WriteString(selection.Parent.Name);
            }
            else
            {
                write(selection);
            }
        }

        output.Write(separator == (byte)'{' ? "{}"u8 : "}"u8);
    }

    /// <summary>A list of texts.</summary>
    public static void WriteTexts(PooledBuffer output, IReadOnlyList<string> texts)
    {
        var separator = (byte)'[';
        foreach (var text in texts)
        {
            output.Write(separator);
            separator = (byte)',';
            output.WriteString(text);
        }

        output.Write(separator == (byte)'[' ? "[]"u8 : "]"u8);
    }

    /// <summary>As <see cref="WriteObject"/>, for values that have to be waited for.</summary>
    public static async ValueTask WriteObjectAsync(OperationContext context, FieldSelection field, Func<FieldSelection, ValueTask> write)
    {
        var separator = (byte)'{';
        foreach (var selection in field.Selections.Where(selection => selection.IsIncluded(context.Values)))
        {
            context.Output.Write(separator);
            separator = (byte)',';
            context.Output.Write(selection.EncodedKey.Span);
            if (selection.IsTypeName)
            {
                context.Output.WriteString(selection.Parent.Name);
            }
            else
            {
                await write(selection);
            }
        }

        context.Output.Write(separator == (byte)'{' ? "{}"u8 : "}"u8);
    }

    /// <summary>A list with one value for each item.</summary>
    public static void WriteList<T>(OperationContext context, IEnumerable<T> items, Action<T> write)
    {
        var output = context.Output;
        output.Write((byte)'[');
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
            {
                output.Write((byte)',');
            }

            isFirst = false;
            write(item);
        }

        output.Write((byte)']');
    }
}
