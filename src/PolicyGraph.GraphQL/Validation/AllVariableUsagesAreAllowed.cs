using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>A variable's type fits every place where it is used. Specification section 5.8.5, IsVariableUsageAllowed().</summary>
internal sealed class AllVariableUsagesAreAllowed(ValidationContext context) : ValidationRule("VariablesInAllowedPositionRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is OperationNode operation)
        {
            Check(operation);
        }

        return node is DocumentNode;
    }

    private void Check(OperationNode operation)
    {
        var declared = new Dictionary<string, VariableDefinitionNode>();
        foreach (var variable in operation.Variables)
        {
            declared[variable.Variable.Name.Value] = variable;
        }

        foreach (var usage in Context.Usages(operation))
        {
            if (usage.Type is not null && declared.TryGetValue(usage.Node.Name.Value, out var variable))
            {
                Check(usage, usage.Type, variable);
            }
        }
    }

    private void Check(VariableUsage usage, SchemaType place, VariableDefinitionNode variable)
    {
        var name = usage.Node.Name.Value;
        var type = Context.Schema.Resolve(variable.Type);
        if (type is not null && !IsAllowed(type, variable.DefaultValue, place, usage.HasDefault))
        {
            Report($"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{place}\".", variable, usage.Node);
        }

        if (usage.Owner is { IsOneOf: true } owner && type is { IsNonNull: false })
        {
            Report(
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{owner}\".",
                variable,
                usage.Node
            );
        }
    }

    private static bool IsAllowed(SchemaType variable, ValueNode? defaultValue, SchemaType place, bool placeHasDefault)
    {
        if (place is NonNullType nonNull && !variable.IsNonNull)
        {
            return (placeHasDefault || defaultValue is not (null or NullValueNode)) && Fits(variable, nonNull.Inner);
        }

        return Fits(variable, place);
    }

    /// <summary>AreTypesCompatible(): the same type, or one that allows less.</summary>
    private static bool Fits(SchemaType variable, SchemaType place) =>
        (variable, place) switch
        {
            (NonNullType a, NonNullType b) => Fits(a.Inner, b.Inner),
            (_, NonNullType) => false,
            (NonNullType a, _) => Fits(a.Inner, place),
            (ListType a, ListType b) => Fits(a.Item, b.Item),
            _ => ReferenceEquals(variable, place),
        };
}
