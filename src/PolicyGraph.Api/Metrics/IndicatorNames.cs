using System.Collections.Frozen;

namespace PolicyGraph.Api.Metrics;

/// <summary>Which of the indicators that there are an asked name means.</summary>
/// <param name="Taken">Those whose numbers make the series; none where nothing fits.</param>
/// <param name="Near">Others that end alike, the shortest first, then by UTF-16 code unit; <see cref="MostNear"/> at most.</param>
internal sealed record IndicatorNames(IReadOnlyList<string> Taken, IReadOnlyList<string> Near)
{
    public const int MostNear = 10;

    /// <summary>What is shorter says too little to stand for a longer name: 指数, 收入.</summary>
    private const int LeastEnding = 3;

    /// <summary>From each name of the table to all that mean the same.</summary>
    private static readonly FrozenDictionary<string, string[]> Equivalents = Rows("equivalent-indicators.tsv")
        .GroupBy(row => row[1], row => row[0])
        .SelectMany(group => group.Select(name => KeyValuePair.Create(name, group.ToArray())))
        .ToFrozenDictionary();

    /// <summary>Words that make another thing of what follows them: 人均收入 is no 收入.</summary>
    private static readonly string[] Telling = [.. Rows("telling-words.tsv").Select(row => row[0])];

    /// <summary>The names that mean the same as the one asked for, itself first.</summary>
    public static IReadOnlyList<string> Same(string asked) =>
        [asked, .. Equivalents.GetValueOrDefault(asked, []).Where(name => name != asked)];

    /// <summary>All names that could be meant and can be told beforehand: the same ones, and the endings of the one asked for.</summary>
    public static IReadOnlyList<string> Possible(string asked) =>
        [.. Same(asked), .. Enumerable.Range(1, Math.Max(0, asked.Length - LeastEnding)).Select(start => asked[start..])];

    /// <summary>
    /// The names that mean the same. Where papers state none of them: the one longer name that ends with the one asked for (总指数 for
    /// 大数据发展总指数); of several none, because they measure different things. Else the longest ending of the one asked for. A telling
    /// word before the ending speaks against both.
    /// </summary>
    /// <param name="found">Those of <see cref="Possible"/> that there are, and all that end with the one asked for.</param>
    public static IndicatorNames Choose(string asked, IReadOnlyCollection<string> found)
    {
        List<string> same = [.. Same(asked).Where(found.Contains)];
        List<string> longer = [.. found.Where(name => EndsLike(name, asked))];
        var ending = found.Where(name => EndsLike(asked, name)).MaxBy(name => name.Length);
        IReadOnlyList<string> taken =
            same.Count > 0 ? same
            : longer.Count == 1 ? longer
            : longer.Count == 0 && ending is not null ? [ending]
            : [];
        var near = found.Except(taken).OrderBy(name => name.Length).ThenBy(name => name, StringComparer.Ordinal).Take(MostNear);
        return new IndicatorNames(taken, [.. near]);
    }

    private static bool EndsLike(string longer, string shorter) =>
        longer.Length > shorter.Length
        && longer.EndsWith(shorter, StringComparison.Ordinal)
        && !Telling.Any(word => longer[..^shorter.Length].EndsWith(word, StringComparison.Ordinal));

    private static IEnumerable<string[]> Rows(string resource)
    {
        using var stream =
            typeof(IndicatorNames).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {resource}.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))];
    }
}
