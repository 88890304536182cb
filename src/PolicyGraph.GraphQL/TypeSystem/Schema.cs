using System.Collections.Frozen;
using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>
/// A valid schema: what can be asked and answered. Built by <see cref="SchemaBuilder"/>; immutable. Specification section 3.3.
/// </summary>
public sealed class Schema
{
    private readonly FrozenDictionary<string, TypeDefinition> _types;
    private readonly FrozenDictionary<TypeDefinition, IReadOnlyList<ObjectType>> _possible;

    internal Schema(IReadOnlyList<TypeDefinition> types, IReadOnlyDictionary<string, DirectiveDefinition> directives, SchemaRoots roots)
    {
        Types = types;
        Directives = directives;
        Query = roots.Query;
        Mutation = roots.Mutation;
        Subscription = roots.Subscription;
        _types = types.ToFrozenDictionary(type => type.Name);
        _possible = types.Where(type => type.IsAbstract).ToFrozenDictionary(type => type, FindPossible);
    }

    /// <summary>Every type, those of introspection and the built-in scalars in use included, in the order of their definition.</summary>
    public IReadOnlyList<TypeDefinition> Types { get; }

    /// <summary>By name: the schema's own first, then the specified ones.</summary>
    public IReadOnlyDictionary<string, DirectiveDefinition> Directives { get; }

    public ObjectType? Query { get; }

    public ObjectType? Mutation { get; }

    public ObjectType? Subscription { get; }

    public string? Description { get; internal init; }

    /// <summary>The directives applied to <c>schema</c>.</summary>
    public AppliedDirectives AppliedDirectives { get; internal init; } = AppliedDirectives.None;

    /// <summary>The type of that name, or null.</summary>
    public TypeDefinition? Find(string name) => _types.GetValueOrDefault(name);

    /// <summary>The root type of a kind of operation, or null where the schema has none.</summary>
    public ObjectType? Root(OperationKind kind) =>
        kind switch
        {
            OperationKind.Query => Query,
            OperationKind.Mutation => Mutation,
            _ => Subscription,
        };

    /// <summary>
    /// The object types that a value of this type may be: itself for an object type. Specification section 5.5.2.3, GetPossibleTypes().
    /// </summary>
    public IReadOnlyList<ObjectType> PossibleTypes(TypeDefinition type) =>
        type is ObjectType self ? [self] : _possible.GetValueOrDefault(type) ?? [];

    /// <summary>
    /// Whether every value of <paramref name="type"/> is one of <paramref name="super"/>. Specification section 3.6.1, IsSubType().
    /// </summary>
    public static bool IsSubType(TypeDefinition type, TypeDefinition super) =>
        ReferenceEquals(type, super)
        || (super is UnionType union && union.Members.Contains(type))
        || (super is InterfaceType wanted && type is FieldsType { Interfaces: var declared } && declared.Contains(wanted));

    /// <summary>
    /// The field of a type by name, <c>__typename</c> and the query root's <c>__schema</c> and <c>__type</c> included; null where there is
    /// none.
    /// </summary>
    public FieldDefinition? Field(TypeDefinition parent, string name) =>
        name switch
        {
            "__typename" when parent.IsComposite => IntrospectionSchema.TypeName,
            "__schema" when ReferenceEquals(parent, Query) => IntrospectionSchema.SchemaField,
            "__type" when ReferenceEquals(parent, Query) => IntrospectionSchema.TypeField,
            _ => (parent as FieldsType)?.Fields.GetValueOrDefault(name),
        };

    /// <summary>The type that a syntax node names, or null where the schema lacks it.</summary>
    public SchemaType? Resolve(TypeNode node) =>
        node switch
        {
            ListTypeNode list => Resolve(list.Item) is { } item ? new ListType(item) : null,
            NonNullTypeNode nonNull => Resolve(nonNull.Inner) is { } inner ? new NonNullType(inner) : null,
            _ => Find(((NamedTypeNode)node).Name.Value),
        };

    private IReadOnlyList<ObjectType> FindPossible(TypeDefinition type) =>
        type is UnionType union ? union.Members : [.. Types.OfType<ObjectType>().Where(candidate => IsSubType(candidate, type))];
}

/// <summary>The root types of a schema.</summary>
internal sealed record SchemaRoots(ObjectType? Query, ObjectType? Mutation, ObjectType? Subscription);
