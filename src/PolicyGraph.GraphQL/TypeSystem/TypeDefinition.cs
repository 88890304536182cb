using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>A named type of a schema. Specification section 3.4.</summary>
public abstract class TypeDefinition(string name) : SchemaType
{
    /// <summary>Unique in its schema.</summary>
    public string Name { get; } = name;

    /// <summary>Markdown, or null.</summary>
    public string? Description { get; internal set; }

    /// <summary>The directives applied to it and its extensions, in order.</summary>
    public AppliedDirectives Directives { get; internal set; } = AppliedDirectives.None;

    /// <summary>Where it was defined and extended; empty for built-in types.</summary>
    public IReadOnlyList<TypeDefinitionNode> Nodes { get; internal set; } = [];

    /// <summary>Whether it is one of the types of introspection.</summary>
    public bool IsIntrospection => Name.StartsWith("__", StringComparison.Ordinal);

    /// <summary>Whether selections may be made of it: objects, interfaces, unions.</summary>
    public bool IsComposite => this is ObjectType or InterfaceType or UnionType;

    /// <summary>Whether its object type is only known from the value: interfaces, unions.</summary>
    public bool IsAbstract => this is InterfaceType or UnionType;

    /// <summary>Whether it has values of its own: scalars, enums.</summary>
    public bool IsLeaf => this is ScalarType or EnumType;

    public override string ToString() => Name;
}

/// <summary>A type with fields: an object or interface type.</summary>
public abstract class FieldsType(string name) : TypeDefinition(name)
{
    private static readonly Dictionary<string, FieldDefinition> NoFields = [];

    /// <summary>By name, in the order of their definition.</summary>
    public IReadOnlyDictionary<string, FieldDefinition> Fields { get; internal set; } = NoFields;

    /// <summary>The interfaces that it declares, in order; a valid schema declares the inherited ones too.</summary>
    public IReadOnlyList<InterfaceType> Interfaces { get; internal set; } = [];
}

/// <summary>An object type. Specification section 3.6.</summary>
public sealed class ObjectType(string name) : FieldsType(name);

/// <summary>An interface type. Specification section 3.7.</summary>
public sealed class InterfaceType(string name) : FieldsType(name);

/// <summary>A union type. Specification section 3.8.</summary>
public sealed class UnionType(string name) : TypeDefinition(name)
{
    /// <summary>In the order of its definition.</summary>
    public IReadOnlyList<ObjectType> Members { get; internal set; } = [];
}

/// <summary>An enum type. Specification section 3.9.</summary>
public sealed class EnumType(string name) : TypeDefinition(name)
{
    private static readonly Dictionary<string, EnumValueDefinition> NoValues = [];

    /// <summary>By name, in the order of their definition.</summary>
    public IReadOnlyDictionary<string, EnumValueDefinition> Values { get; internal set; } = NoValues;
}

/// <summary>An input object type. Specification section 3.10.</summary>
public sealed class InputObjectType(string name) : TypeDefinition(name)
{
    private static readonly Dictionary<string, InputValueDefinition> NoFields = [];

    /// <summary>By name, in the order of their definition.</summary>
    public IReadOnlyDictionary<string, InputValueDefinition> Fields { get; internal set; } = NoFields;

    /// <summary>Whether exactly one field must be given (<c>@oneOf</c>). Specification section 3.10.1.</summary>
    public bool IsOneOf { get; internal set; }
}

/// <summary>A scalar type. Specification section 3.5.</summary>
public sealed class ScalarType(string name, IScalarCoercion coercion) : TypeDefinition(name)
{
    /// <summary>How values come in.</summary>
    public IScalarCoercion Coercion { get; } = coercion;

    /// <summary>Where its rules are written (<c>@specifiedBy</c>), or null. Specification section 3.5.1.</summary>
    public string? SpecifiedBy { get; internal set; }
}
