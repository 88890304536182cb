using System.Text.Json;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>Picks the variables that an operation declares out of the request's JSON.</summary>
internal static class VariableReader
{
    /// <summary>
    /// The values of a request, its files in their places.
    /// </summary>
    /// <exception cref="GraphQLException">The JSON is broken, no object, or has a key twice; a file has no place.</exception>
    public static InputValue?[] Read(GraphQLRequest request, IReadOnlyList<OperationVariable> variables)
    {
        var values = Read(request.Variables.Span, variables);
        if (request.Uploads.Count > 0)
        {
            UploadBinding.Bind(values, variables, request.Uploads);
        }

        return values;
    }

    /// <summary>
    /// The values in the order of the declarations; null where absent. Undeclared ones are passed over (specification section 6.1.2).
    /// </summary>
    /// <exception cref="GraphQLException">The JSON is broken, no object, or has a key twice.</exception>
    private static InputValue?[] Read(ReadOnlySpan<byte> json, IReadOnlyList<OperationVariable> variables)
    {
        var values = new InputValue?[variables.Count];
        if (json.IsEmpty)
        {
            return values;
        }

        try
        {
            var reader = new Utf8JsonReader(json, RawJson.Options);
            reader.Read();
            if (reader.TokenType is JsonTokenType.Null)
            {
                return values;
            }

            if (reader.TokenType is not JsonTokenType.StartObject)
            {
                throw new GraphQLException(ErrorCodes.BadRequest, "Variables must be one JSON object.");
            }

            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                ReadOne(ref reader, variables, values);
            }

            return values;
        }
        catch (JsonException broken)
        {
            throw new GraphQLException(ErrorCodes.BadRequest, $"The variables are no JSON {RawJson.Where(broken)}.", broken);
        }
    }

    private static void ReadOne(ref Utf8JsonReader reader, IReadOnlyList<OperationVariable> variables, InputValue?[] values)
    {
        var index = -1;
        for (var i = 0; i < variables.Count && index < 0; i++)
        {
            index = reader.ValueTextEquals(variables[i].Name) ? i : -1;
        }

        reader.Read();
        if (index < 0)
        {
            reader.Skip();
            return;
        }

        if (values[index] is not null)
        {
            throw new GraphQLException(ErrorCodes.BadRequest, $"The variable \"{variables[index].Name}\" is given twice.");
        }

        values[index] = RawJson.Read(ref reader);
    }
}
