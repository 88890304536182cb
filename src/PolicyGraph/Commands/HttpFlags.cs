using System.CommandLine;
using PolicyGraph.GraphQL.Http;

namespace PolicyGraph.Commands;

/// <summary>Who may ask from where, and how much at once, on the command line.</summary>
internal sealed class HttpFlags
{
    private static readonly GraphQLHttpOptions Usual = new();

    private readonly Option<string[]> _origins = new("--allow-origin")
    {
        Description = "Origin whose pages may ask (https://example.org), or * for all; may be given several times. None without it.",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> _preflight = new("--require-preflight") { Description = "A GET must carry the header GraphQL-Require-Preflight, which no page of another origin sends unasked." };
    private readonly Option<int> _request = Numbers.Whole("--max-request-bytes", "Bytes of a request.", Usual.MaxRequestBytes);
    private readonly Option<int> _inFlight = Numbers.Whole("--max-mib-in-flight", "MiB of large responses on their way at the same time; the others are refused with OVERLOADED.", (int)(Usual.MaxBytesInFlight >> 20));
    private readonly Option<double> _maxAge = Numbers.Seconds("--max-age", "Seconds that caches may keep the answer to a GET of a persisted document.", Usual.MaxAge);

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_origins, _preflight, _request, _inFlight, _maxAge])
        {
            command.Options.Add(option);
        }
    }

    public GraphQLHttpOptions Read(ParseResult parsed) => new()
    {
        AllowedOrigins = parsed.GetValue(_origins) ?? [],
        RequiresPreflightForGet = parsed.GetValue(_preflight),
        MaxRequestBytes = parsed.GetValue(_request),
        MaxBytesInFlight = (long)parsed.GetValue(_inFlight) << 20,
        MaxAge = TimeSpan.FromSeconds(parsed.GetValue(_maxAge)),
    };
}
