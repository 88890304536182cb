using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>A field of an object or interface type. Specification section 3.6.</summary>
public sealed class FieldDefinition(string name, SchemaType type, IReadOnlyDictionary<string, InputValueDefinition> arguments)
{
    public string Name { get; } = name;

    public SchemaType Type { get; } = type;

    /// <summary>By name, in the order of their definition.</summary>
    public IReadOnlyDictionary<string, InputValueDefinition> Arguments { get; } = arguments;

    public string? Description { get; init; }

    /// <summary>Why it is going away (<c>@deprecated</c>), or null. Specification section 3.13.3.</summary>
    public string? DeprecationReason { get; init; }

    public AppliedDirectives Directives { get; internal set; } = AppliedDirectives.None;

    /// <summary>Where it was defined; null for built-in fields.</summary>
    public FieldDefinitionNode? Node { get; init; }
}

/// <summary>An argument of a field or directive, or a field of an input object. Specification sections 3.6.1 and 3.10.</summary>
public sealed class InputValueDefinition(string name, SchemaType type)
{
    public string Name { get; } = name;

    public SchemaType Type { get; } = type;

    /// <summary>The default as written; null where there is none (then an absent value stays absent).</summary>
    public ValueNode? DefaultNode { get; init; }

    /// <summary>The default coerced to <see cref="Type"/>; meaningless where <see cref="HasDefault"/> is false.</summary>
    public InputValue Default { get; internal set; }

    public bool HasDefault => DefaultNode is not null;

    /// <summary>Whether a value must be given: not null and without a default.</summary>
    public bool IsRequired => Type.IsNonNull && !HasDefault;

    public string? Description { get; init; }

    /// <summary>Why it is going away, or null.</summary>
    public string? DeprecationReason { get; init; }

    public AppliedDirectives Directives { get; internal set; } = AppliedDirectives.None;

    /// <summary>Where it was defined; null for built-in ones.</summary>
    public InputValueDefinitionNode? Node { get; init; }
}

/// <summary>One value of an enum. Specification section 3.9.</summary>
public sealed class EnumValueDefinition(string name)
{
    public string Name { get; } = name;

    public string? Description { get; init; }

    /// <summary>Why it is going away, or null.</summary>
    public string? DeprecationReason { get; init; }

    public AppliedDirectives Directives { get; internal set; } = AppliedDirectives.None;

    /// <summary>Where it was defined; null for built-in ones.</summary>
    public EnumValueDefinitionNode? Node { get; init; }
}

/// <summary>A directive that documents or the schema may apply. Specification section 3.13.</summary>
public sealed class DirectiveDefinition(
    string name,
    IReadOnlyDictionary<string, InputValueDefinition> arguments,
    IReadOnlyList<string> locations
)
{
    public string Name { get; } = name;

    public IReadOnlyDictionary<string, InputValueDefinition> Arguments { get; } = arguments;

    /// <summary>Of <see cref="DirectiveLocations"/>.</summary>
    public IReadOnlyList<string> Locations { get; } = locations;

    public bool IsRepeatable { get; init; }

    public string? Description { get; init; }

    /// <summary>Where it was defined; null for built-in ones.</summary>
    public DirectiveDefinitionNode? Node { get; init; }
}
