using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>Every field selected is one of its parent type. Specification section 5.3.1.</summary>
internal sealed class FieldSelections(ValidationContext context) : ValidationRule("FieldsOnCorrectTypeRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        if (node is FieldNode { Name.Value: var name } && Context.Types is { Parent: { } parent, Field: null })
        {
            var types = Context.Suggestions.DidYouMean(TypesWith(parent, name), "to use an inline fragment on");
            var suggestion = types.Length > 0 ? types : Context.Suggestions.For(name, (parent as FieldsType)?.Fields.Keys ?? []);
            Report($"Cannot query field \"{name}\" on type \"{parent}\".{suggestion}", node);
        }

        return true;
    }

    /// <summary>
    /// The types below an abstract one that have the field: interfaces before their types, those that more types share first.
    /// </summary>
    private List<string> TypesWith(TypeDefinition parent, string field)
    {
        var counts = new OrderedDictionary<FieldsType, int>();
        foreach (var type in parent.IsAbstract ? Context.Schema.PossibleTypes(parent).Where(type => type.Fields.ContainsKey(field)) : [])
        {
            counts[type] = 1;
            foreach (var wider in type.Interfaces.Where(wider => wider.Fields.ContainsKey(field)))
            {
                counts[wider] = counts.GetValueOrDefault(wider) + 1;
            }
        }

        var found = counts.Keys.ToList();
        found.Sort(
            (a, b) =>
                counts[a] != counts[b] ? counts[b] - counts[a]
                : a is InterfaceType && Schema.IsSubType(b, a) ? -1
                : b is InterfaceType && Schema.IsSubType(a, b) ? 1
                : NaturalOrder.Instance.Compare(a.Name, b.Name)
        );
        return found.ConvertAll(type => type.Name);
    }
}
