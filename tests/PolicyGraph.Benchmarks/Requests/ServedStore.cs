using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Schema;
using PolicyGraph.Benchmarks.Neo4j;
using PolicyGraph.Model;
using PolicyGraph.Store;
using PolicyGraph.Store.Embedded;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Benchmarks.Requests;

/// <summary>
/// The service over records, as the program runs it, with two paths beside: <c>/same</c> answers a POST with the bytes that were last PUT
/// there, after reading the request's body, which is all that the server by itself can reach; <c>/allocated</c> tells how many bytes the
/// process has allocated.
/// </summary>
internal static class ServedStore
{
    /// <param name="records">A file of records, or the address of a Neo4j database that holds them already.</param>
    public static async Task RunAsync(string records, string url, CancellationToken cancellation)
    {
        InlineSockets.Prefer();
        var folder = Directory.CreateTempSubdirectory("policygraph-benchmark-").FullName;
        try
        {
            var schema = PolicyGraphSchema.Load();
            await using var store = Neo4jAddress.IsAddress(records)
                ? await OpenAsync(new BenchmarkServer(records), schema, cancellation)
                : await TakeInAsync(records, folder, schema, cancellation);
            await using var app = Build(schema, store, url);
            await app.StartAsync(cancellation);
            Console.WriteLine("ready");
            await Task.Run(Console.In.ReadToEnd, cancellation); // The parent ends it by closing its input. Reading blocks, and this may be a thread that waits for sockets.
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IGraphStore> OpenAsync(BenchmarkServer server, PolicyGraphSchema schema, CancellationToken cancellation) =>
        await server.OpenAsync(schema.Model, new SocketsHttpHandler(), cancellation);

    private static async Task<IGraphStore> TakeInAsync(
        string records,
        string folder,
        PolicyGraphSchema schema,
        CancellationToken cancellation
    )
    {
        var store = await EmbeddedGraphStore.OpenAsync(folder, schema.Model, EmbeddedStoreOptions.Default, cancellation);
        await foreach (var _ in store.WriteAsync(ReadAsync(records, cancellation), cancellation)) { }

        return store;
    }

    public static async IAsyncEnumerable<DocumentRecord> ReadAsync(string records, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var line in File.ReadLinesAsync(records, cancellation))
        {
            yield return JsonSerializer.Deserialize(line, RecordJson.Compact.DocumentRecord)!; // A line of a records file is an object.
        }
    }

    private static WebApplication Build(PolicyGraphSchema schema, IGraphStore store, string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url).UseInlineSockets().ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Services.AddSingleton(schema).AddSingleton(store).AddPolicyGraphApi();
        var app = builder.Build();
        app.MapPolicyGraph();
        byte[] same = [];
        app.MapPut(
            "/same",
            async (HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
                same = body.ToArray();
            }
        );
        app.Map("/same", (RequestDelegate)(http => AnswerSame(http, same)));
        app.MapPost(
            "/allocated",
            () => Results.Text(GC.GetTotalAllocatedBytes(precise: true).ToString(System.Globalization.CultureInfo.InvariantCulture))
        );
        return app;
    }

    private static async Task AnswerSame(HttpContext http, byte[] bytes)
    {
        var body = http.Request.BodyReader;
        var read = await body.ReadAtLeastAsync((int)(http.Request.ContentLength ?? 0), http.RequestAborted);
        body.AdvanceTo(read.Buffer.End);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        if (bytes.Length >= 4096)
        {
            await http.Response.StartAsync(http.RequestAborted); // As the service does: bytes that come before the head are copied once more.
        }

        bytes.CopyTo(http.Response.BodyWriter.GetSpan(bytes.Length));
        http.Response.BodyWriter.Advance(bytes.Length);
    }
}
