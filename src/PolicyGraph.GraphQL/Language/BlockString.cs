namespace PolicyGraph.GraphQL.Language;

/// <summary>
/// The meaning of block strings and their printed form. Specification section 2.9.4, "Block Strings", BlockStringValue().
/// </summary>
internal static class BlockString
{
    /// <summary>Takes the common indentation off all lines but the first, and blank lines off both ends.</summary>
    public static IEnumerable<string> Dedent(IReadOnlyList<string> lines)
    {
        var common = int.MaxValue;
        var first = -1;
        var last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var indent = LeadingWhitespace(lines[i]);
            if (indent == lines[i].Length)
            {
                continue;
            }

            first = first < 0 ? i : first;
            last = i;
            common = i > 0 ? Math.Min(common, indent) : common;
        }

        return first < 0
            ? []
            : lines.Select((line, i) => i == 0 ? line : line[Math.Min(common, line.Length)..]).Skip(first).Take(last + 1 - first);
    }

    /// <summary>A value as a block string that reads back as the same value, on lines of its own where that reads better.</summary>
    public static string Print(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = escaped.ReplaceLineEndings("\n").Split('\n');
        var leadingBreak = lines.Length > 1 && lines.Skip(1).All(line => line.Length == 0 || line[0] is ' ' or '\t');
        var tripleAtEnd = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var trailingBreak = (value.EndsWith('"') && !tripleAtEnd) || value.EndsWith('\\');
        var multiline = lines.Length > 1 || value.Length > 70 || trailingBreak || leadingBreak || tripleAtEnd;
        var beginsWithSpace = lines.Length == 1 && value.Length > 0 && (value[0] is ' ' or '\t');
        var before = (multiline && !beginsWithSpace) || leadingBreak ? "\n" : "";
        return $"\"\"\"{before}{escaped}{(multiline ? "\n" : "")}\"\"\"";
    }

    private static int LeadingWhitespace(string line)
    {
        var i = 0;
        while (i < line.Length && line[i] is ' ' or '\t')
        {
            i++;
        }

        return i;
    }
}
