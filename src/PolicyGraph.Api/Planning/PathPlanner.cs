using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Planning;

/// <summary>Plans the search for the shortest paths.</summary>
internal sealed class PathPlanner(Planner planner)
{
    private const int LongestName = 400;
    private const int LongestPath = 8;
    private const int MostPaths = 20;

    public PathRoot Plan(FieldSelection selection) =>
        new(
            End(selection, "from"),
            End(selection, "to"),
            planner.Size(selection, "maxLength", 1, LongestPath),
            planner.Size(selection, "maxPaths", 1, MostPaths),
            selection.Argument("via") is ConstantArgument { Value: { Kind: InputKind.List } via }
                ? [.. via.AsList().Select(relation => relation.AsString())]
                : [],
            [.. selection.Selections.Select(Answer)]
        );

    private Slot End(FieldSelection selection, string argument) =>
        planner.Slots.Add(selection.Arguments[argument], StoreValues.Text(argument, LongestName));

    private PathField Answer(FieldSelection selection)
    {
        var key = Planner.Key(selection);
        PathField field = selection.Definition.Name switch
        {
            "length" => new PathLengthField(key),
            "paths" => new PathsField(key, [.. selection.Selections.Select(Path)]),
            "incomplete" => new PathIncompleteField(key),
            _ => new PathConstantField(key, Planner.TypeName(selection.Parent)),
        };
        return field with { Conditions = planner.Slots.Conditions(selection) };
    }

    private PathPart Path(FieldSelection selection)
    {
        var key = Planner.Key(selection);
        PathPart part = selection.Definition.Name switch
        {
            "nodes" => new PathNodesField(key, planner.Shapes.Plan(selection)),
            "steps" => new PathStepsField(key, [.. selection.Selections.Select(Step)]),
            _ => new PathPartConstant(key, Planner.TypeName(selection.Parent)),
        };
        return part with { Conditions = planner.Slots.Conditions(selection) };
    }

    private PathStepPart Step(FieldSelection selection)
    {
        var key = Planner.Key(selection);
        PathStepPart part = selection.Definition.Name switch
        {
            "from" => new StepNodeField(key, Start: true, planner.Shapes.Plan(selection)),
            "to" => new StepNodeField(key, Start: false, planner.Shapes.Plan(selection)),
            "forward" => new StepForwardField(key),
            _ => new StepEdgeField(key, planner.Shapes.Field(selection) with { Conditions = [] }),
        };
        return part with { Conditions = planner.Slots.Conditions(selection) };
    }
}
