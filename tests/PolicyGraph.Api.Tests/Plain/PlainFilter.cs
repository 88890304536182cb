using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.Api.Tests.Plain;

/// <summary>Decides conditions by reading them, one node after another.</summary>
internal sealed class PlainFilter(PlainGraph graph, PlainMap map)
{
    public bool Fits(InputValue where, PlainNode node, FieldsType type) =>
        where.IsNull
        || where
            .AsObject()
            .Fields.All(field =>
                field.Value.IsNull
                || field.Key switch
                {
                    "and" => field.Value.AsList().All(item => Fits(item, node, type)),
                    "or" => field.Value.AsList().Any(item => Fits(item, node, type)),
                    "not" => !Fits(field.Value, node, type),
                    "name" when type.Fields.ContainsKey("aliases") => FitsName(field.Value, node),
                    "type" => FitsValue(field.Value, node.Label),
                    "evidence" or "supportedOnlyBy" or "documentCount" => FitsSupport(field.Key, field.Value, node),
                    _ => FitsField(field.Value, node, type.Fields[field.Key]),
                }
            );

    public bool FitsEdge(InputValue where, PlainEdge edge) =>
        where.IsNull
        || where
            .AsObject()
            .Fields.All(field =>
                field.Value.IsNull
                || field.Key switch
                {
                    "evidence" or "supportedOnlyBy" or "documentCount" => FitsSupport(field.Key, field.Value, edge),
                    _ => FitsValue(field.Value, edge[field.Key]),
                }
            );

    private bool FitsSupport(string name, InputValue value, IPlainThing thing) =>
        name switch
        {
            "documentCount" => FitsValue(value, (decimal)thing.DocumentCount),
            "supportedOnlyBy" => thing.Said.All(said => said.Paper.Id == value.AsString()),
            _ => thing.Evidence.Any(evidence => FitsEvidence(value, evidence)),
        };

    private bool FitsEvidence(InputValue where, PlainEvidence evidence) =>
        where
            .AsObject()
            .Fields.All(field =>
                field.Value.IsNull
                || field.Key switch
                {
                    "quote" => FitsValue(field.Value, evidence.Quote),
                    "rule" => FitsValue(field.Value, evidence.Rule),
                    "confidence" => FitsValue(field.Value, (decimal)evidence.Confidence),
                    _ => Fits(field.Value, evidence.Paper, map.Type("Document")),
                }
            );

    private bool FitsField(InputValue value, PlainNode node, FieldDefinition field)
    {
        if (PlainMap.PropertyOf(field) is { } property)
        {
            return FitsValue(value, node[property]);
        }

        if (PlainMap.RelationOf(field) is null)
        {
            var part = (FieldsType)field.Type.Definition;
            return value.AsObject().Fields.All(inner => FitsValue(inner.Value, node[PlainMap.PropertyOf(part.Fields[inner.Key])!]));
        }

        var (nodes, rows) = map.Follow(graph, node, field, types: null);
        return field.Type.Definition == nodes ? rows.Any(row => Fits(value, row.Node, nodes)) : FitsMany(value.AsObject(), rows, nodes);
    }

    private bool FitsMany(InputObject filter, IReadOnlyList<PlainRow> all, FieldsType nodes)
    {
        var rows = all.Where(row => FitsEdge(filter["edgeWhere"], row.Edge!)).ToList();
        return filter.Fields.All(field =>
            field.Value.IsNull
            || field.Key switch
            {
                "some" => rows.Exists(row => Fits(field.Value, row.Node, nodes)),
                "none" => !rows.Exists(row => Fits(field.Value, row.Node, nodes)),
                "every" => rows.TrueForAll(row => Fits(field.Value, row.Node, nodes)),
                "count" => FitsValue(field.Value, (decimal)rows.Count(row => Fits(filter["where"], row.Node, nodes))),
                _ => true,
            }
        );
    }

    private static bool FitsName(InputValue conditions, PlainNode node) =>
        conditions
            .AsObject()
            .Fields.All(condition =>
                condition.Key == "ne"
                    ? !node.Aliases.Append(node["name"]).Any(name => Fits("eq", condition.Value, name))
                    : node.Aliases.Append(node["name"]).Any(name => Fits(condition.Key, condition.Value, name))
            );

    public static bool FitsValue(InputValue conditions, object? value) =>
        conditions.AsObject().Fields.All(condition => Fits(condition.Key, condition.Value, value));

    private static bool Fits(string comparison, InputValue wanted, object? value) =>
        comparison switch
        {
            "isNull" => value is null == wanted.AsBoolean(),
            "eq" when wanted.IsNull => value is null,
            "ne" when wanted.IsNull => value is not null,
            "ne" => value is null || Compare(value, wanted) != 0,
            _ when value is null => false,
            "eq" => Compare(value, wanted) == 0,
            "in" => wanted.AsList().Any(one => Compare(value, one) == 0),
            "contains" => ((string)value).Contains(wanted.AsString(), StringComparison.Ordinal),
            "startsWith" => ((string)value).StartsWith(wanted.AsString(), StringComparison.Ordinal),
            "endsWith" => ((string)value).EndsWith(wanted.AsString(), StringComparison.Ordinal),
            "gt" => Compare(value, wanted) > 0,
            "gte" => Compare(value, wanted) >= 0,
            "lt" => Compare(value, wanted) < 0,
            _ => Compare(value, wanted) <= 0,
        };

    private static int Compare(object value, InputValue wanted) =>
        value switch
        {
            decimal number => number.CompareTo((decimal)wanted.AsDouble()),
            bool truth => truth.CompareTo(wanted.AsBoolean()),
            _ => string.CompareOrdinal((string)value, wanted.AsString()),
        };
}
