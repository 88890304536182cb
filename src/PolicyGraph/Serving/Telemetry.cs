using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PolicyGraph.GraphQL.Diagnostics;

namespace PolicyGraph.Serving;

/// <summary>
/// Sends traces and metrics of the engine and of the server to an OpenTelemetry collector (OTLP 1.x over HTTP, protobuf). What lies between
/// two sendings is lost when the process is killed. Without a collector nothing is gathered, and any other listener
/// (<c>dotnet-counters</c>, <c>dotnet-trace</c>) can still attach.
/// </summary>
internal sealed class Telemetry : IDisposable
{
    private const string Service = "policygraph";
    private const string Server = "Microsoft.AspNetCore.Hosting";

    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;

    private Telemetry(Uri collector)
    {
        var resource = ResourceBuilder.CreateDefault().AddService(Service);
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(EngineDiagnostics.Name, "Microsoft.AspNetCore")
            .AddOtlpExporter(options => To(options, collector, "v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(EngineDiagnostics.Name, Server)
            .AddOtlpExporter(options => To(options, collector, "v1/metrics"))
            .Build();
    }

    /// <summary>Begins to send; null where there is nowhere to send to. What is left is sent when it is disposed of.</summary>
    public static Telemetry? Start(Uri? collector) => collector is null ? null : new Telemetry(collector);

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }

    private static void To(OtlpExporterOptions options, Uri collector, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri($"{collector.AbsoluteUri.TrimEnd('/')}/{path}");
    }
}
