using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>
/// Knows, while a document is walked, which types, field and argument hold at the current node; null where the document names something
/// that the schema lacks.
/// </summary>
internal sealed class TypeTracker(Schema? schema)
{
    private readonly Stack<SchemaType?> _types = new();
    private readonly Stack<TypeDefinition?> _parents = new();
    private readonly Stack<FieldDefinition?> _fields = new();
    private readonly Stack<SchemaType?> _inputTypes = new();
    private readonly Stack<bool> _defaults = new();

    /// <summary>The type of the current field, fragment or operation.</summary>
    public SchemaType? Type => Top(_types);

    /// <summary>The composite type whose selections are being made.</summary>
    public TypeDefinition? Parent => Top(_parents);

    public FieldDefinition? Field => Top(_fields);

    public DirectiveDefinition? Directive { get; private set; }

    public InputValueDefinition? Argument { get; private set; }

    /// <summary>The type that a value must have here.</summary>
    public SchemaType? InputType => Top(_inputTypes);

    /// <summary>The type that holds the current value: a list's, or an input object's.</summary>
    public SchemaType? ParentInputType => _inputTypes.Count > 1 ? _inputTypes.ElementAt(1) : null;

    /// <summary>Whether the place of the current value has a default.</summary>
    public bool HasDefault => _defaults.Count > 0 && _defaults.Peek();

    public void Enter(SyntaxNode node)
    {
        if (schema is null)
        {
            return;
        }

        switch (node)
        {
            case SelectionSetNode:
                _parents.Push(Type?.Definition is { IsComposite: true } composite ? composite : null);
                break;
            case FieldNode field:
                var definition = Parent is { } parent ? schema.Field(parent, field.Name.Value) : null;
                _fields.Push(definition);
                _types.Push(definition?.Type);
                break;
            case DirectiveNode directive:
                Directive = schema.Directives.GetValueOrDefault(directive.Name.Value);
                break;
            case OperationNode operation:
                _types.Push(schema.Root(operation.Kind));
                break;
            case InlineFragmentNode inline:
                _types.Push(inline.TypeCondition is { } condition ? Output(condition) : Type?.Definition);
                break;
            case FragmentNode fragment:
                _types.Push(Output(fragment.TypeCondition));
                break;
            default:
                EnterInput(node, schema);
                break;
        }
    }

    public void Leave(SyntaxNode node)
    {
        if (schema is null)
        {
            return;
        }

        switch (node)
        {
            case SelectionSetNode:
                _parents.Pop();
                break;
            case FieldNode:
                _fields.Pop();
                _types.Pop();
                break;
            case DirectiveNode:
                Directive = null;
                break;
            case OperationNode or InlineFragmentNode or FragmentNode:
                _types.Pop();
                break;
            case VariableDefinitionNode:
                _inputTypes.Pop();
                break;
            case ArgumentNode or ListValueNode or ObjectFieldNode:
                Argument = node is ArgumentNode ? null : Argument;
                _defaults.Pop();
                _inputTypes.Pop();
                break;
        }
    }

    private void EnterInput(SyntaxNode node, Schema known)
    {
        switch (node)
        {
            case VariableDefinitionNode variable:
                _inputTypes.Push(known.Resolve(variable.Type) is { IsInput: true } type ? type : null);
                break;
            case ArgumentNode argument:
                // An unknown directive's arguments are taken for the field's, as the reference implementation does.
                Argument = (Directive?.Arguments ?? Field?.Arguments)?.GetValueOrDefault(argument.Name.Value);
                PushInput(Argument?.Type, Argument?.HasDefault ?? false);
                break;
            case ListValueNode:
                PushInput(InputType?.Nullable is ListType list ? list.Item : InputType?.Nullable, hasDefault: false);
                break;
            case ObjectFieldNode field:
                var definition = (InputType?.Definition as InputObjectType)?.Fields.GetValueOrDefault(field.Name.Value);
                PushInput(definition?.Type, definition?.HasDefault ?? false);
                break;
        }
    }

    private void PushInput(SchemaType? type, bool hasDefault)
    {
        _inputTypes.Push(type);
        _defaults.Push(hasDefault);
    }

    private SchemaType? Output(NamedTypeNode condition) => schema?.Resolve(condition) is { IsOutput: true } type ? type : null;

    private static T? Top<T>(Stack<T?> stack) => stack.Count > 0 ? stack.Peek() : default;
}
