using System.Text.Json;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Neo4j.Loading;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>
/// Makes connections: a list of the page's rows (one more than the page, which tells whether the list goes on), and beside it what is asked
/// of the whole list. A page read backwards is ordered the other way round and turned when it is written.
/// </summary>
internal sealed class ConnectionCompiler(StatementBuilder builder, ShapeCompiler shapes)
{
    public Part Compile(Connection connection, Pattern pattern)
    {
        var asked = AsksEdge(connection, pattern) ? pattern : pattern.WithoutEdge;
        return Compile(connection, asked, new OrderPlan(builder, shapes.Filters, asked, connection.Order));
    }

    /// <summary>
    /// The facts that a document states: relationships between entities that it names, by the place of their first quote in it.
    /// </summary>
    public Part CompileFacts(DocumentFactsField field, string document)
    {
        var (from, edge) = (builder.Variable("n"), builder.Variable("r"));
        var facts = builder.Names.Edges(new Step([], Direction.Out, []));
        var pattern = new Pattern(
            $"MATCH ({document})<-[:{Ties.MentionedIn}]-({from})-[{edge}:{GraphNames.AnyOf(facts)}]->() WITH {from}, {edge} WHERE {document}.id IN {edge}.{EvidenceRows.Papers} WITH {from}, {edge}",
            from,
            edge,
            "'0'",
            builder.Names.Nodes([]),
            facts.Any(type => type.Key.Count > 0)
        )
        {
            Id = $"{from}.id + ' ' + endNode({edge}).id",
            IsOfEdges = true,
        };
        var start =
            $"nullIf(head([i IN range(0, size({edge}.{EvidenceRows.Papers}) - 1) WHERE {edge}.{EvidenceRows.Papers}[i] = {document}.id | {edge}.{EvidenceRows.Starts}[i]]), -1)";
        var order = new OrderPlan(builder, pattern, Cursor.OfFacts, [OrderPart.OfNumber(start, descending: false)]);
        return Compile(new Connection(null, field.Filter, [], field.Page, field.Fields), pattern, order);
    }

    public Part Compile(Connection connection, Pattern pattern, OrderPlan order)
    {
        var match = shapes.Filters.Match(pattern, connection.Filter, connection.EdgeFilter);
        var fields = connection.Fields.Where(field => builder.Hold(field.Conditions)).ToList();
        var columns = new PageColumns(shapes, pattern, order);
        var answer = new Columns();
        var page = new PageBounds(builder, connection.Page, TellsOfMore(fields));
        var writers = fields.ConvertAll(field => (field.Key, Write: Field(field, columns, pattern, answer, match, connection)));
        var rows =
            columns.IsEmpty && !page.NeedsRows ? Columns.None : answer.Add(Rows(match, pattern, order, page, columns, connection.Page));
        var before = page is { TellsOfMore: true, HasBefore: true }
            ? answer.Add(Part.Plain(Beyond(match, pattern, order, connection.Page.Before, isAfter: false)))
            : Columns.None;
        var after = page is { TellsOfMore: true, HasAfter: true }
            ? answer.Add(Part.Plain(Beyond(match, pattern, order, connection.Page.After, isAfter: true)))
            : Columns.None;
        return answer.Whole(
            (writer, value) =>
                Write(
                    writer,
                    page.Cut(value, answer.Of(value, rows), IsTrue(answer.Of(value, before)), IsTrue(answer.Of(value, after))),
                    writers
                )
        );
    }

    private static bool AsksEdge(Connection connection, Pattern pattern) =>
        pattern.Tie is null
        || connection.EdgeFilter is not null
        || connection.Order.Any(key => key is EdgePropertyOrder)
        || connection.Fields.OfType<EdgesField>().Any(edges => edges.Fields.Any(field => field is RowEdgeField));

    private bool TellsOfMore(List<ConnectionField> fields) =>
        fields
            .OfType<PageInfoField>()
            .SelectMany(info => info.Parts)
            .Any(part => part.Kind is PageInfoKind.HasNextPage or PageInfoKind.HasPreviousPage && builder.Hold(part.Conditions));

    private static bool IsTrue(JsonElement value) => value.ValueKind == JsonValueKind.True;

    private static void Write(Utf8JsonWriter writer, PageRows page, List<(OutputKey Key, Action<Utf8JsonWriter, PageRows> Write)> fields)
    {
        writer.WriteStartObject();
        foreach (var (key, write) in fields)
        {
            writer.WritePropertyName(key.Name);
            write(writer, page);
        }

        writer.WriteEndObject();
    }

