using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>A type keeps what its interfaces promise. Specification section 3.6, IsValidImplementation().</summary>
internal sealed class InterfaceRules(Action<string, SyntaxNode> report)
{
    public void Check(FieldsType type)
    {
        var declared = type.Nodes.SelectMany(node => (node as ObjectTypeNode)?.Interfaces ?? ((InterfaceTypeNode)node).Interfaces).ToList();
        foreach (var node in declared.Where(node => type.Interfaces.All(known => known.Name != node.Name.Value)))
        {
            report($"Type {type} must only implement Interface types, it cannot implement {node.Name.Value}.", node);
        }

        foreach (var group in declared.GroupBy(node => node.Name.Value, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            report($"Type {type} can only implement {group.Key} once.", group.First());
        }

        foreach (var promised in type.Interfaces)
        {
            CheckPromise(type, promised);
        }
    }

    private void CheckPromise(FieldsType type, InterfaceType promised)
    {
        if (ReferenceEquals(type, promised))
        {
            report($"Type {type} cannot implement itself because it would create a circular reference.", type.Nodes[0]);
            return;
        }

        foreach (var inherited in promised.Interfaces.Where(inherited => !type.Interfaces.Contains(inherited)))
        {
            report($"Type {type} must implement {inherited} because it is implemented by {promised}.", type.Nodes[0]);
        }

        foreach (var field in promised.Fields.Values)
        {
            if (type.Fields.TryGetValue(field.Name, out var own))
            {
                CheckField(type, own, promised, field);
            }
            else
            {
                report($"Interface field {promised}.{field.Name} expected but {type} does not provide it.", type.Nodes[0]);
            }
        }
    }

    private void CheckField(FieldsType type, FieldDefinition own, InterfaceType promised, FieldDefinition field)
    {
        var node = (SyntaxNode?)own.Node ?? type.Nodes[0];
        if (!IsCovariant(own.Type, field.Type))
        {
            report($"Interface field {promised}.{field.Name} expects type {field.Type} but {type}.{own.Name} is type {own.Type}.", node);
        }

        foreach (var argument in field.Arguments.Values)
        {
            if (!own.Arguments.TryGetValue(argument.Name, out var ownArgument))
            {
                report(
                    $"Interface field argument {promised}.{field.Name}({argument.Name}:) expected but {type}.{own.Name} does not "
                        + "provide it.",
                    node
                );
            }
            else if (!ownArgument.Type.IsSameAs(argument.Type))
            {
                report(
                    $"Interface field argument {promised}.{field.Name}({argument.Name}:) expects type {argument.Type} but "
                        + $"{type}.{own.Name}({argument.Name}:) is type {ownArgument.Type}.",
                    node
                );
            }
        }

        foreach (var extra in own.Arguments.Values.Where(argument => argument.IsRequired && !field.Arguments.ContainsKey(argument.Name)))
        {
            report(
                $"Argument \"{type}.{own.Name}({extra.Name}:)\" must not be required type \"{extra.Type}\" if not provided by the "
                    + $"Interface field \"{promised}.{field.Name}\".",
                node
            );
        }
    }

    /// <summary>IsValidImplementationFieldType().</summary>
    private static bool IsCovariant(SchemaType own, SchemaType promised) =>
        (own, promised) switch
        {
            (NonNullType a, NonNullType b) => IsCovariant(a.Inner, b.Inner),
            (NonNullType a, _) => IsCovariant(a.Inner, promised),
            (ListType a, ListType b) => IsCovariant(a.Item, b.Item),
            (TypeDefinition a, TypeDefinition b) => Schema.IsSubType(a, b),
            _ => false,
        };
}
