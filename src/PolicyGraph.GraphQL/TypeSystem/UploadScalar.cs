using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>
/// The scalar <c>Upload</c>: a file that comes with the request beside its JSON, so it is never a literal and never JSON itself.
/// </summary>
internal sealed class UploadScalar : IScalarCoercion
{
    public InputValue FromLiteral(ValueNode literal) => throw Wrong(Printer.Print(literal));

    public InputValue FromJson(InputValue value) => value.Kind is InputKind.Upload ? value : throw Wrong(JsonText.Of(value));

    private static GraphQLException Wrong(string found) =>
        new(ErrorCodes.BadUserInput, $"Upload must be a file of a multipart/form-data request, given by a variable, found: {found}");
}
