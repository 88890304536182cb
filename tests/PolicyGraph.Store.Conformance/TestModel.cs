using PolicyGraph.Model;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using static PolicyGraph.Store.Graph.PropertyKind;

namespace PolicyGraph.Store.Conformance;

/// <summary>The graph's model for tests of stores: the ontology's own, written out so that these tests need no GraphQL schema.</summary>
public static class TestModel
{
    public static GraphModel Model { get; } = new(Nodes(), Edges());

    private static IEnumerable<NodeType> Nodes()
    {
        var period = new[]
        {
            Of("periodStart", Date, "period.start", true),
            Of("periodEnd", Date, "period.end", true),
            Of("periodLabel", Date, "period", true),
        };
        yield return Entity("Agency", Of("level", Text, indexed: true));
        yield return Entity("Zone", Of("level", Text));
        yield return Entity(
            "Policy",
            [
                Of("documentNumber", Text, "document_number", true),
                Of("issuedOn", Date, "issued", true),
                Of("effectiveOn", Date, "effective"),
                Of("kind", Text, indexed: true),
                .. period,
            ]
        );
        yield return Entity("Standard");
        yield return Entity("Publication");
        yield return Entity("Event", Of("edition", Integer), Of("startsOn", Date, "start", true), Of("endsOn", Date, "end"));
        yield return Entity("Organization");
        yield return Entity("Person");
        yield return Entity("Place", Of("code", Text, indexed: true), Of("level", Text));
        yield return new NodeType(
            Labels.Statistic,
            IsEntity: false,
            [
                Of("id", Text),
                Of("indicator", Text, indexed: true),
                Of("value", Number, indexed: true),
                Of("valueMax", Number, "value_max"),
                Of("unit", Text, indexed: true),
                Of("comparator", Text),
                Of("measure", Text, indexed: true),
                Of("kind", Text),
                .. period,
            ]
        );
        yield return new NodeType(Labels.Indicator, IsEntity: false, [Of("id", Text), Of("name", Text, indexed: true)]);
        yield return new NodeType(
            Labels.Document,
            IsEntity: false,
            [
                Of("id", Text),
                Of("title", Text, indexed: true),
                Of("publisher", Text),
                Of("issue", Text),
                Of("publishedOn", Date, "published", true),
                Of("source", Text),
                Of("sources", TextList),
                Of("hash", Text),
                Of("characters", Integer),
            ]
        );
    }

    private static IEnumerable<EdgeType> Edges()
    {
        foreach (var type in Enum.GetValues<RelationType>())
        {
            yield return type switch
            {
                RelationType.Issued => Fact(type, [], Of("date", Date), Of("joint", Truth), Of("issuers", Integer)),
                RelationType.Organized => Fact(type, ["role"], Of("role", Text)),
                RelationType.HeldIn => Fact(type, [], Of("date", Date)),
                RelationType.HoldsPosition => Fact(type, ["title"], Of("title", Text)),
                _ => Fact(type, []),
            };
        }

        foreach (var tie in new[] { Ties.About, Ties.ReportedBy, Ties.SetBy, Ties.Measures, Ties.MentionedIn, Ties.StatedIn })
        {
            yield return new EdgeType(tie, IsFact: false, IsSymmetric: false, [], []);
        }
    }

    private static NodeType Entity(string label, params PropertyType[] properties) =>
        new(label, IsEntity: true, [Of("id", Text), Of("name", Text, indexed: true), Of("aliases", TextList), .. properties]);

    private static EdgeType Fact(RelationType type, string[] key, params PropertyType[] properties) =>
        new(type.Wire(), IsFact: true, type == RelationType.CooperatesWith, properties, key);

    private static PropertyType Of(string name, PropertyKind kind, string? field = null, bool indexed = false) =>
        new(name, kind, field ?? name, indexed);
}
