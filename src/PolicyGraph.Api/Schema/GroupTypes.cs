using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.Api.Schema;

/// <summary>The types of <c>groups(by: …)</c>: what a list may be grouped by, and what is told of each group.</summary>
internal static class GroupTypes
{
    public static string Arguments(string node) =>
        $$$"""
            "What makes a group, in order; example: [{issuedBy: {date: YEAR}}, {issuedBy: {name: VALUE}}]. A node with several neighbours stands in several groups; keys over the same relation speak of the same neighbour." by: [{{{node}}}GroupBy!]!
            "Only groups that fit." having: {{{node}}}GroupHaving
            "By what to sort the groups; without it the largest first, then by the keys." orderBy: [{{{node}}}GroupOrder!]
            "How many groups; at most 1000." first: Int = 50
            "How many groups to pass over." skip: Int = 0
            """;

    public static void Write(GeneratedText text, IReadOnlyList<ListKind> kinds, SourceTypes types)
    {
        foreach (var node in kinds.Select(kind => kind.Node).Distinct())
        {
            WriteBy(text, $"{node}GroupBy", node, [], types);
            WriteGroup(text, node, types);
            GroupConditionTypes.Write(text, node, NumbersOf(node, types).Count > 0);
        }

        foreach (var kind in kinds.Where(kind => kind is { EdgeType: not null, AnyRelation: false }))
        {
            WriteBy(text, GroupBy(kind), kind.Node, Sdl.Fields(types.Find(kind.EdgeType!)), types); // Those without were left out.
        }

        foreach (var part in new[] { "Period" })
        {
            text.Open($"A part of a {part} to group by. Exactly one field is given.", $"input {part}GroupBy @oneOf");
            foreach (var field in Sdl.Fields(types.Find(part)))
            {
                text.Field(Sdl.By(field), $"{field.Name.Value}: {PartOf(field)}");
            }

            text.Close();
        }

        WriteCommon(text);
    }

    /// <param name="edgeFields">The properties of the relation that leads there, by which groups may be made too.</param>
    private static void WriteBy(
        GeneratedText text,
        string name,
        string node,
        IReadOnlyList<FieldDefinitionNode> edgeFields,
        SourceTypes types
    )
    {
        text.Open(
            $"What to group {node} by. Exactly one field is given; a relation is followed to what stands at its other end, over "
                + "several hops if wanted.",
            $"input {name} @oneOf"
        );
        foreach (var field in edgeFields)
        {
            text.Field($"{Sdl.By(field)} (a property of the relation that leads here)", $"{field.Name.Value}: {PartOf(field)}");
        }

        foreach (var field in Sdl.Fields(types.Find(node)))
        {
            if (KeyOf(field, types) is { } key)
            {
                text.Field(Sdl.By(field), $"{field.Name.Value}: {key}");
            }
        }

        text.Close();
    }

    private static string? KeyOf(FieldDefinitionNode field, SourceTypes types) =>
        field switch
        {
            _ when field.Directive("property") is not null => Sdl.IsList(field.Type) ? null : PartOf(field),
            _ when field.Directive("relation")?.Text("kind") is not null => null,
            _ when ListKind.Of(field, types) is { AnyRelation: false } kind => GroupBy(kind),
            _ when field.Directive("relation") is not null && !Sdl.IsList(field.Type) => $"{Sdl.NamedType(field.Type)}GroupBy",
            _ when types.IsPartOfRow(field) => $"{Sdl.NamedType(field.Type)}GroupBy",
            _ => null,
        };

    private static string GroupBy(ListKind kind) => kind.EdgeType is null ? $"{kind.Node}GroupBy" : $"{kind.Name}GroupBy";

    /// <summary>Only dates have parts.</summary>
    private static string PartOf(FieldDefinitionNode field) => Sdl.NamedType(field.Type) == "Date" ? "GroupDatePart" : "GroupValue";

    private static void WriteGroup(GeneratedText text, string node, SourceTypes types)
    {
        var numbers = NumbersOf(node, types);
        text.Open($"Nodes of the type {node} that have something in common, and what can be reckoned over them.", $"type {node}Group");
        text.Field("What makes the group, in the order of `by`.", "keys: [GroupKey!]!");
        text.Field("How many stand in it.", "count: Int!");
        text.Field("How many distinct values its members have of something.", $"countDistinct(\"Of what.\" of: {node}GroupBy!): Int!");
        if (numbers.Count > 0)
        {
            text.Field("The sum of a number over its members; null where none has one.", $"sum(\"Of what.\" of: {node}Number!): Decimal");
            text.Field("The mean of a number over its members that have one.", $"avg(\"Of what.\" of: {node}Number!): Decimal");
            text.Field("The least of a number.", $"min(\"Of what.\" of: {node}Number!): Decimal");
            text.Field("The greatest of a number.", $"max(\"Of what.\" of: {node}Number!): Decimal");
        }

        text.Close();
        if (numbers.Count > 0)
        {
            text.Open($"The numbers of a {node}.", $"enum {node}Number");
            numbers.ForEach(field => text.Field(field.Description?.Value ?? field.Name.Value, field.Name.Value));
            text.Close();
        }
    }

    private static List<FieldDefinitionNode> NumbersOf(string node, SourceTypes types) =>
        [
            .. Sdl.Fields(types.Find(node))
                .Where(field => field.Directive("property") is not null && Sdl.NamedType(field.Type) is "Int" or "Float" or "Decimal"),
        ];

    private static void WriteCommon(GeneratedText text)
    {
        text.Open("What makes a group.", "type GroupKey");
        text.Field("The value, as text; null for members that have none.", "value: String");
        text.Field("The entity, where the key is an entity's `id`.", "entity: Entity");
        text.Close();
        text.Open("That a value makes the group.", "enum GroupValue");
        text.Field("The whole value.", "VALUE");
        text.Close();
        text.Open("Which part of a date makes the group.", "enum GroupDatePart");
        text.Field("The whole date.", "VALUE");
        text.Field("All of one year together.", "YEAR");
        text.Field("All of one month of one year together.", "MONTH");
        text.Close();
    }
}
