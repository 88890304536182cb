using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Tests;

public class AddressTests
{
    [Theory]
    [InlineData("http://localhost:7474/neo4j", "http://localhost:7474/neo4j")]
    [InlineData("http://localhost:7474", "http://localhost:7474/neo4j")]
    [InlineData("https://graph.example.org/policies", "https://graph.example.org/policies")]
    [InlineData("neo4j+s://0a1b2c3d.databases.neo4j.io", "https://0a1b2c3d.databases.neo4j.io/neo4j")]
    [InlineData("bolt+s://graph.example.org:7687/policies", "https://graph.example.org/policies")]
    [InlineData("http://reader:secret@localhost:7474/neo4j", "http://localhost:7474/neo4j")]
    public void An_address_is_mapped_to_where_the_query_api_answers(string given, string expected) =>
        Assert.Equal(expected, Neo4jAddress.Parse(given).ToString());

    [Theory]
    [InlineData("neo4j://localhost", "Bolt is not spoken here")]
    [InlineData("bolt://localhost:7687", "Bolt is not spoken here")]
    [InlineData("bolt+ssc://localhost:7687", "self-signed")]
    [InlineData("ftp://localhost/neo4j", "'ftp' is not spoken")]
    [InlineData("http://localhost:7474/a/b", "more than a database's name")]
    [InlineData("http://localhost:7474/neo4j?database=other", "more than a database's name")]
    [InlineData("http://localhost:7474/neo4j#other", "more than a database's name")]
    [InlineData("http://", "no address")]
    public void What_cannot_be_asked_is_refused_with_the_right_form_named(string given, string reason)
    {
        var refusal = Assert.Throws<StoreException>(() => Neo4jAddress.Parse(given));

        Assert.Equal(StoreErrorCode.Unsupported, refusal.Code);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("http://host:7474/database", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bolt://neo4j:secret@localhost")]
    [InlineData("http://neo4j:#secret@localhost:7474/neo4j")]
    [InlineData("http://neo4j:a/secret@localhost:7474/neo4j")]
    [InlineData("http://neo4j:a@secret@localhost:7474/neo4j")]
    [InlineData("neo4j+s://neo4j:secret@no host/neo4j")]
    public void A_refusal_does_not_show_the_password(string given)
    {
        var refusal = Assert.Throws<StoreException>(() => Neo4jAddress.Parse(given));

        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }
}
