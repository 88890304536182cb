using PolicyGraph.Api.Schema;
using PolicyGraph.GraphQL.Language;
using PolicyGraph.Model;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Api.Tests.Schema;

public sealed class PolicyGraphSchemaTests
{
    private static readonly PolicyGraphSchema Api = PolicyGraphSchema.Load();

    [Fact]
    public void The_printed_schema_reads_back_as_itself() => Assert.Equal(Api.Text, Printer.Print(Parser.Parse(Api.Text)) + "\n");

    [Fact]
    public void The_graph_has_the_ontologys_types_and_relations()
    {
        Assert.Equal(
            Enum.GetNames<EntityType>().Order(StringComparer.Ordinal),
            Api.Model.NodeTypes.Values.Where(type => type.IsEntity).Select(type => type.Label).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            Enum.GetValues<RelationType>().Select(type => type.Wire()).Order(StringComparer.Ordinal),
            Api.Model.EdgeTypes.Values.Where(type => type.IsFact).Select(type => type.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["Document", "Indicator", "Statistic"],
            Api.Model.NodeTypes.Values.Where(type => !type.IsEntity).Select(type => type.Label).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["ABOUT", "MEASURES", "MENTIONED_IN", "REPORTED_BY", "SET_BY", "STATED_IN"],
            Api.Model.EdgeTypes.Values.Where(type => !type.IsFact).Select(type => type.Name).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("ISSUED", false, "date:Date joint:Truth issuers:Integer", "")]
    [InlineData("ORGANIZED", false, "role:Text", "role")]
    [InlineData("HOLDS_POSITION", false, "title:Text", "title")]
    [InlineData("HELD_IN", false, "date:Date", "")]
    [InlineData("COOPERATES_WITH", true, "", "")]
    [InlineData("ABOUT", false, "", "")]
    public void A_relation_has_the_properties_of_its_edge_type(string name, bool symmetric, string properties, string key)
    {
        var type = Api.Model.EdgeTypes[name];
        Assert.Equal(symmetric, type.IsSymmetric);
        Assert.Equal(properties, string.Join(' ', type.Properties.Select(property => $"{property.Name}:{property.Kind}")));
        Assert.Equal(key, string.Join(' ', type.Key));
    }

    [Theory]
    [InlineData("Policy", "documentNumber", PropertyKind.Text, "document_number")]
    [InlineData("Policy", "periodEnd", PropertyKind.Date, "period.end")]
    [InlineData("Statistic", "periodLabel", PropertyKind.Text, "period")]
    [InlineData("Statistic", "value", PropertyKind.Number, "value")]
    [InlineData("Agency", "aliases", PropertyKind.TextList, "aliases")]
    [InlineData("Event", "startsOn", PropertyKind.Date, "start")]
    [InlineData("Document", "publishedOn", PropertyKind.Date, "published")]
    public void A_property_is_read_from_its_field_of_the_record(string label, string name, PropertyKind kind, string field)
    {
        var property = Api.Model.NodeTypes[label].Properties.Single(property => property.Name == name);
        Assert.Equal((kind, field), (property.Kind, property.Field));
    }
}
