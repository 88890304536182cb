using System.Text.Json;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>
/// Makes one object of the answer out of one row: a column for each value that its fields need, those of objects within it over the same
/// row among them; each value once, and none for what is known without asking.
/// </summary>
/// <param name="compile">A field of nodes that have one of some labels.</param>
/// <param name="property">The value of a property of such nodes.</param>
internal sealed class ObjectCompiler(
    StatementBuilder builder,
    Func<OutputField, IReadOnlyList<NodeType>, Part> compile,
    Func<string, IReadOnlyList<NodeType>, string> property
)
{
    private readonly List<Part> _columns = [];
    private bool _dependsOnLabel;

    /// <param name="id">The id of the node that the object stands for, whose first word tells the label; null where it stands for no
    /// node.</param>
    /// <param name="nullUnless">Properties of which one must have a value for the object to be there; none for always.</param>
    public Part Compile(Shape shape, IReadOnlyList<NodeType> possible, string? id, IReadOnlyList<string> nullUnless)
    {
        var deciding = Columns(nullUnless, possible);
        var members = Members(shape, possible);
        var label = _dependsOnLabel && id is not null ? Column(Part.Plain(id)) : -1;
        return Part.Row(
            _columns,
            (writer, row) =>
            {
                if (row.ValueKind == JsonValueKind.Null)
                {
                    writer.WriteNullValue();
                }
                else
                {
                    Write(writer, row, label < 0 ? null : builder.Names.OfId(row[label].GetString())?.Label, members, deciding);
                }
            }
        );
    }

    private List<Member> Members(Shape shape, IReadOnlyList<NodeType> possible)
    {
        var members = new List<Member>();
        foreach (var field in shape.Fields.Where(field => builder.Hold(field.Conditions)))
        {
            var types = field.Labels is null ? possible : [.. possible.Where(type => field.Labels.Contains(type.Label))];
            if (types.Count > 0)
            {
                var isForAll = types.Count == possible.Count;
                _dependsOnLabel |= !isForAll;
                members.Add(new Member(field.Key, isForAll ? null : field.Labels, MemberOf(field, types)));
            }
        }

        return members;
    }

    private WriteMember MemberOf(OutputField field, IReadOnlyList<NodeType> types)
    {
        switch (field)
        {
            case ConstantField constant:
                return (writer, _, _) => writer.WriteRawValue(constant.Json.Span, skipInputValidation: true);
            case ObjectField inner:
                var deciding = Columns(inner.NullUnless, types);
                var members = Members(inner.Shape, types);
                return (writer, row, label) => Write(writer, row, label, members, deciding);
            default:
                var part = compile(field, types);
                var at = Column(part);
                return (writer, row, _) => part.Write(writer, row[at]);
        }
    }

    private int Column(Part part)
    {
        var known = _columns.FindIndex(one => one.Text == part.Text);
        if (known < 0)
        {
            _columns.Add(part);
        }

        return known < 0 ? _columns.Count - 1 : known;
    }

    private int[] Columns(IReadOnlyList<string> properties, IReadOnlyList<NodeType> types) =>
        [.. properties.Select(name => Column(Part.Plain(property(name, types))))];

    /// <param name="deciding">Columns of which one must have a value; where there are none, the object is there.</param>
    private static void Write(Utf8JsonWriter writer, JsonElement row, string? label, List<Member> members, int[] deciding)
    {
        if (deciding.Length > 0 && Array.TrueForAll(deciding, at => row[at].ValueKind == JsonValueKind.Null))
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        foreach (var member in members)
        {
            if (member.Labels is null || (label is not null && member.Labels.Contains(label)))
            {
                writer.WritePropertyName(member.Key.Name);
                member.Write(writer, row, label);
            }
        }

        writer.WriteEndObject();
    }

    private delegate void WriteMember(Utf8JsonWriter writer, JsonElement row, string? label);

    /// <param name="Labels">Of nodes that the member is written for; null for all.</param>
    private readonly record struct Member(OutputKey Key, IReadOnlySet<string>? Labels, WriteMember Write);
}
