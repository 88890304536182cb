using System.CommandLine;
using PolicyGraph.Extraction.Reports;
using PolicyGraph.Intake;

namespace PolicyGraph.Commands;

/// <summary>
/// <c>policygraph verify PATH…</c>: slices every quote of records (and of papers, extracted on the way) out of their texts again.
/// </summary>
internal static class VerifyCommand
{
    private const int MostShown = 20;

    public static Command Create()
    {
        var paths = CommonOptions.Paths(ArgumentArity.OneOrMore);
        var command = new Command("verify", "Checks that every mention, relation and statistic stands in the text where it says.")
        {
            paths,
        };
        command.SetAction(
            (parsed, cancellation) => Failures.GuardAsync(() => RunAsync(parsed.GetRequiredValue(paths), cancellation), cancellation)
        );
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, CancellationToken cancellation)
    {
        var (records, rows, problems, failures) = (0, 0, 0, 0);
        await foreach (var item in new PaperIntake().ReadAsync(paths, cancellation))
        {
            if (item.Record is not { } record)
            {
                failures++;
                ErrorLine.Write(item.Failure);
                continue;
            }

            records++;
            rows += record.Entities.Sum(e => Math.Max(e.Spans.Count, e.Mentions.Count)) + record.Relations.Count + record.Statistics.Count;
            var found = RecordVerifier.Problems(record);
            problems += found.Count;
            foreach (var problem in found.Take(MostShown))
            {
                await Console.Out.WriteLineAsync($"{record.Document.Source ?? record.Document.Title}: {problem}");
            }
        }

        await Console.Out.WriteLineAsync($"{records} records, {rows} quotes, {problems} wrong, {failures} not read");
        return problems + failures == 0 ? ExitCode.Success
            : records == 0 ? ExitCode.BadInput
            : ExitCode.Partly;
    }
}
