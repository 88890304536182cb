using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>What must hold of a schema's text before types can be made of it: every name defined once, every name used defined.</summary>
internal static class SdlRules
{
    /// <summary>Every error found, in the order of the text.</summary>
    public static IReadOnlyList<GraphQLError> Check(DocumentNode document)
    {
        var errors = new List<GraphQLError>();
        foreach (var definition in document.Definitions.Where(definition => definition is not TypeSystemNode))
        {
            errors.Add(new GraphQLError("A schema has no operations and fragments.", ErrorCodes.ValidationFailed) { Locations = [document.LocationOf(definition)] });
        }

        return errors;
    }
}
