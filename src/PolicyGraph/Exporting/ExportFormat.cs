using System.Collections.Frozen;

namespace PolicyGraph.Exporting;

/// <summary>What the graph is written as.</summary>
internal enum ExportFormat
{
    /// <summary>The records of all papers, one a line: the one form that loses nothing and that <c>ingest</c> takes.</summary>
    Jsonl,

    /// <summary>Two tables, of nodes and of relations.</summary>
    Csv,

    /// <summary>For programs that draw and measure graphs.</summary>
    GraphML,

    /// <summary>A script for Neo4j.</summary>
    Cypher,
}

/// <summary>The formats as a command line names them.</summary>
internal static class ExportFormats
{
    public static FrozenDictionary<string, ExportFormat> ByName { get; } =
        Enum.GetValues<ExportFormat>().ToFrozenDictionary(format => format.ToString().ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);
}
