using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace PolicyGraph.Extraction.Benchmarks;

/// <summary>A figure of one benchmark for each character of the texts, instead of for one run over all of them.</summary>
/// <param name="name">The column's heading, its unit included.</param>
/// <param name="figure">From the benchmark's report.</param>
internal sealed class CharacterColumn(string name, string legend, Func<BenchmarkReport, double?> figure) : IColumn
{
    public static readonly CharacterColumn Rate = new(
        "M char/s",
        "Million characters a second in the best iteration, since another process may hold the core during the others",
        report => ExtractionBenchmark.Texts.Characters * 1e3 / report.ResultStatistics?.Min
    );

    public static readonly CharacterColumn Allocated = new(
        "B/char",
        "Allocated bytes a character",
        report => (double?)report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) / ExtractionBenchmark.Texts.Characters
    );

    public string Id => name;

    public string ColumnName => name;

    public string Legend => legend;

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, summary.Style);

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        summary[benchmarkCase] is { } report && figure(report) is { } value ? value.ToString("F2") : "-";
}
