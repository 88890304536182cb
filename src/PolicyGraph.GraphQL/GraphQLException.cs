using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL;

/// <summary>
/// The one exception of the engine: a failure that the client is told, with its data. Anything else that is thrown is reported as an
/// internal error without its text.
/// </summary>
public sealed class GraphQLException(IReadOnlyList<GraphQLError> errors, Exception? inner = null) : Exception(errors[0].Message, inner)
{
    public GraphQLException(string code, string message, Exception? inner = null)
        : this([new GraphQLError(message, code)], inner) { }

    /// <summary>At least one.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; } = errors;

    /// <summary>The document cannot be read at this offset.</summary>
    internal static GraphQLException Syntax(Source source, int offset, string message, string code = ErrorCodes.ParseFailed) =>
        new([new GraphQLError($"Syntax Error: {message}", code) { Locations = [source.LocationOf(offset)] }]);
}
