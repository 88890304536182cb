using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>A variable of a valid operation. Specification section 2.10.</summary>
/// <param name="Name">Without <c>$</c>.</param>
/// <param name="Default">The default, coerced; null where there is none.</param>
/// <param name="Location">Of its definition.</param>
internal sealed record OperationVariable(string Name, SchemaType Type, InputValue? Default, SourceLocation Location)
{
    /// <summary>Whether the structure of its value is more than one slot: input objects and enums, and lists of them.</summary>
    public bool IsStructured { get; } = Type.Definition is InputObjectType or EnumType;

    /// <summary>Whether every request has a value for it.</summary>
    public bool IsAlwaysThere { get; } = Type.IsNonNull;

    public static OperationVariable From(VariableDefinitionNode node, Schema schema, DocumentNode document)
    {
        var type = schema.Resolve(node.Type) ?? throw new InvalidOperationException("The document was not validated.");
        InputValue? defaultValue = node.DefaultValue is { } literal ? LiteralCoercion.Coerce(literal, type) : null;
        return new OperationVariable(node.Variable.Name.Value, type, defaultValue, document.LocationOf(node));
    }
}
