using System.Globalization;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>A file and the place in the request where it belongs: <c>variables.files.0</c>.</summary>
public readonly record struct UploadPlace(string Path, UploadedFile File);

/// <summary>
/// Puts files into the places of variables that were left null for them. GraphQL multipart request specification, "Multipart form field
/// structure".
/// </summary>
internal static class UploadBinding
{
    private const string Root = "variables";

    /// <summary>Changes the values, which are in the order of the variables.</summary>
    /// <exception cref="GraphQLException">A place does not exist, or holds something already.</exception>
    public static void Bind(InputValue?[] values, IReadOnlyList<OperationVariable> variables, IReadOnlyList<UploadPlace> uploads)
    {
        foreach (var (path, file) in uploads)
        {
            var steps = path.Split('.');
            var index = steps is [Root, var name, ..] ? Find(variables, name) : -1;
            if (index < 0)
            {
                throw Wrong(path, "it must begin with `variables.` and the name of a variable of the operation");
            }

            values[index] = Put(values[index] ?? InputValue.Null, steps.AsSpan(2), path, file);
        }
    }

    private static int Find(IReadOnlyList<OperationVariable> variables, string name)
    {
        for (var i = 0; i < variables.Count; i++)
        {
            if (string.Equals(variables[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private static InputValue Put(InputValue at, ReadOnlySpan<string> steps, string path, UploadedFile file)
    {
        if (steps.IsEmpty)
        {
            return at.IsNull ? InputValue.From(file) : throw Wrong(path, "there is a value where null must stand for the file");
        }

        switch (at.Kind)
        {
            case InputKind.List
                when int.TryParse(steps[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < at.AsList().Count:
                var items = at.AsList().ToArray();
                items[index] = Put(items[index], steps[1..], path, file);
                return InputValue.From(items);
            case InputKind.Object when at.AsObject().TryGet(steps[0], out var inner):
                var step = steps[0];
                var put = Put(inner, steps[1..], path, file);
                return InputValue.From(
                    new InputObject([.. at.AsObject().Fields.Select(field => field.Key == step ? KeyValuePair.Create(step, put) : field)])
                );
            default:
                throw Wrong(path, $"there is no \"{steps[0]}\"");
        }
    }

    private static GraphQLException Wrong(string path, string reason) =>
        new(ErrorCodes.BadRequest, $"The map names the place \"{path}\", but {reason}.");
}