    private Part Rows(string match, Pattern pattern, OrderPlan order, PageBounds page, PageColumns columns, Page asked)
    {
        var names = string.Concat(order.Variables.Select(name => ", " + name));
        var bounds = page.Conditions(order);
        var within = bounds.Length == 0 ? "" : $" WHERE {bounds} WITH {pattern.Variables}{names}";
        var inOrder = order.Within(page.HasAfter ? asked.After : null, page.HasBefore ? asked.Before : null) is { } condition
            ? $" {(match == pattern.Source ? "WHERE" : "AND")} {condition}"
            : "";
        return Part.Collect(
            builder,
            $"{match}{inOrder} WITH {pattern.Variables}{order.Projection}{within} ORDER BY {order.OrderBy(page.IsBackward)}{page.Limit}",
            columns.Whole,
            ValueWriting.Write
        );
    }

    /// <summary>Whether the list has rows that a bound of the page leaves out.</summary>
    private static string Beyond(string match, Pattern pattern, OrderPlan order, Slot bound, bool isAfter) =>
        $"EXISTS {{ {match} WITH {pattern.Variables}{order.Projection} WHERE NOT {order.Beyond(bound, isAfter)} RETURN 1 }}";

    private Action<Utf8JsonWriter, PageRows> Field(
        ConnectionField field,
        PageColumns columns,
        Pattern pattern,
        Columns answer,
        string match,
        Connection connection
    )
    {
        switch (field)
        {
            case NodesField nodes:
                var write = columns.Add(
                    pattern is { IsOfEdges: true, Edge: { } edge }
                        ? shapes.Edges.Object(nodes.Shape, edge)
                        : shapes.Node(nodes.Shape, pattern.Node, pattern.Possible)
                );
                return (writer, page) => WriteEach(writer, page, row => write(writer, row));
            case EdgesField edges:
                var inner = edges
                    .Fields.Where(one =>
                        builder.Hold(one.Conditions) && (one is not RowEdgeField row || builder.Hold(row.Field.Conditions))
                    )
                    .Select(one => (one.Key, Write: columns.Row(one)))
                    .ToList();
                return (writer, page) => WriteEach(writer, page, row => WriteRow(writer, row, inner));
            case TotalCountField:
                var count = answer.Add(Part.Plain($"COUNT {{ {match} RETURN 1 }}"));
                return (writer, page) => answer.Write(writer, page.Value, count);
            case PageInfoField info:
                var parts = info.Parts.Where(part => builder.Hold(part.Conditions)).ToList();
                var cursor = parts.Exists(part => part.Kind is PageInfoKind.StartCursor or PageInfoKind.EndCursor)
                    ? columns.Cursor()
                    : _ => "";
                return (writer, page) => WriteInfo(writer, page, parts, cursor);
            case ConnectionConstantField constant:
                return (writer, _) => writer.WriteRawValue(constant.Json.Span, skipInputValidation: true);
            case ConnectionGroupsField groups:
                var grouped = answer.Add(shapes.Groups.Compile(groups.Grouping, pattern, connection.Filter, connection.EdgeFilter));
                return (writer, page) => answer.Write(writer, page.Value, grouped);
            default:
                throw new UnknownNameException($"A connection has no {field.GetType().Name}.");
        }
    }

    private static void WriteEach(Utf8JsonWriter writer, PageRows page, Action<JsonElement> write)
    {
        writer.WriteStartArray();
        foreach (var row in page.Rows)
        {
            write(row);
        }

        writer.WriteEndArray();
    }

    private static void WriteRow(
        Utf8JsonWriter writer,
        JsonElement row,
        List<(OutputKey Key, Action<Utf8JsonWriter, JsonElement> Write)> fields
    )
    {
        writer.WriteStartObject();
        foreach (var (key, write) in fields)
        {
            writer.WritePropertyName(key.Name);
            write(writer, row);
        }

        writer.WriteEndObject();
    }

    private static void WriteInfo(Utf8JsonWriter writer, PageRows page, List<PageInfoPart> parts, Func<JsonElement, string> cursor)
    {
        writer.WriteStartObject();
        foreach (var part in parts)
        {
            writer.WritePropertyName(part.Key.Name);
            switch (part.Kind)
            {
                case PageInfoKind.HasNextPage:
                    writer.WriteBooleanValue(page.HasNext);
                    break;
                case PageInfoKind.HasPreviousPage:
                    writer.WriteBooleanValue(page.HasPrevious);
                    break;
                case PageInfoKind.StartCursor:
                    writer.WriteStringValue(page.Rows.Count == 0 ? null : cursor(page.Rows[0]));
                    break;
                case PageInfoKind.EndCursor:
                    writer.WriteStringValue(page.Rows.Count == 0 ? null : cursor(page.Rows[^1]));
                    break;
                default:
                    writer.WriteRawValue(part.Json.Span, skipInputValidation: true);
                    break;
            }
        }

        writer.WriteEndObject();
    }
}
