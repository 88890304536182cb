using PolicyGraph.Api.Writing;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Http;

namespace PolicyGraph.Serving;

/// <summary>How the service is to run, as its command line says.</summary>
/// <param name="Urls">Where to listen, with semicolons between.</param>
/// <param name="AllowedHosts">Names that it answers by beside those in <paramref name="Urls"/> (<see cref="HostNames"/>).</param>
/// <param name="Access">Who may do what.</param>
/// <param name="Engine">The limits of operations, and which run.</param>
/// <param name="Http">Who may ask from where.</param>
/// <param name="Telemetry">What is told of operations, and where.</param>
internal sealed record ServiceSettings(
    string Urls,
    IReadOnlyList<string> AllowedHosts,
    ApiAccess Access,
    EngineOptions Engine,
    GraphQLHttpOptions Http,
    TelemetrySettings Telemetry
);

/// <summary>What is told of operations, and where.</summary>
/// <param name="LogsEveryOperation">Whether every operation gets its line in the log, and not only the slow ones.</param>
/// <param name="LogsJson">Whether the lines of the log are JSON objects.</param>
/// <param name="Collector">Where traces and metrics are sent by OTLP over HTTP; null for nowhere.</param>
internal sealed record TelemetrySettings(bool LogsEveryOperation, bool LogsJson, Uri? Collector);
