namespace PolicyGraph.GraphQL.Language;

/// <summary>A type where it is used. Specification section 2.11.</summary>
public abstract record TypeNode(TextRange Range) : SyntaxNode(Range);

/// <summary>A type by name.</summary>
public sealed record NamedTypeNode(TextRange Range, NameNode Name) : TypeNode(Range);

/// <summary><c>[T]</c>.</summary>
public sealed record ListTypeNode(TextRange Range, TypeNode Item) : TypeNode(Range);

/// <summary><c>T!</c>.</summary>
public sealed record NonNullTypeNode(TextRange Range, TypeNode Inner) : TypeNode(Range);
