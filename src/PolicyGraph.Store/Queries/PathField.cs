namespace PolicyGraph.Store.Queries;

/// <summary>One field of the answer to a search for paths.</summary>
public abstract record PathField(OutputKey Key)
{
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}

/// <summary>Steps of the shortest path; null where there is none.</summary>
public sealed record PathLengthField(OutputKey Key) : PathField(Key);

/// <summary>True where the search gave up before it had seen all that it was asked to.</summary>
public sealed record PathIncompleteField(OutputKey Key) : PathField(Key);

/// <summary>The paths, each an object with <paramref name="Fields"/>.</summary>
public sealed record PathsField(OutputKey Key, IReadOnlyList<PathPart> Fields) : PathField(Key);

/// <summary>Bytes of JSON that do not depend on the answer.</summary>
public sealed record PathConstantField(OutputKey Key, ReadOnlyMemory<byte> Json) : PathField(Key);

/// <summary>One field of a path: its nodes in order, its steps in order, or a constant.</summary>
public abstract record PathPart(OutputKey Key)
{
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}

/// <summary>The path's nodes, from its start on.</summary>
public sealed record PathNodesField(OutputKey Key, Shape Shape) : PathPart(Key);

/// <summary>The path's steps, from its start on.</summary>
public sealed record PathStepsField(OutputKey Key, IReadOnlyList<PathStepPart> Fields) : PathPart(Key);

/// <summary>Bytes of JSON that do not depend on the path.</summary>
public sealed record PathPartConstant(OutputKey Key, ReadOnlyMemory<byte> Json) : PathPart(Key);

/// <summary>One field of a step: its two nodes, or of the edge itself.</summary>
public abstract record PathStepPart(OutputKey Key)
{
    public IReadOnlyList<Condition> Conditions { get; init; } = [];
}

/// <summary>The node that the step leaves (<paramref name="Start"/>) or reaches.</summary>
public sealed record StepNodeField(OutputKey Key, bool Start, Shape Shape) : PathStepPart(Key);

/// <summary>Of the edge: as in <see cref="RowEdgeField"/>.</summary>
public sealed record StepEdgeField(OutputKey Key, OutputField Field) : PathStepPart(Key);

/// <summary>True where the relation is followed from its <c>from</c> to its <c>to</c>.</summary>
public sealed record StepForwardField(OutputKey Key) : PathStepPart(Key);
