using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.Serving;

namespace PolicyGraph.Commands;

/// <summary>What is told of operations, on the command line.</summary>
internal sealed class TelemetryFlags
{
    private readonly Option<bool> _everyOperation = new("--log-operations")
    {
        Description =
            "One line in the log for every operation: hash, name, price, time, rows, outcome, never its values. Without it only "
            + "slow ones get theirs.",
    };
    private readonly Option<bool> _json = new("--log-json") { Description = "The lines of the log are JSON objects." };
    private readonly Option<double> _slowAfter = Numbers.Seconds(
        "--slow-after",
        "Seconds from which on an operation is marked as slow.",
        new EngineOptions().SlowAfter
    );
    private readonly Option<Uri?> _collector = new("--otlp")
    {
        Description = "Address of an OpenTelemetry collector (http://localhost:4318) that gets traces and metrics; nowhere without it.",
        CustomParser = ParseAddress,
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_everyOperation, _json, _slowAfter, _collector])
        {
            command.Options.Add(option);
        }
    }

    public TelemetrySettings Read(ParseResult parsed) =>
        new(parsed.GetValue(_everyOperation), parsed.GetValue(_json), parsed.GetValue(_collector));

    /// <summary>From when on an operation is slow.</summary>
    public TimeSpan ReadSlowAfter(ParseResult parsed) => TimeSpan.FromSeconds(parsed.GetValue(_slowAfter));

    private static Uri? ParseAddress(ArgumentResult given)
    {
        if (Uri.TryCreate(given.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        given.AddError("--otlp must be an address such as http://localhost:4318.");
        return null;
    }
}
