using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL;

/// <summary>One entry of a response's <c>errors</c>. Specification section 7.1.2, "Errors".</summary>
/// <param name="Message">What was wrong, for a developer to read.</param>
/// <param name="Code">Goes out as <c>extensions.code</c>; one of <see cref="ErrorCodes"/>, or the schema owner's own.</param>
public sealed record GraphQLError(string Message, string Code)
{
    /// <summary>Where in the document, in the order found; empty where no place can be named.</summary>
    public IReadOnlyList<SourceLocation> Locations { get; init; } = [];

    /// <summary>
    /// Response keys (string) and list indices (int) from the root to the field that failed; null for errors of the request as a whole.
    /// </summary>
    public IReadOnlyList<object>? Path { get; init; }

    /// <summary>Further <c>extensions</c> beside the code: strings, numbers and booleans by name.</summary>
    public IReadOnlyDictionary<string, object>? Extensions { get; init; }

    /// <summary>
    /// The validation rule that refused the document, as the reference implementation names it; null for all other errors. Not part of the
    /// response.
    /// </summary>
    public string? Rule { get; init; }
}
