using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <content>The members of types and the directives on them.</content>
internal sealed partial class TypeAssembly
{
    private void Fill(TypeDefinition type, IReadOnlyList<TypeDefinitionNode> nodes)
    {
        type.Nodes = nodes;
        type.Description = nodes[0].Description?.Value;
        switch (type)
        {
            case ObjectType or InterfaceType:
                FillFields((FieldsType)type, nodes);
                break;
            case UnionType union:
                union.Members = [.. nodes.OfType<UnionTypeNode>().SelectMany(node => node.Members).Select(Resolve).OfType<ObjectType>()];
                break;
            case EnumType enumType:
                enumType.Values = ByName(
                    nodes.OfType<EnumTypeNode>().SelectMany(node => node.Values).Select(MakeEnumValue),
                    value => value.Name
                );
                break;
            case InputObjectType input:
                input.Fields = Inputs(nodes.OfType<InputObjectTypeNode>().SelectMany(node => node.Fields));
                input.IsOneOf = nodes.Any(node => Has(node.Directives, SpecifiedDirectives.OneOf));
                break;
            case ScalarType scalar:
                scalar.SpecifiedBy = TextArgument(nodes.SelectMany(node => node.Directives), SpecifiedDirectives.SpecifiedBy, "url");
                break;
        }
    }

    private void FillFields(FieldsType type, IReadOnlyList<TypeDefinitionNode> nodes)
    {
        var fields = nodes.SelectMany(node => (node as ObjectTypeNode)?.Fields ?? ((InterfaceTypeNode)node).Fields);
        var interfaces = nodes.SelectMany(node => (node as ObjectTypeNode)?.Interfaces ?? ((InterfaceTypeNode)node).Interfaces);
        type.Fields = ByName(fields.Select(MakeField), field => field.Name);
        type.Interfaces = [.. interfaces.Select(Resolve).OfType<InterfaceType>()];
    }

    private FieldDefinition MakeField(FieldDefinitionNode node) =>
        new(node.Name.Value, Resolve(node.Type), Inputs(node.Arguments))
        {
            Description = node.Description?.Value,
            DeprecationReason = Deprecation(node.Directives),
            Node = node,
        };

    private static EnumValueDefinition MakeEnumValue(EnumValueDefinitionNode node) =>
        new(node.Name.Value)
        {
            Description = node.Description?.Value,
            DeprecationReason = Deprecation(node.Directives),
            Node = node,
        };

    private OrderedDictionary<string, InputValueDefinition> Inputs(IEnumerable<InputValueDefinitionNode> nodes)
    {
        var inputs = ByName(nodes.Select(MakeInput), input => input.Name);
        _inputs.AddRange(inputs.Values);
        return inputs;
    }

    private InputValueDefinition MakeInput(InputValueDefinitionNode node) =>
        new(node.Name.Value, Resolve(node.Type))
        {
            DefaultNode = node.DefaultValue,
            Description = node.Description?.Value,
            DeprecationReason = Deprecation(node.Directives),
            Node = node,
        };

    private void ApplyDirectives(TypeDefinition type)
    {
        type.Directives = Applied(type.Nodes.SelectMany(node => node.Directives));
        foreach (var field in (type as FieldsType)?.Fields.Values ?? [])
        {
            field.Directives = Applied(field.Node?.Directives ?? []);
            ApplyDirectives(field.Arguments.Values);
        }

        foreach (var value in (type as EnumType)?.Values.Values ?? [])
        {
            value.Directives = Applied(value.Node?.Directives ?? []);
        }

        ApplyDirectives((type as InputObjectType)?.Fields.Values ?? []);
    }

    private void ApplyDirectives(IEnumerable<InputValueDefinition> inputs)
    {
        foreach (var input in inputs)
        {
            input.Directives = Applied(input.Node?.Directives ?? []);
        }
    }

    /// <summary>The reason given, or the default of <c>@deprecated</c>; null where the directive is not there.</summary>
    private static string? Deprecation(IReadOnlyList<DirectiveNode> directives) =>
        Has(directives, SpecifiedDirectives.Deprecated)
            ? TextArgument(directives, SpecifiedDirectives.Deprecated, "reason") ?? "No longer supported"
            : null;

    private static bool Has(IEnumerable<DirectiveNode> directives, string name) =>
        directives.Any(node => string.Equals(node.Name.Value, name, StringComparison.Ordinal));

    private static string? TextArgument(IEnumerable<DirectiveNode> directives, string name, string argument)
    {
        var given = directives
            .Where(node => string.Equals(node.Name.Value, name, StringComparison.Ordinal))
            .SelectMany(node => node.Arguments)
            .FirstOrDefault(node => string.Equals(node.Name.Value, argument, StringComparison.Ordinal));
        return (given?.Value as StringValueNode)?.Value;
    }

    private static OrderedDictionary<string, T> ByName<T>(IEnumerable<T> items, Func<T, string> name)
    {
        var members = new OrderedDictionary<string, T>();
        foreach (var item in items)
        {
            members.TryAdd(name(item), item);
        }

        return members;
    }
}
