using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>A custom scalar without rules of its own: takes every value as it comes.</summary>
public sealed class AnyScalar : IScalarCoercion
{
    public static AnyScalar Instance { get; } = new();

    public InputValue FromLiteral(ValueNode literal) => InputLiteral.Read(literal);

    public InputValue FromJson(InputValue value) => value;
}
