using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.Validation;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>Makes a schema of its text. Specification section 3.</summary>
public static class SchemaBuilder
{
    /// <summary>
    /// Parses, checks and builds.
    /// </summary>
    /// <param name="text">The type system document: definitions and extensions, no operations.</param>
    /// <param name="scalars">The coercions of custom scalars by name; those not named take every value. Default:
    /// <see cref="ExtendedScalars.All"/>.</param>
    /// <param name="name">What messages call the text, such as its file name.</param>
    /// <exception cref="GraphQLException">The text is no valid schema; carries every error found, with its place.</exception>
    public static Schema Build(string text, IReadOnlyDictionary<string, IScalarCoercion>? scalars = null, string name = "GraphQL schema") =>
        Build(Parser.Parse(new Source(text, name)), scalars);

    /// <inheritdoc cref="Build(string, IReadOnlyDictionary{string, IScalarCoercion}?, string)"/>
    public static Schema Build(DocumentNode document, IReadOnlyDictionary<string, IScalarCoercion>? scalars = null)
    {
        ThrowIfAny(DocumentValidator.ValidateTypeSystem(document));
        var nodes = document.Definitions.Cast<TypeSystemNode>().ToList();
        var assembly = new TypeAssembly(document, scalars ?? ExtendedScalars.All);
        assembly.Add(IntrospectionSchema.Types);
        assembly.Add(BuiltInScalars.All);
        assembly.Build(nodes);
        var schema = Assemble(assembly, nodes);
        ThrowIfAny(SchemaRules.Check(schema, document));
        return schema;
    }

    private static Schema Assemble(TypeAssembly assembly, IReadOnlyList<TypeSystemNode> nodes)
    {
        var schemaNodes = nodes.OfType<SchemaNode>().ToList();
        var roots = new SchemaRoots(
            Root(assembly, schemaNodes, OperationKind.Query),
            Root(assembly, schemaNodes, OperationKind.Mutation),
            Root(assembly, schemaNodes, OperationKind.Subscription)
        );
        return new Schema(new TypeOrder().Order(assembly, nodes), assembly.Directives, roots)
        {
            Description = schemaNodes.FirstOrDefault(node => !node.IsExtension)?.Description?.Value,
            AppliedDirectives = assembly.Applied(schemaNodes.SelectMany(node => node.Directives)),
        };
    }

    /// <summary>Named by <c>schema</c>, or, without one, by its default name. Specification section 3.3.1.</summary>
    private static ObjectType? Root(TypeAssembly assembly, IReadOnlyList<SchemaNode> schemaNodes, OperationKind kind)
    {
        var named = schemaNodes.SelectMany(node => node.OperationTypes).FirstOrDefault(root => root.Kind == kind)?.Type.Name.Value;
        var hasDefinition = schemaNodes.Any(node => !node.IsExtension);
        return assembly.Types.GetValueOrDefault(named ?? (hasDefinition ? "" : kind.ToString())) as ObjectType;
    }

    private static void ThrowIfAny(IReadOnlyList<GraphQLError> errors)
    {
        if (errors.Count > 0)
        {
            throw new GraphQLException(errors);
        }
    }
}
