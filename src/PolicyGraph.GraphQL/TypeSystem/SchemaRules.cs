using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>What must hold of a schema's types. Specification section 3, "Type Validation" of each kind of type.</summary>
internal sealed class SchemaRules
{
    private readonly Schema _schema;
    private readonly DocumentNode _document;
    private readonly List<GraphQLError> _errors = [];

    private SchemaRules(Schema schema, DocumentNode document)
    {
        _schema = schema;
        _document = document;
    }

    /// <summary>Every error found.</summary>
    public static IReadOnlyList<GraphQLError> Check(Schema schema, DocumentNode document)
    {
        var rules = new SchemaRules(schema, document);
        rules.CheckRoots();
        foreach (var type in schema.Types.Where(type => !type.IsIntrospection && type.Nodes.Count > 0))
        {
            rules.CheckType(type);
        }

        return rules._errors;
    }

    private void CheckRoots()
    {
        if (_schema.Query is null)
        {
            Report("Query root type must be provided.", _document.Definitions[0]);
        }

        var roots = new[] { _schema.Query, _schema.Mutation, _schema.Subscription }.OfType<ObjectType>().ToList();
        foreach (var root in roots.GroupBy(root => root).Where(group => group.Skip(1).Any()))
        {
            Report($"All root types must be different, \"{root.Key}\" type is used for several.", root.Key.Nodes[0]);
        }
    }

    private void CheckType(TypeDefinition type)
    {
        CheckName(type.Name, type.Nodes[0]);
        switch (type)
        {
            case ObjectType or InterfaceType:
                CheckFields((FieldsType)type);
                new InterfaceRules(Report).Check((FieldsType)type);
                break;
            case UnionType union:
                CheckUnion(union);
                break;
            case EnumType { Values.Count: 0 }:
                Report($"Enum type {type} must define one or more values.", type.Nodes[0]);
                break;
            case InputObjectType input:
                CheckInput(input);
                break;
        }
    }

    private void CheckFields(FieldsType type)
    {
        if (type.Fields.Count == 0)
        {
            Report($"Type {type} must define one or more fields.", type.Nodes[0]);
        }

        foreach (var field in type.Fields.Values)
        {
            var node = (SyntaxNode?)field.Node ?? type.Nodes[0];
            CheckName(field.Name, node);
            if (!field.Type.IsOutput)
            {
                Report($"The type of {type}.{field.Name} must be Output Type but got: {field.Type}.", node);
            }

            foreach (var argument in field.Arguments.Values)
            {
                CheckInputValue(argument, $"{type}.{field.Name}({argument.Name}:)", "Required argument", node);
            }
        }
    }

    private void CheckUnion(UnionType union)
    {
        var members = union.Nodes.OfType<UnionTypeNode>().SelectMany(node => node.Members).ToList();
        if (members.Count == 0)
        {
            Report($"Union type {union} must define one or more member types.", union.Nodes[0]);
        }

        foreach (var member in members.Where(member => _schema.Find(member.Name.Value) is not ObjectType))
        {
            Report($"Union type {union} can only include Object types, it cannot include {member.Name.Value}.", member);
        }

        foreach (var group in members.GroupBy(member => member.Name.Value, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            Report($"Union type {union} can only include type {group.Key} once.", group.First());
        }
    }

    private void CheckInput(InputObjectType input)
    {
        if (input.Fields.Count == 0)
        {
            Report($"Input Object type {input} must define one or more fields.", input.Nodes[0]);
        }

        foreach (var field in input.Fields.Values)
        {
            CheckInputValue(field, $"{input}.{field.Name}", "Required input field", input.Nodes[0]);
            if (input.IsOneOf && (field.Type.IsNonNull || field.HasDefault))
            {
                Report(
                    $"OneOf input field {input}.{field.Name} must be nullable and without a default value.",
                    (SyntaxNode?)field.Node ?? input.Nodes[0]
                );
            }
        }

        if (ReachesItself(input, input, []))
        {
            Report($"Cannot reference Input Object \"{input}\" within itself through a series of non-null fields.", input.Nodes[0]);
        }
    }

    private void CheckInputValue(InputValueDefinition value, string what, string kind, SyntaxNode owner)
    {
        var node = (SyntaxNode?)value.Node ?? owner;
        CheckName(value.Name, node);
        if (!value.Type.IsInput)
        {
            Report($"The type of {what} must be Input Type but got: {value.Type}.", node);
        }

        if (value.IsRequired && value.DeprecationReason is not null)
        {
            Report($"{kind} {what} cannot be deprecated.", node);
        }
    }

    private static bool ReachesItself(InputObjectType start, InputObjectType at, HashSet<InputObjectType> visited) =>
        visited.Add(at)
        && at.Fields.Values.Select(field => field.Type is NonNullType { Inner: InputObjectType inner } ? inner : null)
            .OfType<InputObjectType>()
            .Any(inner => ReferenceEquals(inner, start) || ReachesItself(start, inner, visited));

    private void CheckName(string name, SyntaxNode node)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            Report($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", node);
        }
    }

    private void Report(string message, SyntaxNode node) =>
        _errors.Add(new GraphQLError(message, ErrorCodes.ValidationFailed) { Locations = [_document.LocationOf(node)] });
}
