using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.Api.Schema;

/// <summary>The input types of <c>where</c> and <c>orderBy</c>, made from the fields of what they ask about.</summary>
internal static class InputTypes
{
    private const string CountFilter = "IntFilter";

    public static void Write(GeneratedText text, IReadOnlyList<ListKind> kinds, SourceTypes types)
    {
        foreach (var node in kinds.Select(kind => kind.Node).Distinct())
        {
            WriteWhere(text, node, types);
            WriteOrder(text, $"{node}Order", $"One key of an order of {node}.", [], node, types);
        }

        foreach (var kind in kinds)
        {
            WriteRelationFilter(text, kind);
            if (kind.EdgeType is { } edge)
            {
                WriteOrder(
                    text,
                    kind.Order,
                    $"One key of an order of {kind.Node}, by the relation's own properties too.",
                    Sdl.Fields(types.Find(edge)),
                    kind.Node,
                    types
                );
            }
        }

        foreach (var edge in types.EdgeTypes)
        {
            WriteEdgeWhere(text, edge);
        }

        ValueFilters.Write(text, types);
    }

    private static void WriteWhere(GeneratedText text, string node, SourceTypes types)
    {
        var type = types.Find(node);
        var where = $"{node}Where";
        text.Open($"What a {node} must be. All that is given must hold.", $"input {where}");
        text.Field("All of these hold.", $"and: [{where}!]");
        text.Field("At least one of these holds.", $"or: [{where}!]");
        text.Field("This does not hold.", $"not: {where}");
        foreach (var field in Sdl.Fields(type))
        {
            if (Condition(field, types) is { } condition)
            {
                text.Field(Explain(field, types), $"{field.Name.Value}: {condition}");
            }
        }

        WriteProvenance(text);
        text.Close();
    }

    private static void WriteProvenance(GeneratedText text)
    {
        text.Field("Some paper says it so: which paper, by which rule, how surely.", "evidence: EvidenceWhere");
        text.Field("The id of a paper: only what that paper says and no other.", "supportedOnlyBy: ID");
    }

    private static string Explain(FieldDefinitionNode field, SourceTypes types) =>
        field switch
        {
            { Name.Value: "name" } when types.Find("Entity") is InterfaceTypeNode => "By name, or by any alias where there are some.",
            _ when ListKind.Of(field, types) is not null => $"By what `{field.Name.Value}` leads to.",
            _ => Sdl.By(field),
        };

    /// <summary>The input type that asks about a field, or null where nothing can be asked of it.</summary>
    private static string? Condition(FieldDefinitionNode field, SourceTypes types)
    {
        var named = Sdl.NamedType(field.Type);
        return field switch
        {
            { Name.Value: "documentCount" } => CountFilter,
            { Name.Value: "type" } => ValueFilters.Of(named, types),
            _ when field.Directive("property") is not null => Sdl.IsList(field.Type) ? null : ValueFilters.Of(named, types),
            _ when ListKind.Of(field, types) is { } kind => $"{kind.Name}Filter",
            _ when field.Directive("relation") is not null => $"{named}Where",
            _ when types.IsPartOfRow(field) => $"{named}Where",
            _ => null,
        };
    }

    private static void WriteRelationFilter(GeneratedText text, ListKind kind)
    {
        var where = $"{kind.Node}Where";
        text.Open(
            $"What stands at the other end of a relation. All that is given must hold; example: {{some: {{name: {{contains: "
                + $"\"数据\"}}}}}}.",
            $"input {kind.Name}Filter"
        );
        text.Field("At least one fits.", $"some: {where}");
        text.Field("None fits.", $"none: {where}");
        text.Field("All fit; true where there are none.", $"every: {where}");
        text.Field("How many there are; with `where`, how many fit that.", $"count: {CountFilter}");
        text.Field("Which are counted by `count`.", $"where: {where}");
        if (kind.EdgeWhere is { } edge)
        {
            text.Field("Only over relations that fit; for all of the above.", $"edgeWhere: {edge}");
        }

        text.Close();
    }

    private static void WriteEdgeWhere(GeneratedText text, ObjectTypeNode edge)
    {
        text.Open(
            $"What a relation must be ({edge.Description?.Value.TrimEnd('.')}). All that is given must hold.",
            $"input {edge.Name.Value}Where"
        );
        foreach (var field in edge.Fields)
        {
            text.Field(Sdl.By(field), $"{field.Name.Value}: {ValueFilters.NameOf(Sdl.NamedType(field.Type))}");
        }

        text.Field("By how many papers say it.", $"documentCount: {CountFilter}");
        WriteProvenance(text);
        text.Close();
    }

    private static void WriteOrder(
        GeneratedText text,
        string name,
        string description,
        IReadOnlyList<FieldDefinitionNode> edgeFields,
        string node,
        SourceTypes types
    )
    {
        text.Open($"{description} Exactly one field is given; example: {{name: ASC}}.", $"input {name} @oneOf");
        foreach (var field in edgeFields)
        {
            text.Field(Sdl.By(field), $"{field.Name.Value}: SortDirection");
        }

        foreach (var field in Sdl.Fields(types.Find(node)))
        {
            if (OrderOf(field, types) is { } order)
            {
                text.Field(Sdl.By(field), $"{field.Name.Value}: {order}");
            }
        }

        text.Close();
    }

    private static string? OrderOf(FieldDefinitionNode field, SourceTypes types) =>
        field switch
        {
            { Name.Value: "documentCount" } => "SortDirection",
            _ when field.Directive("property") is not null => Sdl.IsList(field.Type) ? null : "SortDirection",
            _ when ListKind.Of(field, types) is { AnyRelation: false } => "CountOrder",
            _ when types.IsPartOfRow(field) => $"{Sdl.NamedType(field.Type)}Order",
            _ => null,
        };
}
