using Microsoft.Extensions.FileProviders;

namespace PolicyGraph.Serving;

/// <summary>
/// What a browser gets at <c>/graphql</c>: the bundled explorer where the build made one, else a plain page to type a query beside the
/// schema. Nothing is loaded from another address.
/// </summary>
internal static class ExplorerPage
{
    private const string BundlePath = "/graphql/explorer";

    public static void UseExplorer(this WebApplication app, string graphQLPath)
    {
        var bundle = Path.Combine(AppContext.BaseDirectory, "explorer");
        var isBundled = File.Exists(Path.Combine(bundle, "index.html"));
        var page = isBundled ? File.ReadAllBytes(Path.Combine(bundle, "index.html")) : PlainPage();
        var policy = Safeguards.PolicyOf(page);
        if (isBundled)
        {
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(bundle), RequestPath = BundlePath });
        }

        app.MapGet("/", () => Results.Redirect(graphQLPath));
        app.Use((context, next) => IsBrowser(context.Request, graphQLPath) ? SendAsync(context, page, policy) : next(context));
    }

    private static bool IsBrowser(HttpRequest request, string path) =>
        HttpMethods.IsGet(request.Method)
        && request.Path.Equals(path, StringComparison.Ordinal)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !request.Query.ContainsKey("query");

    private static Task SendAsync(HttpContext context, byte[] page, string policy)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = page.Length;
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.ContentSecurityPolicy = policy;
        return context.Response.Body.WriteAsync(page, context.RequestAborted).AsTask();
    }

    private static byte[] PlainPage()
    {
        using var stream =
            typeof(ExplorerPage).Assembly.GetManifestResourceStream("plain.html")
            ?? throw new InvalidOperationException("The assembly lacks its resource plain.html.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
