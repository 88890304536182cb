using System.Diagnostics.Metrics;
using PolicyGraph.GraphQL.Tests.Http;

namespace PolicyGraph.GraphQL.Tests.Diagnostics;

/// <summary>The metrics of an operation, as any listener reads them.</summary>
public sealed class MetricTests
{
    [Fact]
    public async Task An_operation_is_counted_with_its_stages()
    {
        var read = new HashSet<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, meter) =>
            {
                if (instrument.Meter.Name == "PolicyGraph.GraphQL")
                {
                    meter.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
        await using (var server = await SmallServer.StartAsync())
        {
            await server.PostAsync("""{"query":"query Counted { ship(name: \"Aurora\") { id } }"}""");
        }

        Assert.Superset(
            new HashSet<string>
            {
                "graphql.operation.duration query Complete",
                "graphql.operation.price query Complete",
                "graphql.operation.rows query Complete",
                "graphql.stage.duration parse",
                "graphql.stage.duration validate",
                "graphql.stage.duration plan",
                "graphql.stage.duration store",
                "graphql.stage.duration write",
            },
            read
        );

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            Assert.True(value >= 0);
            lock (read)
            {
                read.Add($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}");
            }
        }
    }
}
