using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>
/// Every literal is a value of the type that its place demands. Specification sections 5.6.1, "Values of Correct Type", 5.6.2, "Input
/// Object Field Names", and 5.6.4, "Input Object Required Fields".
/// </summary>
internal sealed class ValuesOfCorrectType(ValidationContext context) : ValidationRule("ValuesOfCorrectTypeRule", context)
{
    public override bool Enter(SyntaxNode node)
    {
        switch (node)
        {
            case ListValueNode list when Context.Types.ParentInputType?.Nullable is not ListType:
                CheckLeaf(list, Context.Types.InputType);
                return false;
            case ObjectValueNode value when Context.Types.InputType?.Definition is not InputObjectType:
                CheckLeaf(value, Context.Types.InputType);
                return false;
            case ObjectValueNode value:
                CheckObject(value, (InputObjectType)Context.Types.InputType!.Definition);
                return true;
            case ObjectFieldNode field when Context.Types is { InputType: null, ParentInputType.Definition: InputObjectType parent }:
                Report(
                    $"Field \"{field.Name.Value}\" is not defined by type "
                        + $"\"{parent}\".{Context.Suggestions.For(field.Name.Value, parent.Fields.Keys)}",
                    field
                );
                return true;
            case NullValueNode when Context.Types.InputType is NonNullType type:
                Report($"Expected value of type \"{type}\", found null.", node);
                return true;
            case EnumValueNode or IntValueNode or FloatValueNode or StringValueNode or BooleanValueNode:
                CheckLeaf((ValueNode)node, Context.Types.InputType);
                return true;
            default:
                return true;
        }
    }

    private void CheckObject(ObjectValueNode node, InputObjectType type)
    {
        var given = node.Fields.Select(field => field.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var missing in type.Fields.Values.Where(field => field.IsRequired && !given.Contains(field.Name)))
        {
            Report($"Field \"{type}.{missing.Name}\" of required type \"{missing.Type}\" was not provided.", node);
        }

        if (type.IsOneOf && given.Count != 1)
        {
            Report($"OneOf Input Object \"{type}\" must specify exactly one key.", node);
        }
        else if (type.IsOneOf && node.Fields[^1].Value is NullValueNode)
        {
            Report($"Field \"{type}.{node.Fields[^1].Name.Value}\" must be non-null.", node);
        }
    }

    private void CheckLeaf(ValueNode node, SchemaType? place)
    {
        switch (place?.Definition)
        {
            case null:
                break;
            case EnumType type:
                CheckEnum(node, type);
                break;
            case ScalarType scalar:
                CheckScalar(node, scalar, place);
                break;
            default:
                Report($"Expected value of type \"{place}\", found {Printer.Print(node)}.", node);
                break;
        }
    }

    private void CheckEnum(ValueNode node, EnumType type)
    {
        var text = Printer.Print(node);
        if (node is not EnumValueNode)
        {
            Report($"Enum \"{type}\" cannot represent non-enum value: {text}.{DidYouMean(text, type)}", node);
        }
        else if (!type.Values.ContainsKey(text))
        {
            Report($"Value \"{text}\" does not exist in \"{type}\" enum.{DidYouMean(text, type)}", node);
        }
    }

    private string DidYouMean(string text, EnumType type) =>
        Context.Suggestions.DidYouMean(Suggestions.Near(text, type.Values.Keys), "the enum value");

    private void CheckScalar(ValueNode node, ScalarType type, SchemaType place)
    {
        try
        {
            type.Coercion.FromLiteral(node);
        }
        catch (GraphQLException refusal)
        {
            var isBuiltIn = BuiltInScalars.All.Contains(type);
            Report(
                isBuiltIn ? refusal.Message : $"Expected value of type \"{place}\", found {Printer.Print(node)}; {refusal.Message}",
                node
            );
        }
    }
}
