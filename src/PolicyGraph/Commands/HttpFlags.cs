using System.CommandLine;
using PolicyGraph.GraphQL.Http;

namespace PolicyGraph.Commands;

/// <summary>Who may ask from where, and how much at once, on the command line.</summary>
internal sealed class HttpFlags
{
    private static readonly GraphQLHttpOptions Usual = new();

    private readonly Option<string[]> _origins = Origins();

    private readonly Option<bool> _preflight = new("--require-preflight")
    {
        Description = "A GET must carry the header GraphQL-Require-Preflight, which no page of another origin sends unasked.",
    };
    private readonly Option<int> _request = Numbers.Whole(
        "--max-request-bytes",
        $"Bytes of a request without files. Its files may have {Usual.MaxUploadBytes >> 20} MiB together, whatever is given here.",
        Usual.MaxRequestBytes
    );
    private readonly Option<int> _inFlight = Numbers.Whole(
        "--max-mib-in-flight",
        "MiB of large responses on their way at the same time; the others are refused with OVERLOADED.",
        (int)(Usual.MaxBytesInFlight >> 20)
    );
    private readonly Option<double> _maxAge = Numbers.Seconds(
        "--max-age",
        "Seconds that caches may keep the answer to a GET of a persisted document.",
        Usual.MaxAge
    );

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_origins, _preflight, _request, _inFlight, _maxAge])
        {
            command.Options.Add(option);
        }
    }

    public GraphQLHttpOptions Read(ParseResult parsed) =>
        new()
        {
            AllowedOrigins = parsed.GetValue(_origins) ?? [],
            RequiresPreflightForGet = parsed.GetValue(_preflight),
            MaxRequestBytes = parsed.GetValue(_request),
            MaxBytesInFlight = (long)parsed.GetValue(_inFlight) << 20,
            MaxAge = TimeSpan.FromSeconds(parsed.GetValue(_maxAge)),
        };

    private static Option<string[]> Origins()
    {
        var origins = new Option<string[]>("--allow-origin")
        {
            Description = "Origin whose pages may ask (https://example.org), or * for all; may be given several times. None without it.",
        };
        origins.Validators.Add(given =>
        {
            foreach (var origin in given.Tokens.Select(token => token.Value).Where(value => !IsOrigin(value)))
            {
                given.AddError(
                    "--allow-origin must be an origin as browsers send it, such as https://example.org or http://localhost:3000, or "
                        + $"*, not '{origin}'."
                );
            }
        });
        return origins;
    }

    /// <summary>
    /// Scheme, host and, where it is not the usual one, port, with nothing behind (RFC 6454, section 6.2); what is written otherwise equals
    /// no origin that a browser sends.
    /// </summary>
    private static bool IsOrigin(string text) =>
        text == "*"
        || (
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address.Host.Length > 0
            && address.GetLeftPart(UriPartial.Authority) == text
            && address.UserInfo.Length == 0
        );
}
