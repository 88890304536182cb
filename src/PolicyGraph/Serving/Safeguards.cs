using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PolicyGraph.GraphQL.Http;

namespace PolicyGraph.Serving;

/// <summary>
/// What keeps other sites' pages from using a browser against the service: it answers by its own names alone, and its answers say what a
/// browser may make of them.
/// </summary>
internal static partial class Safeguards
{
    private const string HealthPath = "/health";

    public static void UseSafeguards(this WebApplication app, ServiceSettings settings)
    {
        var names = HostNames.Of(settings.Urls, settings.AllowedHosts);
        app.Use(
            (context, next) =>
            {
                SetHeaders(context.Response.Headers);
                return
                    names.Answers(context.Request.Host.Host)
                    || context.Request.Path.StartsWithSegments(HealthPath, StringComparison.Ordinal)
                    ? next(context)
                    : Refuse(context);
            }
        );
    }

    /// <summary>
    /// The policy under which a page may load and run what is the service's own, and no other page may frame it. Its inline scripts are let
    /// in by their hashes. Content Security Policy Level 3.
    /// </summary>
    public static string PolicyOf(byte[] page)
    {
        var scripts = InlineScript()
            .Matches(Encoding.UTF8.GetString(page))
            .Select(script =>
                $" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.Groups["script"].Value)))}'"
            );
        return $"default-src 'self'; script-src 'self'{string.Concat(scripts)}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "font-src 'self' data:; worker-src 'self' blob:; "
            + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = "frame-ancestors 'none'";
    }

    private static Task Refuse(HttpContext context) =>
        new HttpRefusal(
            StatusCodes.Status421MisdirectedRequest,
            $"This service does not answer by the name {context.Request.Host.Host}. Ask it by its address, or start it with "
                + $"--allow-host {context.Request.Host.Host}."
        ).SendAsync(context);

    // <script>run()</script>, but not <script src="a.js"></script>.
    [GeneratedRegex("<script>(?<script>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex InlineScript();
}
