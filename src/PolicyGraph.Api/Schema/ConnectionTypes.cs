using PolicyGraph.GraphQL.Language;
using PolicyGraph.Store.Facts;

namespace PolicyGraph.Api.Schema;

/// <summary>
/// The connection and edge types of lists, and the arguments that lists take (Relay, “GraphQL Cursor Connections Specification”).
/// </summary>
internal static class ConnectionTypes
{
    /// <summary>The order of <see cref="Store.Queries.KeptOrder"/> in words.</summary>
    private static string Kept(ListKind kind) =>
        kind.Node switch
        {
            Labels.Statistic =>
                "the latest period goes first (by its last day, those without one last), then the indicator's name, UTF-16 code "
                    + "unit by code unit.",
            Labels.Document => "they go by id.",
            _ => "they go by name, UTF-16 code unit by code unit.",
        };

    public static string Arguments(ListKind kind)
    {
        var edgeWhere = kind.EdgeWhere is { } type ? $"\"Only those whose relation fits.\" edgeWhere: {type}" : "";
        var relations = kind.AnyRelation ? "\"Only these relations; all without it.\" types: [RelationType!]" : "";
        return $"""
            "How many from the start of the list; 20 without `first` and `last`, at most 1000." first: Int
            "Those after this cursor." after: String
            "How many from the end of the list; at most 1000." last: Int
            "Those before this cursor." before: String
            "Only those that fit." where: {kind.Node}Where
            {edgeWhere}
            "By what to sort, the weightiest first; what has no value comes last. Without it {Kept(kind)}" orderBy: [{kind.Order}!]
            {relations}
            """;
    }

    /// <summary>What a list costs: as long as asked for, else as the usual page.</summary>
    public static DirectiveNode Price { get; } =
        Sdl.Directive(
            "@listSize(assumedSize: 20, slicingArguments: [\"first\", \"last\"], sizedFields: [\"nodes\", \"edges\"], "
                + "requireOneSlicingArgument: false)"
        );

    public static void Write(GeneratedText text, ListKind kind, SourceTypes types)
    {
        text.Open($"A page of a list of {kind.Node}.", $"type {kind.Connection}");
        text.Field("How many there are in all; counted only where it is asked for.", "totalCount: Int!");
        text.Field("The nodes of this page.", $"nodes: [{kind.Node}!]!");
        text.Field("The nodes of this page with what belongs to their place in the list.", $"edges: [{kind.Edge}!]!");
        text.Field("Where the page lies in the list.", "pageInfo: PageInfo!");
        text.Field(
            "The whole list put into groups, most first.",
            $"groups({GroupTypes.Arguments(kind.Node)}): [{kind.Node}Group!]! @listSize(slicingArguments: [\"first\"])"
        );
        text.Close();
        WriteEdge(text, kind, types);
    }

    private static void WriteEdge(GeneratedText text, ListKind kind, SourceTypes types)
    {
        text.Open($"One place in a list of {kind.Node}.", $"type {kind.Edge}");
        text.Field("Marks the place, for `after` and `before`; holds for lists of the same order.", "cursor: String!");
        text.Field("What stands there.", $"node: {kind.Node}!");
        if (kind.AnyRelation)
        {
            text.Field("Which relation.", "relation: RelationType!");
            text.Field("The entity that the relation starts from.", "from: Entity!");
            text.Field("The entity that the relation leads to.", "to: Entity!");
        }

        foreach (var property in EdgeFields(kind, types))
        {
            text.Field(
                property.Description?.Value ?? property.Name.Value,
                $"{property.Name.Value}: {Printer.Print(property.Type)} @property"
            );
        }

        if (kind.HasEvidence)
        {
            text.Field(
                "Where papers say it, in the order of papers and text.",
                "evidence(\"How many; at most 100.\" first: Int = 10): [Evidence!]! @listSize(slicingArguments: [\"first\"])"
            );
            text.Field("How many papers say it.", "documentCount: Int!");
        }

        text.Close();
    }

    private static IEnumerable<FieldDefinitionNode> EdgeFields(ListKind kind, SourceTypes types) =>
        kind switch
        {
            { EdgeType: { } edge } => Sdl.Fields(types.Find(edge)),
            { AnyRelation: true } => types.EdgeTypes.SelectMany(type => type.Fields).DistinctBy(field => field.Name.Value),
            _ => [],
        };
}
