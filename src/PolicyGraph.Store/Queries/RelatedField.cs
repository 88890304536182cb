namespace PolicyGraph.Store.Queries;

/// <summary>One field of an entity that stands near another.</summary>
public abstract record RelatedField(OutputKey Key)
{
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}

/// <summary>The entity.</summary>
public sealed record RelatedNodeField(OutputKey Key, Shape Shape) : RelatedField(Key);

/// <summary>How many relations there are between the two, or how many papers name both.</summary>
public sealed record RelatedCountField(OutputKey Key, bool OfDocuments) : RelatedField(Key);

/// <summary>Bytes of JSON that do not depend on the entity.</summary>
public sealed record RelatedConstantField(OutputKey Key, ReadOnlyMemory<byte> Json) : RelatedField(Key);
