using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>A variable where it is used.</summary>
/// <param name="Type">That the place demands; null where it is not known.</param>
/// <param name="HasDefault">Whether the place has a default.</param>
/// <param name="Owner">The input object of which it is a field, if it is one.</param>
internal sealed record VariableUsage(VariableNode Node, SchemaType? Type, bool HasDefault, InputObjectType? Owner)
{
    /// <summary>The uses in one definition, declarations not counted.</summary>
    public static IReadOnlyList<VariableUsage> FindIn(DefinitionNode definition, Schema schema)
    {
        var found = new List<VariableUsage>();
        Find(definition, parent: null, new TypeTracker(schema), found);
        return found;
    }

    private static void Find(SyntaxNode node, SyntaxNode? parent, TypeTracker types, List<VariableUsage> found)
    {
        if (node is VariableDefinitionNode)
        {
            return;
        }

        types.Enter(node);
        if (node is VariableNode variable)
        {
            var owner = parent is ObjectFieldNode ? types.ParentInputType?.Definition as InputObjectType : null;
            found.Add(new VariableUsage(variable, types.InputType, types.HasDefault, owner));
        }

        foreach (var child in SyntaxChildren.Of(node))
        {
            Find(child, node, types, found);
        }

        types.Leave(node);
    }
}
