namespace PolicyGraph.GraphQL.Language;

/// <summary>A value as written. Specification section 2.9.</summary>
public abstract record ValueNode(TextRange Range) : SyntaxNode(Range);

/// <summary>The use of a variable. Specification section 2.10.</summary>
public sealed record VariableNode(TextRange Range, NameNode Name) : ValueNode(Range);

/// <summary>A whole number, as its digits. Specification section 2.9.1.</summary>
public sealed record IntValueNode(TextRange Range, string Text) : ValueNode(Range);

/// <summary>A number with a fraction or exponent, as written. Specification section 2.9.2.</summary>
public sealed record FloatValueNode(TextRange Range, string Text) : ValueNode(Range);

/// <summary>A string with its escapes resolved. Specification section 2.9.4.</summary>
public sealed record StringValueNode(TextRange Range, string Value, bool IsBlock) : ValueNode(Range);

/// <summary><c>true</c> or <c>false</c>. Specification section 2.9.3.</summary>
public sealed record BooleanValueNode(TextRange Range, bool Value) : ValueNode(Range);

/// <summary><c>null</c>. Specification section 2.9.5.</summary>
public sealed record NullValueNode(TextRange Range) : ValueNode(Range);

/// <summary>The name of an enum's value. Specification section 2.9.6.</summary>
public sealed record EnumValueNode(TextRange Range, string Name) : ValueNode(Range);

/// <summary>A list. Specification section 2.9.7.</summary>
public sealed record ListValueNode(TextRange Range, IReadOnlyList<ValueNode> Items) : ValueNode(Range);

/// <summary>An input object. Specification section 2.9.8.</summary>
public sealed record ObjectValueNode(TextRange Range, IReadOnlyList<ObjectFieldNode> Fields) : ValueNode(Range);

/// <summary>One field of an input object.</summary>
public sealed record ObjectFieldNode(TextRange Range, NameNode Name, ValueNode Value) : SyntaxNode(Range);
