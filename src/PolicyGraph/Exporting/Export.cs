using System.Text;
using System.Text.Json;
using PolicyGraph.Model;
using PolicyGraph.Store;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Exporting;

/// <summary>Writes what a store holds, as it is read: never more than a page of it is in memory.</summary>
internal sealed class Export(IGraphStore store, GraphModel model, CancellationToken cancellation)
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes one file; tells what is in it.</summary>
    public async Task<string> RunAsync(ExportFormat format, Stream output)
    {
        if (format == ExportFormat.Jsonl)
        {
            return await RecordsAsync(output);
        }

        await using var text = new StreamWriter(output, Encoding, leaveOpen: true) { NewLine = "\n" };
        return await GraphAsync(
            format == ExportFormat.Cypher ? new CypherOutput(text, model) : await GraphMLOutput.BeginAsync(text, model)
        );
    }

    /// <summary>Writes the two tables.</summary>
    public async Task<string> RunAsync(Stream nodes, Stream edges)
    {
        await using var nodeText = new StreamWriter(nodes, Encoding, leaveOpen: true);
        await using var edgeText = new StreamWriter(edges, Encoding, leaveOpen: true);
        return await GraphAsync(new CsvOutput(nodeText, edgeText, model));
    }

    private async Task<string> RecordsAsync(Stream output)
    {
        var count = 0;
        await foreach (var record in store.ExportAsync(cancellation))
        {
            await JsonSerializer.SerializeAsync(output, record, RecordJson.Compact.DocumentRecord, cancellation);
            await output.WriteAsync("\n"u8.ToArray(), cancellation);
            count++;
        }

        return $"{count} records";
    }

    private async Task<string> GraphAsync(IGraphOutput output)
    {
        var (nodes, edges) = (0, 0);
        var graph = new GraphReader(store, model);
        await using (output)
        {
            await foreach (var node in graph.NodesAsync(cancellation))
            {
                await output.WriteAsync(node);
                nodes++;
            }

            await foreach (var edge in graph.EdgesAsync(cancellation))
            {
                await output.WriteAsync(edge);
                edges++;
            }
        }

        return $"{nodes} nodes and {edges} relations";
    }
}
