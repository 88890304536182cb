namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>
/// A type as fields, arguments and variables have it: a definition, a list of one, or one that is never null. <c>ToString()</c> is its
/// GraphQL form. Specification section 3.4.
/// </summary>
public abstract class SchemaType
{
    /// <summary>The type without <c>!</c> around it.</summary>
    public SchemaType Nullable => this is NonNullType nonNull ? nonNull.Inner : this;

    /// <summary>The definition inside all lists and <c>!</c>.</summary>
    public TypeDefinition Definition =>
        this switch
        {
            ListType list => list.Item.Definition,
            NonNullType nonNull => nonNull.Inner.Definition,
            _ => (TypeDefinition)this,
        };

    public bool IsNonNull => this is NonNullType;

    /// <summary>Whether values of it may come in. Specification section 3.4.2, IsInputType().</summary>
    public bool IsInput => Definition is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether values of it may go out. Specification section 3.4.2, IsOutputType().</summary>
    public bool IsOutput => Definition is not InputObjectType;

    /// <summary>Same structure over the same definitions.</summary>
    public bool IsSameAs(SchemaType other) =>
        (this, other) switch
        {
            (ListType a, ListType b) => a.Item.IsSameAs(b.Item),
            (NonNullType a, NonNullType b) => a.Inner.IsSameAs(b.Inner),
            _ => ReferenceEquals(this, other),
        };
}

/// <summary><c>[T]</c>. Specification section 3.11.</summary>
public sealed class ListType(SchemaType item) : SchemaType
{
    public SchemaType Item { get; } = item;

    public override string ToString() => $"[{Item}]";
}

/// <summary><c>T!</c>. Specification section 3.12.</summary>
public sealed class NonNullType(SchemaType inner) : SchemaType
{
    public SchemaType Inner { get; } = inner;

    public override string ToString() => $"{Inner}!";
}
