using System.Text.Json;
using System.Xml.Linq;

namespace PolicyGraph.Tests.Program;

/// <summary>The graph in the forms that other programs read, with names that try to break out of them.</summary>
public sealed class ExportFormTests : IDisposable
{
    private static readonly XNamespace GraphML = "http://graphml.graphdrawing.org/xmlns";

    private static readonly string[] Names =
    [
        "甲,\"乙\"\r\n局",
        "</data><node id=\"x\"/>&amp;]]>",
        "a\u0001b\u000b",
        "\\u0027 \\' '; DROP",
        "𠀀𠀁厅",
        "=1+1",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Csv_is_two_tables_whose_fields_are_what_went_in()
    {
        await IngestAsync();
        Assert.Equal(0, (await ProgramRun.RunAsync(_folder.Path, "export", "--format", "csv", "--out", "tables")).ExitCode);

        var nodes = CsvTable.Parse(await ReadAsync("tables/nodes.csv"));
        var relations = CsvTable.Parse(await ReadAsync("tables/relations.csv"));

        Assert.Equal(["id", "label"], nodes[0][..2]);
        var name = Array.IndexOf(nodes[0], "name");
        Assert.Equal(
            Names.Order(StringComparer.Ordinal),
            nodes.Where(row => row[1] == "Agency").Select(row => row[name]).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["from", "type", "to"], relations[0][..3]);
        Assert.Equal(Names.Length, relations.Count(row => row[1] == "MENTIONED_IN"));
        Assert.All(
            nodes.Concat(relations).GroupBy(row => row.Length == nodes[0].Length),
            group => Assert.Single(group.Select(row => row.Length).Distinct())
        );
    }

    [Fact]
    public async Task GraphML_is_well_formed_and_holds_what_xml_can()
    {
        await IngestAsync();

        var run = await ProgramRun.RunAsync(_folder.Path, "export", "--format", "graphml");

        var graph = XDocument.Parse(run.Output).Root!.Element(GraphML + "graph")!; // Parse fails where it is not well formed.
        var names = graph
            .Elements(GraphML + "node")
            .SelectMany(node => node.Elements())
            .Where(data => data.Attribute("key")!.Value == "node.name")
            .Select(data => data.Value);
        Assert.Equal(
            Names.Select(name => name.Replace('\u0001', '\ufffd').Replace('\u000b', '\ufffd')).Order(StringComparer.Ordinal),
            names.Order(StringComparer.Ordinal)
        );
        var ids = graph.Elements(GraphML + "node").Select(node => node.Attribute("id")!.Value).ToHashSet();
        Assert.All(
            graph.Elements(GraphML + "edge"),
            edge => Assert.True(ids.Contains(edge.Attribute("source")!.Value) && ids.Contains(edge.Attribute("target")!.Value))
        );
        var keys = XDocument.Parse(run.Output).Root!.Elements(GraphML + "key").Select(key => key.Attribute("id")!.Value).ToHashSet();
        Assert.All(graph.Descendants(GraphML + "data"), data => Assert.Contains(data.Attribute("key")!.Value, keys));
    }

    [Fact]
    public async Task Cypher_leaves_no_value_outside_its_quotes()
    {
        await IngestAsync();

        var run = await ProgramRun.RunAsync(_folder.Path, "export", "--format", "cypher", "--out", "graph.cypher");

        Assert.Equal(0, run.ExitCode);
        var script = await ReadAsync("graph.cypher");
        Assert.Contains("'\\u005c\\u005cu0027 \\u005c\\u005c\\u005c\\u0027 \\u005c\\u0027; DROP'", script, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0001', script);
    }

    [Fact]
    public async Task An_export_that_fails_leaves_nothing_half_written()
    {
        await IngestAsync();
        Directory.CreateDirectory(Path.Combine(_folder.Path, "tables", "relations.csv.partial")); // Where the second table would be written.

        var run = await ProgramRun.RunAsync(_folder.Path, "export", "--format", "csv", "--out", "tables");

        Assert.Equal(5, run.ExitCode);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder.Path, "tables")));
    }

    private async Task IngestAsync()
    {
        var entities = Names.Select(
            (name, i) =>
                new
                {
                    id = $"e{i}",
                    type = "Agency",
                    name,
                    mentions = new[] { name },
                }
        );
        _folder.File("hostile.json", JsonSerializer.Serialize(new { document = new { title = "一", source = "一.txt" }, entities }));
        var run = await ProgramRun.RunAsync(_folder.Path, "ingest", "hostile.json");
        Assert.True(run.ExitCode == 0, run.Error);
    }

    private Task<string> ReadAsync(string file) => File.ReadAllTextAsync(Path.Combine(_folder.Path, file));
}
