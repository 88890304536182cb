using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Planning;

/// <summary>Plans a field of the query root as one query.</summary>
internal sealed class RootPlanner(Planner planner)
{
    private const int MostIds = 1000;
    private const int LongestText = 100;
    private const int MostRelated = 100;

    /// <summary>
    /// The argument of a list by which only those are wanted whose name holds a text; null where it has none or none is given.
    /// </summary>
    public static ArgumentValue? SearchedFor(FieldSelection selection) =>
        selection.Definition.Directives.Find("list") is not null && selection.Argument("search") is { IsNull: false } search
            ? search
            : null;

    /// <param name="isSearched">True where a list shows only what its <c>search</c> finds.</param>
    public GraphQuery Plan(FieldSelection selection, bool isSearched) =>
        new(
            isSearched
                ? Searched(selection)
                : selection.Definition switch
                {
                    { Name: "node" } => Single(selection, []),
                    { Name: "nodes" } => new NodesByIdRoot(
                        planner.Slots.Add(selection.Arguments["ids"], StoreValues.AtMost("ids", MostIds)),
                        planner.Shapes.Plan(selection)
                    ),
                    { Name: "search" } => Search(selection),
                    { Name: "path" } => new PathPlanner(planner).Plan(selection),
                    { Name: "related" } => Related(selection),
                    { Directives: var directives } when directives.Find("list") is not null => new ListRoot(
                        Mapping.NodeTypeOf(selection.Definition).Name,
                        planner.Connections.Root(selection)
                    ),
                    { Type: var type } => Single(selection, planner.Mapping.LabelsOf(type.Definition)),
                }
        );

    private NodeRoot Single(FieldSelection selection, IReadOnlyList<string> labels) =>
        new(labels, Selector(selection), planner.Shapes.Plan(selection));

    /// <summary>By the one argument given; asking by none or by several says nothing about which thing is meant.</summary>
    private NodeSelector Selector(FieldSelection selection)
    {
        var given = selection.Arguments.Where(argument => argument.Value is { IsNull: false } && argument.Key != "first").ToList();
        if (given is not [var (name, value)])
        {
            var names = string.Join(
                ", ",
                selection.Definition.Arguments.Keys.Where(argument => argument != "first").Select(argument => $"`{argument}`")
            );
            throw StoreValues.Refuse($"`{selection.Definition.Name}` needs exactly one of {names}, found: {given.Count}.");
        }

        var slot = planner.Slots.Add(value);
        var isEntity =
            ((FieldsType)Mapping.NodeTypeOf(selection.Definition)).Fields.ContainsKey("aliases") || selection.Definition.Name == "related";
        return name switch
        {
            "id" => new ById(slot),
            "name" when isEntity => new ByName(slot),
            _ => new ByProperty(name, slot),
        };
    }

    private SearchRoot Searched(FieldSelection selection) =>
        new(
            planner.Slots.Add(selection.Arguments["search"], StoreValues.Text("search", LongestText)),
            [Mapping.NodeTypeOf(selection.Definition).Name],
            planner.Connections.Root(selection)
        );

    private SearchRoot Search(FieldSelection selection)
    {
        var types = selection.Argument("types") is ConstantArgument { Value: { Kind: InputKind.List } list }
            ? list.AsList().Select(type => type.AsString())
            : [];
        var text = planner.Slots.Add(selection.Arguments["text"], StoreValues.Text("text", LongestText));
        return new SearchRoot(
            text,
            types.DefaultIfEmpty().All(type => type is null) ? planner.Mapping.Entities : [.. types],
            planner.Connections.Search(selection)
        );
    }

    private RelatedRoot Related(FieldSelection selection) =>
        new(Selector(selection), planner.Size(selection, "first", 0, MostRelated), [.. selection.Selections.Select(RelatedField)]);

    private RelatedField RelatedField(FieldSelection selection)
    {
        var key = Planner.Key(selection);
        RelatedField field = selection.Definition.Name switch
        {
            "entity" => new RelatedNodeField(key, planner.Shapes.Plan(selection)),
            "relations" => new RelatedCountField(key, OfDocuments: false),
            "documents" => new RelatedCountField(key, OfDocuments: true),
            _ => new RelatedConstantField(key, Planner.TypeName(selection.Parent)),
        };
        return field with { Conditions = planner.Slots.Conditions(selection) };
    }
}
