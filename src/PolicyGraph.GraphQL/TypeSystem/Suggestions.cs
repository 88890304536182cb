namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>"Did you mean …?": names close to one that does not exist. They tell the schema bit by bit, so they can be withheld.</summary>
internal sealed class Suggestions
{
    private const int MaxListed = 5;

    private readonly bool _areGiven;

    private Suggestions(bool areGiven) => _areGiven = areGiven;

    public static Suggestions Given { get; } = new(areGiven: true);

    public static Suggestions Withheld { get; } = new(areGiven: false);

    /// <summary>The options within two fifths of the input's length by optimal string alignment, nearest first.</summary>
    public static IReadOnlyList<string> Near(string input, IEnumerable<string> options)
    {
        var threshold = (int)Math.Floor(input.Length * 0.4) + 1;
        return
        [
            .. options
                .Distinct(StringComparer.Ordinal)
                .Select(option => (Option: option, Distance: Distance(input, option)))
                .Where(found => found.Distance <= threshold)
                .OrderBy(found => found.Distance)
                .ThenBy(found => found.Option, NaturalOrder.Instance)
                .Select(found => found.Option),
        ];
    }

    /// <summary>As the end of a message, with a space before it; empty without suggestions.</summary>
    public string DidYouMean(IReadOnlyList<string> names, string? what = null)
    {
        if (names.Count == 0 || !_areGiven)
        {
            return "";
        }

        var quoted = names.Take(MaxListed).Select(name => $"\"{name}\"").ToList();
        var list = quoted.Count switch
        {
            1 => quoted[0],
            2 => $"{quoted[0]} or {quoted[1]}",
            _ => $"{string.Join(", ", quoted.SkipLast(1))}, or {quoted[^1]}",
        };
        return $" Did you mean {(what is null ? "" : $"{what} ")}{list}?";
    }

    /// <summary>The suggestions for a name as the end of a message.</summary>
    public string For(string input, IEnumerable<string> options) => DidYouMean(Near(input, options));

    private static int Distance(string input, string option)
    {
        if (string.Equals(input, option, StringComparison.Ordinal))
        {
            return 0;
        }

        // Any difference in case alone counts as one edit.
        return string.Equals(input, option, StringComparison.OrdinalIgnoreCase)
            ? 1
            : Alignment(input.ToLowerInvariant(), option.ToLowerInvariant());
    }

    private static int Alignment(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = Cell(rows, a, b, i, j);
            }
        }

        return rows[a.Length, b.Length];
    }

    private static int Cell(int[,] rows, string a, string b, int i, int j)
    {
        if (i == 0 || j == 0)
        {
            return i + j;
        }

        var substituted = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        var best = Math.Min(substituted, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
        var isTransposed = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return isTransposed ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
    }
}
