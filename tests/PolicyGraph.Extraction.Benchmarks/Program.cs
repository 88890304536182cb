using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Perfolizer.Horology;
using PolicyGraph.Extraction.Benchmarks;

// PolicyGraph.Extraction.Benchmarks [PATH…]: how fast the papers are extracted, the repository's samples where no path is named.
ExtractionBenchmark.Texts = await Texts.ReadAsync(args, CancellationToken.None);
await Console.Out.WriteLineAsync($"{ExtractionBenchmark.Texts.Papers.Length} papers, {ExtractionBenchmark.Texts.Characters} characters");

// In this process, so that the benchmarks see the texts and nothing is generated or built beside the repository.
BenchmarkRunner.Run<ExtractionBenchmark>(
    ManualConfig
        .CreateEmpty()
        .AddJob(
            Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance)
                .WithIterationTime(TimeInterval.FromMilliseconds(250))
                .WithWarmupCount(5)
                .WithIterationCount(20)
        )
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumn(TargetMethodColumn.Method, StatisticColumn.Mean, StatisticColumn.Min, CharacterColumn.Rate, CharacterColumn.Allocated)
        .AddLogger(ConsoleLogger.Default)
        .WithOptions(ConfigOptions.DisableLogFile)
);
await new StageShares(ExtractionBenchmark.Texts).WriteAsync(Console.Out);
return 0;
