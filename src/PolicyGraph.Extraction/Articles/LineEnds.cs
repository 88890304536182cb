using System.Buffers;

namespace PolicyGraph.Extraction.Articles;

/// <summary>What the last characters of a line tell: that its sentence is over, or that it must go on.</summary>
public static class LineEnds
{
    private const string Closers = "”’）》」』】〕\"";

    private static readonly SearchValues<char> Terminators = SearchValues.Create("。！？!?｡");

    /// <summary>True where the sentence is over: a full stop, question or exclamation mark, closing marks after it allowed.</summary>
    public static bool IsStop(ReadOnlySpan<char> line)
    {
        var bare = line.TrimEnd(Closers);
        return !bare.IsEmpty && (IsTerminator(bare[^1]) || bare[^1] == '…' || bare[^1] == '.' && bare.Length > 1 && bare[^2] >= '\u3400');
    }

    /// <summary>True for the marks that close a sentence wherever they stand.</summary>
    public static bool IsTerminator(char c) => Terminators.Contains(c);

    /// <summary>
    /// The first position from <paramref name="from"/> on, before <paramref name="to"/>, at which such a mark stands; <paramref name="to"/>
    /// where none does.
    /// </summary>
    public static int NextTerminator(ReadOnlySpan<char> text, int from, int to) =>
        text[from..to].IndexOfAny(Terminators) is >= 0 and var at ? from + at : to;

    /// <summary>True for the marks that may follow a full stop and still belong to its sentence.</summary>
    public static bool IsCloser(char c) => Closers.Contains(c);

    /// <summary>True where something must follow: a comma, or a bracket or quotation mark that is still open.</summary>
    public static bool IsOpen(ReadOnlySpan<char> line) =>
        line[^1] is '，' or '、' or ',' or '“' or '《' or '（' or '〔' || HasOpenBracket(line);

    private static bool HasOpenBracket(ReadOnlySpan<char> line) =>
        line.LastIndexOf('《') > line.LastIndexOf('》')
        || line.LastIndexOf('（') > line.LastIndexOf('）')
        || line.LastIndexOf('“') > line.LastIndexOf('”');
}
