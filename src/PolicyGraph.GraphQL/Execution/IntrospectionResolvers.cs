using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>The fields of the introspection types, over the schema itself. Specification section 4.2.</summary>
internal sealed class IntrospectionResolvers(Schema schema)
{
    /// <summary>A <see cref="Resolvers.Resolver"/>; the root has no object.</summary>
    public object? Resolve(object? source, ObjectType type, FieldSelection field, OperationValues values) =>
        (source, field.Definition.Name) switch
        {
            (_, "__schema") => schema,
            (null, _) => schema.Find(field.Arguments["name"].Evaluate(values).AsString()),
            (Schema, var name) => OfSchema(name),
            (SchemaType described, var name) => OfType(described, name, WithDeprecated(field, values)),
            (FieldDefinition described, var name) => OfField(described, name, WithDeprecated(field, values)),
            (InputValueDefinition described, var name) => OfInputValue(described, name),
            (EnumValueDefinition described, var name) => OfEnumValue(described, name),
            (DirectiveDefinition described, var name) => OfDirective(described, name, WithDeprecated(field, values)),
            _ => null,
        };

    private static bool WithDeprecated(FieldSelection field, OperationValues values) =>
        field.Argument("includeDeprecated")?.Evaluate(values) is { Kind: InputKind.Boolean } value && value.AsBoolean();

    private object? OfSchema(string field) =>
        field switch
        {
            "description" => schema.Description,
            "types" => schema.Types,
            "queryType" => schema.Query,
            "mutationType" => schema.Mutation,
            "subscriptionType" => schema.Subscription,
            _ => schema.Directives.Values,
        };

    private object? OfType(SchemaType type, string field, bool withDeprecated) =>
        field switch
        {
            "kind" => Kind(type),
            "ofType" => (type as ListType)?.Item ?? (type as NonNullType)?.Inner,
            "name" => (type as TypeDefinition)?.Name,
            "description" => (type as TypeDefinition)?.Description,
            "specifiedByURL" => (type as ScalarType)?.SpecifiedBy,
            "fields" => (type as FieldsType)?.Fields.Values.Where(item => withDeprecated || item.DeprecationReason is null),
            "interfaces" => (type as FieldsType)?.Interfaces,
            "possibleTypes" => type is TypeDefinition { IsAbstract: true } definition ? schema.PossibleTypes(definition) : null,
            "enumValues" => (type as EnumType)?.Values.Values.Where(item => withDeprecated || item.DeprecationReason is null),
            "inputFields" => Inputs((type as InputObjectType)?.Fields, withDeprecated),
            _ => (type as InputObjectType)?.IsOneOf,
        };

    private static string Kind(SchemaType type) =>
        type switch
        {
            ListType => "LIST",
            NonNullType => "NON_NULL",
            ScalarType => "SCALAR",
            ObjectType => "OBJECT",
            InterfaceType => "INTERFACE",
            UnionType => "UNION",
            EnumType => "ENUM",
            _ => "INPUT_OBJECT",
        };

    private static object? OfField(FieldDefinition field, string name, bool withDeprecated) =>
        name switch
        {
            "name" => field.Name,
            "description" => field.Description,
            "args" => Inputs(field.Arguments, withDeprecated),
            "type" => field.Type,
            "isDeprecated" => field.DeprecationReason is not null,
            _ => field.DeprecationReason,
        };

    private static object? OfInputValue(InputValueDefinition input, string name) =>
        name switch
        {
            "name" => input.Name,
            "description" => input.Description,
            "type" => input.Type,
            "defaultValue" => input.HasDefault ? InputLiteral.Print(input.Default, input.Type) : null,
            "isDeprecated" => input.DeprecationReason is not null,
            _ => input.DeprecationReason,
        };

    private static object? OfEnumValue(EnumValueDefinition value, string name) =>
        name switch
        {
            "name" => value.Name,
            "description" => value.Description,
            "isDeprecated" => value.DeprecationReason is not null,
            _ => value.DeprecationReason,
        };

    private static object? OfDirective(DirectiveDefinition directive, string name, bool withDeprecated) =>
        name switch
        {
            "name" => directive.Name,
            "description" => directive.Description,
            "isRepeatable" => directive.IsRepeatable,
            "locations" => directive.Locations,
            _ => Inputs(directive.Arguments, withDeprecated),
        };

    private static IEnumerable<InputValueDefinition>? Inputs(
        IReadOnlyDictionary<string, InputValueDefinition>? inputs,
        bool withDeprecated
    ) => inputs?.Values.Where(item => withDeprecated || item.DeprecationReason is null);
}
