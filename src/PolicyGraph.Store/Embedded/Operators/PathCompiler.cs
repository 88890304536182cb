using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Makes the writers of paths.</summary>
internal static class PathCompiler
{
    public static RootOperator Compile(Compilers compilers, PathRoot root)
    {
        var step = new StepPlan(compilers.Kinds, new Step(root.Via, Direction.Both, []));
        var entities = compilers.Kinds.Mask(compilers.Kinds.Nodes.Where(kind => kind.Type.IsEntity).Select(kind => kind.Label));
        return new PathRootWriter(
            root,
            step,
            entities,
            new ShapeWriter<PathsRow>([.. root.Fields.Select(field => Field(compilers, field))])
        );
    }

    private static ShapeField<PathsRow> Field(Compilers compilers, PathField field) =>
        new(
            field.Key,
            ulong.MaxValue,
            isForAll: true,
            field.Conditions,
            field switch
            {
                PathLengthField => new PathLengthWriter(),
                PathIncompleteField => new PathIncompleteWriter(),
                PathsField paths => new PathsWriter(new ShapeWriter<PathItem>([.. paths.Fields.Select(part => Part(compilers, part))])),
                PathConstantField constant => new ConstantWriter<PathsRow>(constant.Json),
                _ => throw new UnknownNameException($"A search for paths has no {field.GetType().Name}."),
            }
        );

    private static ShapeField<PathItem> Part(Compilers compilers, PathPart part) =>
        new(
            part.Key,
            ulong.MaxValue,
            isForAll: true,
            part.Conditions,
            part switch
            {
                PathNodesField nodes => new PathNodesWriter(compilers.Nodes.Compile(nodes.Shape, compilers.Kinds.AllLabels)),
                PathStepsField steps => new PathStepsWriter(
                    new ShapeWriter<StepItem>([.. steps.Fields.Select(inner => Step(compilers, inner))])
                ),
                PathPartConstant constant => new ConstantWriter<PathItem>(constant.Json),
                _ => throw new UnknownNameException($"A path has no {part.GetType().Name}."),
            }
        );

    private static ShapeField<StepItem> Step(Compilers compilers, PathStepPart part) =>
        new(
            part.Key,
            ulong.MaxValue,
            isForAll: true,
            part.Conditions,
            part switch
            {
                StepNodeField node => new StepNodeWriter(node.Start, compilers.Nodes.Compile(node.Shape, compilers.Kinds.AllLabels)),
                StepEdgeField edge => new StepEdgeWriter(compilers.Edges.Compile(edge.Field, ulong.MaxValue)),
                StepForwardField => new StepForwardWriter(),
                _ => throw new UnknownNameException($"A step has no {part.GetType().Name}."),
            }
        );
}

/// <summary>What a search for paths found; without a start there was nothing to search from.</summary>
internal readonly record struct PathsRow(Node? From, IReadOnlyList<Row[]> Paths, bool IsIncomplete) : IRow
{
    public ulong LabelBit => ulong.MaxValue;
}

/// <summary>One path: its first node, and a row for each step.</summary>
internal readonly record struct PathItem(Node From, Row[] Steps) : IRow
{
    public ulong LabelBit => ulong.MaxValue;
}

/// <summary>One step of a path.</summary>
internal readonly record struct StepItem(Node From, Row Step) : IRow
{
    public ulong LabelBit => ulong.MaxValue;
}
