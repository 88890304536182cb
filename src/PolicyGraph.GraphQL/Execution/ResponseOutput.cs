using PolicyGraph.GraphQL.Cost;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>The parts of a response beside its data. Specification section 7.1, "Response Format".</summary>
internal static class ResponseOutput
{
    /// <summary>A whole response without data: the request was refused.</summary>
    public static void WriteRefusal(PooledBuffer output, IReadOnlyList<GraphQLError> errors)
    {
        output.Write("{\"errors\":"u8);
        WriteErrors(output, errors);
        output.Write((byte)'}');
    }

    /// <summary>A whole response that tells of each root field how it would be answered, and the price: nothing has run.</summary>
    public static void WriteExplanation(
        PooledBuffer output,
        IReadOnlyList<(string Key, FieldExplanation Plan)> fields,
        OperationPrice price,
        double limit
    )
    {
        output.Write("{\"data\":null,\"extensions\":{\"plan\":"u8);
        WriteList(
            output,
            fields,
            static (writer, field) =>
            {
                writer.Write("{\"field\":"u8);
                writer.WriteString(field.Key);
                writer.Write(",\"rows\":"u8);
                if (field.Plan.Rows is { } rows)
                {
                    writer.WriteNumber(Math.Ceiling(rows));
                }
                else
                {
                    writer.WriteNull();
                }

                writer.Write(",\"plan\":"u8);
                writer.WriteString(field.Plan.Plan);
                if (!field.Plan.Parameters.IsEmpty)
                {
                    writer.Write(",\"parameters\":"u8);
                    writer.Write(field.Plan.Parameters.Span);
                }

                writer.Write((byte)'}');
            }
        );
        output.Write((byte)',');
        WritePrice(output, price, limit);
        output.Write("}}"u8);
    }

    /// <summary>The price as <c>extensions.cost</c>, with the comma before it.</summary>
    public static void WriteCost(PooledBuffer output, OperationPrice price, double limit)
    {
        output.Write(",\"extensions\":{"u8);
        WritePrice(output, price, limit);
        output.Write((byte)'}');
    }

    private static void WritePrice(PooledBuffer output, OperationPrice price, double limit)
    {
        output.Write("\"cost\":{\"price\":"u8);
        output.WriteNumber(price.Total);
        output.Write(",\"fieldCost\":"u8);
        output.WriteNumber(price.FieldCost);
        output.Write(",\"typeCost\":"u8);
        output.WriteNumber(price.TypeCost);
        output.Write(",\"limit\":"u8);
        output.WriteNumber(limit);
        output.Write(",\"dearestField\":"u8);
        output.WriteString(price.DearestField);
        output.Write((byte)'}');
    }

    /// <summary>The list of errors.</summary>
    public static void WriteErrors(PooledBuffer output, IReadOnlyList<GraphQLError> errors) => WriteList(output, errors, WriteError);

    private static void WriteError(PooledBuffer output, GraphQLError error)
    {
        output.Write("{\"message\":"u8);
        output.WriteString(error.Message);
        if (error.Locations.Count > 0)
        {
            output.Write(",\"locations\":"u8);
            WriteList(
                output,
                error.Locations,
                static (writer, location) =>
                {
                    writer.Write("{\"line\":"u8);
                    writer.WriteNumber(location.Line);
                    writer.Write(",\"column\":"u8);
                    writer.WriteNumber(location.Column);
                    writer.Write((byte)'}');
                }
            );
        }

        if (error.Path is { } path)
        {
            output.Write(",\"path\":"u8);
            WriteList(output, path, JsonOutput.WriteScalar);
        }

        WriteExtensions(output, error);
        output.Write((byte)'}');
    }

    private static void WriteExtensions(PooledBuffer output, GraphQLError error)
    {
        output.Write(",\"extensions\":{\"code\":"u8);
        output.WriteString(error.Code);
        foreach (var (name, value) in error.Extensions ?? new Dictionary<string, object>())
        {
            output.Write((byte)',');
            output.WriteString(name);
            output.Write((byte)':');
            output.WriteScalar(value);
        }

        output.Write((byte)'}');
    }

    private static void WriteList<T>(PooledBuffer output, IReadOnlyList<T> items, Action<PooledBuffer, T> write)
    {
        output.Write((byte)'[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                output.Write((byte)',');
            }

            write(output, items[i]);
        }

        output.Write((byte)']');
    }
}
