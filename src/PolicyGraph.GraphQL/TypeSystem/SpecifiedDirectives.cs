using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>The directives that every schema has. Specification sections 3.13.1 to 3.13.5.</summary>
public static class SpecifiedDirectives
{
    public const string Include = "include";
    public const string Skip = "skip";
    public const string Deprecated = "deprecated";
    public const string SpecifiedBy = "specifiedBy";
    public const string OneOf = "oneOf";

    private const string Definitions = """
        "Takes the field or fragment into the answer only where `if` is true."
        directive @include(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        "Leaves the field or fragment out of the answer where `if` is true."
        directive @skip(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        "Marks a part of the schema as going away, and says why and what to use instead."
        directive @deprecated(reason: String! = "No longer supported") on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
        "Names the page that specifies the form of a scalar's values."
        directive @specifiedBy(url: String!) on SCALAR
        "Makes an input object one of which exactly one field must be given, and not null."
        directive @oneOf on INPUT_OBJECT
        """;

    /// <summary>Their definitions, in the order in which introspection lists them.</summary>
    internal static IReadOnlyList<DirectiveDefinitionNode> Nodes { get; } =
    [.. Parser.Parse(Definitions).Definitions.Cast<DirectiveDefinitionNode>()];

    /// <summary>Whether a directive of that name is one of them.</summary>
    public static bool Contains(string name) => name is Include or Skip or Deprecated or SpecifiedBy or OneOf;
}
