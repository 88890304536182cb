using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Planning;

/// <summary>Plans lists: which part of them, in which order, and what of it is wanted.</summary>
internal sealed class ConnectionPlanner(Planner planner)
{
    private const long UsualPage = 20;
    private const int LargestPage = 1000;

    /// <summary>A list of all nodes of a type.</summary>
    public Connection Root(FieldSelection selection) => Plan(selection, fixedFilter: null);

    /// <summary>A list of what stands at the other end of a relation.</summary>
    public RelationField Relation(FieldSelection selection, OutputKey key)
    {
        var step = planner.Mapping.StepOf(selection.Definition, Types(selection));
        var kind = Mapping.RelationOf(selection.Definition)?.Text("kind");
        var ofKind = kind is null ? null : new PropertyFilter("kind", Comparison.Equal, planner.Slots.Constant(kind));
        return new RelationField(key, step, Plan(selection, ofKind));
    }

    /// <summary>A list found by a text; it has no order and no filter of its own.</summary>
    public Connection Search(FieldSelection selection) => new(Filter: null, EdgeFilter: null, [], PageOf(selection), Fields(selection));

    /// <summary>What is wanted of a list.</summary>
    public IReadOnlyList<ConnectionField> Fields(FieldSelection selection) => [.. selection.Selections.Select(Field)];

    private static IReadOnlyList<string>? Types(FieldSelection selection) =>
        selection.Argument("types") is ConstantArgument { Value.Kind: InputKind.List } types
            ? [.. types.Value.AsList().Select(type => type.AsString())]
            : null;

    private Connection Plan(FieldSelection selection, Filter? fixedFilter)
    {
        var nodes = Mapping.NodeTypeOf(selection.Definition);
        var filter = planner.Filters.OnNodes(selection.Argument("where"), nodes);
        return new Connection(
            FilterPlanner.Both(fixedFilter, filter),
            planner.Filters.OnEdges(selection.Argument("edgeWhere")),
            planner.Orders.Plan(selection.Argument("orderBy"), nodes),
            PageOf(selection),
            Fields(selection)
        );
    }

    private Page PageOf(FieldSelection selection)
    {
        var last = Bound(selection, "last");
        var first = Bound(selection, "first") ?? planner.Slots.Constant(last is null ? UsualPage : null);
        return new Page(first, Cursor(selection, "after"), last ?? planner.Slots.Constant(null), Cursor(selection, "before"));
    }

    private Slot? Bound(FieldSelection selection, string argument) =>
        selection.Argument(argument) is { IsNull: false } ? planner.Size(selection, argument, 0, LargestPage) : null;

    private Slot Cursor(FieldSelection selection, string argument) =>
        selection.Argument(argument) is { IsNull: false } cursor ? planner.Slots.Add(cursor) : planner.Slots.Constant(null);

    private ConnectionField Field(FieldSelection selection) => Plain(selection) with { Conditions = planner.Slots.Conditions(selection) };

    private ConnectionField Plain(FieldSelection selection)
    {
        var key = Planner.Key(selection);
        return selection.Definition.Name switch
        {
            "nodes" => new NodesField(key, planner.Shapes.Plan(selection)),
            "edges" => new EdgesField(key, [.. selection.Selections.Select(Edge)]),
            "totalCount" => new TotalCountField(key),
            "pageInfo" => new PageInfoField(key, [.. selection.Selections.Select(PageInfo)]),
            "groups" => new ConnectionGroupsField(key, planner.Groups.Plan(selection)),
            _ => new ConnectionConstantField(key, Planner.TypeName(selection.Parent)),
        };
    }

    private EdgeField Edge(FieldSelection selection)
    {
        var key = Planner.Key(selection);
        EdgeField field = selection.Definition.Name switch
        {
            "cursor" => new CursorField(key),
            "node" => new RowNodeField(key, planner.Shapes.Plan(selection)),
            "score" => new ScoreField(key),
            "highlights" => new HighlightsField(key, planner.Shapes.Plan(selection)),
            _ => new RowEdgeField(key, planner.Shapes.Field(selection) with { Conditions = [] }),
        };
        return field with { Conditions = planner.Slots.Conditions(selection) };
    }

    private PageInfoPart PageInfo(FieldSelection selection)
    {
        var kind = selection.Definition.Name switch
        {
            "hasNextPage" => PageInfoKind.HasNextPage,
            "hasPreviousPage" => PageInfoKind.HasPreviousPage,
            "startCursor" => PageInfoKind.StartCursor,
            "endCursor" => PageInfoKind.EndCursor,
            _ => PageInfoKind.Constant,
        };
        return new PageInfoPart(Planner.Key(selection), kind, kind is PageInfoKind.Constant ? Planner.TypeName(selection.Parent) : default)
        {
            Conditions = planner.Slots.Conditions(selection),
        };
    }
}
