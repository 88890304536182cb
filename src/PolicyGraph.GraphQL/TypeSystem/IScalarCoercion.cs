using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>
/// How values of a scalar come in: from a literal of the document and from JSON. Specification section 3.5, "Input Coercion".
/// </summary>
public interface IScalarCoercion
{
    /// <summary>
    /// From a literal without variables.
    /// </summary>
    /// <exception cref="GraphQLException">The literal is no value of this scalar; the message says why.</exception>
    InputValue FromLiteral(ValueNode literal);

    /// <summary>
    /// From JSON as it came: never null; numbers are <see cref="InputKind.Int"/> where they are written whole and fit 64 bits, else
    /// <see cref="InputKind.Float"/>.
    /// </summary>
    /// <exception cref="GraphQLException">The value is none of this scalar; the message says why.</exception>
    InputValue FromJson(InputValue value);
}
