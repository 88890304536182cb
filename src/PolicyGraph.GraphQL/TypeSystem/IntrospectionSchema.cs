using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>The types by which a schema tells of itself. Specification section 4.2, "Schema Introspection Schema".</summary>
public static class IntrospectionSchema
{
    private const string Definitions = """
        "What can be asked of this service."
        type __Schema {
          description: String
          "Every type, the built-in ones included."
          types: [__Type!]!
          queryType: __Type!
          mutationType: __Type
          subscriptionType: __Type
          directives: [__Directive!]!
        }
        "A type: `kind` tells which of the other fields have a value."
        type __Type {
          kind: __TypeKind!
          name: String
          description: String
          "Of a scalar: the page that specifies its values."
          specifiedByURL: String
          "Of objects and interfaces."
          fields(includeDeprecated: Boolean = false): [__Field!]
          "Of objects and interfaces."
          interfaces: [__Type!]
          "Of interfaces and unions: the object types that a value may be."
          possibleTypes: [__Type!]
          "Of enums."
          enumValues(includeDeprecated: Boolean = false): [__EnumValue!]
          "Of input objects."
          inputFields(includeDeprecated: Boolean = false): [__InputValue!]
          "Of lists and non-null types: the type inside."
          ofType: __Type
          "Of input objects: whether exactly one field must be given."
          isOneOf: Boolean
        }
        "The kinds of type."
        enum __TypeKind { SCALAR OBJECT INTERFACE UNION ENUM INPUT_OBJECT LIST NON_NULL }
        "A field of an object or interface."
        type __Field {
          name: String!
          description: String
          args(includeDeprecated: Boolean = false): [__InputValue!]!
          type: __Type!
          isDeprecated: Boolean!
          deprecationReason: String
        }
        "An argument, or a field of an input object."
        type __InputValue {
          name: String!
          description: String
          type: __Type!
          "The default as a GraphQL literal."
          defaultValue: String
          isDeprecated: Boolean!
          deprecationReason: String
        }
        "One value of an enum."
        type __EnumValue {
          name: String!
          description: String
          isDeprecated: Boolean!
          deprecationReason: String
        }
        "A directive that documents or the schema may apply."
        type __Directive {
          name: String!
          description: String
          isRepeatable: Boolean!
          locations: [__DirectiveLocation!]!
          args(includeDeprecated: Boolean = false): [__InputValue!]!
        }
        "Where a directive may stand."
        enum __DirectiveLocation {
          QUERY MUTATION SUBSCRIPTION FIELD FRAGMENT_DEFINITION FRAGMENT_SPREAD INLINE_FRAGMENT VARIABLE_DEFINITION
          SCHEMA SCALAR OBJECT FIELD_DEFINITION ARGUMENT_DEFINITION INTERFACE UNION ENUM ENUM_VALUE INPUT_OBJECT INPUT_FIELD_DEFINITION
        }
        """;

    /// <summary>The types, all reachable from <c>__Schema</c>, in the order of the definitions above; shared by all schemas.</summary>
    public static IReadOnlyList<TypeDefinition> Types { get; } = TypeAssembly.BuildIntrospection(Parser.Parse(Definitions));

    /// <summary><c>__typename: String!</c>, of every composite type.</summary>
    public static FieldDefinition TypeName { get; } =
        new("__typename", new NonNullType(BuiltInScalars.String), new Dictionary<string, InputValueDefinition>())
        {
            Description = "The name of the object type at this place.",
        };

    /// <summary><c>__schema: __Schema!</c>, of the query root.</summary>
    public static FieldDefinition SchemaField { get; } =
        new("__schema", new NonNullType(Types[0]), new Dictionary<string, InputValueDefinition>())
        {
            Description = "The schema of this service.",
        };

    /// <summary><c>__type(name: String!): __Type</c>, of the query root.</summary>
    public static FieldDefinition TypeField { get; } =
        new(
            "__type",
            Types[1],
            new Dictionary<string, InputValueDefinition> { ["name"] = new("name", new NonNullType(BuiltInScalars.String)) }
        )
        {
            Description = "One type by its name.",
        };
}
