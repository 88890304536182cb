using System.Text.RegularExpressions;
using PolicyGraph.Model;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>The statements that the README shows for Neo4j Browser find what they promise.</summary>
[Collection(ServerCollection.Name)]
public sealed partial class ReadmeCypherTests
{
    public static TheoryData<string> Statements =>
        [
            .. BlockPattern()
                .Matches(File.ReadAllText(Path.Combine(SchemaFileTests.Root(), "README.md")))
                .SelectMany(match => match.Groups["text"].Value.Split(";\n", StringSplitOptions.RemoveEmptyEntries)),
        ];

    [Fact]
    public void The_README_shows_three_statements_at_least() => Assert.True(Statements.Count >= 3);

    [ServerTheory]
    [MemberData(nameof(Statements))]
    public async Task Each_statement_of_the_README_finds_something(string statement)
    {
        var server = await Neo4jServer.GetAsync();
        await using var store = await server.OpenEmptyAsync();
        await store.PutAsync(Paper);

        await using var transport = server.Transport();
        using var answer = await transport.RunAsync(new Statement(statement, null, IsRead: true), CancellationToken.None);

        Assert.True(answer.Rows.GetArrayLength() > 0);
    }

    private static DocumentRecord Paper { get; } =
        new()
        {
            Document = new DocumentHead { Title = "海州日报" },
            Entities =
            [
                new EntityRecord
                {
                    Id = "e1",
                    Type = EntityType.Agency,
                    Name = "海州市政府",
                },
                new EntityRecord
                {
                    Id = "e2",
                    Type = EntityType.Agency,
                    Name = "林山市政府",
                },
                new EntityRecord
                {
                    Id = "e3",
                    Type = EntityType.Policy,
                    Name = "两市数字经济合作办法",
                },
                new EntityRecord
                {
                    Id = "e4",
                    Type = EntityType.Event,
                    Name = "两市数字经济论坛",
                },
                new EntityRecord
                {
                    Id = "e5",
                    Type = EntityType.Place,
                    Name = "中国",
                },
            ],
            Relations =
            [
                new RelationRecord
                {
                    Type = RelationType.Issued,
                    From = "e1",
                    To = "e3",
                    Evidence = "两市政府印发",
                },
                new RelationRecord
                {
                    Type = RelationType.Issued,
                    From = "e2",
                    To = "e3",
                    Evidence = "两市政府印发",
                },
                new RelationRecord
                {
                    Type = RelationType.Organized,
                    From = "e1",
                    To = "e4",
                    Evidence = "海州市政府主办",
                },
            ],
            Statistics =
            [
                new StatisticRecord
                {
                    Value = 12,
                    Unit = "个",
                    Indicator = "合作市数",
                    Subject = "e5",
                    Period = "2023",
                    Evidence = "全国有12个",
                },
            ],
        };

    // Match: a block of cypher. Near miss: a block of sh.
    [GeneratedRegex(@"```cypher\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex BlockPattern();
}
