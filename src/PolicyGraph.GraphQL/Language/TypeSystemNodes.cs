namespace PolicyGraph.GraphQL.Language;

/// <summary>A definition or extension of the type system. Specification section 3.</summary>
/// <param name="IsExtension">Whether it begins with <c>extend</c>: it adds to a definition of the same name.</param>
public abstract record TypeSystemNode(
    TextRange Range,
    StringValueNode? Description,
    bool IsExtension,
    IReadOnlyList<DirectiveNode> Directives
) : DefinitionNode(Range, Description);

/// <summary><c>schema</c>. Specification section 3.3.</summary>
public sealed record SchemaNode(
    TextRange Range,
    StringValueNode? Description,
    bool IsExtension,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<OperationTypeNode> OperationTypes
) : TypeSystemNode(Range, Description, IsExtension, Directives);

/// <summary>One root of a schema: <c>query: Query</c>.</summary>
public sealed record OperationTypeNode(TextRange Range, OperationKind Kind, NamedTypeNode Type) : SyntaxNode(Range);

/// <summary>The definition or extension of a type. Specification section 3.4.</summary>
public abstract record TypeDefinitionNode(
    TextRange Range,
    StringValueNode? Description,
    bool IsExtension,
    NameNode Name,
    IReadOnlyList<DirectiveNode> Directives
) : TypeSystemNode(Range, Description, IsExtension, Directives);

/// <summary><c>scalar</c>. Specification section 3.5.</summary>
public sealed record ScalarTypeNode(
    TextRange Range,
    StringValueNode? Description,
    bool IsExtension,
    NameNode Name,
    IReadOnlyList<DirectiveNode> Directives
) : TypeDefinitionNode(Range, Description, IsExtension, Name, Directives);

/// <summary><c>type</c>. Specification section 3.6.</summary>
public sealed record ObjectTypeNode(
    TextRange Range,
    StringValueNode? Description,
    bool IsExtension,
    NameNode Name,
    IReadOnlyList<NamedTypeNode> Interfaces,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<FieldDefinitionNode> Fields
) : TypeDefinitionNode(Range, Description, IsExtension, Name, Directives);

/// <summary><c>interface</c>. Specification section 3.7.</summary>
public sealed record InterfaceTypeNode(
    TextRange Range,
    StringValueNode? Description,
    bool IsExtension,
    NameNode Name,
    IReadOnlyList<NamedTypeNode> Interfaces,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<FieldDefinitionNode> Fields
) : TypeDefinitionNode(Range, Description, IsExtension, Name, Directives);

/// <summary><c>union</c>. Specification section 3.8.</summary>
public sealed record UnionTypeNode(
    TextRange Range,
    StringValueNode? Description,
    bool IsExtension,
    NameNode Name,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<NamedTypeNode> Members
) : TypeDefinitionNode(Range, Description, IsExtension, Name, Directives);

/// <summary><c>enum</c>. Specification section 3.9.</summary>
public sealed record EnumTypeNode(
    TextRange Range,
    StringValueNode? Description,
    bool IsExtension,
    NameNode Name,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<EnumValueDefinitionNode> Values
) : TypeDefinitionNode(Range, Description, IsExtension, Name, Directives);

/// <summary><c>input</c>. Specification section 3.10.</summary>
public sealed record InputObjectTypeNode(
    TextRange Range,
    StringValueNode? Description,
    bool IsExtension,
    NameNode Name,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<InputValueDefinitionNode> Fields
) : TypeDefinitionNode(Range, Description, IsExtension, Name, Directives);

/// <summary><c>directive</c>. Specification section 3.13.</summary>
public sealed record DirectiveDefinitionNode(
    TextRange Range,
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<InputValueDefinitionNode> Arguments,
    bool IsRepeatable,
    IReadOnlyList<NameNode> Locations
) : TypeSystemNode(Range, Description, IsExtension: false, Directives: []);

/// <summary>A field of an object or interface type. Specification section 3.6.</summary>
public sealed record FieldDefinitionNode(
    TextRange Range,
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<InputValueDefinitionNode> Arguments,
    TypeNode Type,
    IReadOnlyList<DirectiveNode> Directives
) : SyntaxNode(Range);

/// <summary>An argument's or input field's definition. Specification section 3.6.1.</summary>
public sealed record InputValueDefinitionNode(
    TextRange Range,
    StringValueNode? Description,
    NameNode Name,
    TypeNode Type,
    ValueNode? DefaultValue,
    IReadOnlyList<DirectiveNode> Directives
) : SyntaxNode(Range);

/// <summary>One value of an enum. Specification section 3.9.</summary>
public sealed record EnumValueDefinitionNode(
    TextRange Range,
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<DirectiveNode> Directives
) : SyntaxNode(Range);
