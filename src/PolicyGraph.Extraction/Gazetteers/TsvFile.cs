using System.Collections.Immutable;
using System.Reflection;

namespace PolicyGraph.Extraction.Gazetteers;

/// <summary>
/// One of the tables embedded in this assembly: UTF-8, tabs between fields, a header row, one record a line, <c>|</c> between forms in a
/// field.
/// </summary>
internal sealed class TsvFile
{
    private readonly Dictionary<string, int> _columns;

    private TsvFile(string name, string[] header, ImmutableArray<string[]> rows)
    {
        Name = name;
        Rows = rows;
        _columns = header.Select((column, i) => (column, i)).ToDictionary(c => c.column, c => c.i, StringComparer.Ordinal);
    }

    public string Name { get; }

    public ImmutableArray<string[]> Rows { get; }

    /// <exception cref="InvalidDataException">The table is missing from the assembly, or a line has more or fewer fields than its
    /// header.</exception>
    public static TsvFile Read(string name)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"The table {name} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        var header = (reader.ReadLine() ?? "").Split('\t');
        var rows = ImmutableArray.CreateBuilder<string[]>();
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split('\t');
            rows.Add(
                fields.Length == header.Length
                    ? fields
                    : throw new InvalidDataException(
                        $"{name}, line {rows.Count + 2}: {fields.Length} fields, the header has {header.Length}."
                    )
            );
        }

        return new TsvFile(name, header, rows.ToImmutable());
    }

    /// <summary>The field of <paramref name="row"/> in a column; empty where the record leaves it so.</summary>
    public string Field(string[] row, string column) => row[_columns[column]];

    public ImmutableArray<string> List(string[] row, string column) =>
        [.. Field(row, column).Split('|', StringSplitOptions.RemoveEmptyEntries)];

    public int? Year(string[] row, string column) => Field(row, column) is { Length: > 0 } year ? int.Parse(year) : null;
}
