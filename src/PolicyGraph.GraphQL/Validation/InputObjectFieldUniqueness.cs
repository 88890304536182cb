using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>No field of an input object is given twice. Specification section 5.6.3.</summary>
internal sealed class InputObjectFieldUniqueness(ValidationContext context) : ValidationRule("UniqueInputFieldNamesRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        var known = new Dictionary<string, NameNode>();
        foreach (var name in (node as ObjectValueNode)?.Fields.Select(field => field.Name) ?? [])
        {
            if (!known.TryAdd(name.Value, name))
            {
                Report($"There can be only one input field named \"{name.Value}\".", known[name.Value], name);
            }
        }

        return true;
    }
}
