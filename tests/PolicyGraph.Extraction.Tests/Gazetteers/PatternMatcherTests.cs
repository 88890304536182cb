using FsCheck;
using FsCheck.Fluent;
using PolicyGraph.Extraction.Gazetteers;

namespace PolicyGraph.Extraction.Tests.Gazetteers;

public sealed class PatternMatcherTests
{
    [Theory]
    [InlineData("她在江苏省科技厅", "江苏|江苏省|省科技|科技厅", "2-4 2-5 4-7 5-8")]
    [InlineData("aaaa", "a|aa", "0-1 0-2 1-2 1-3 2-3 2-4 3-4")]
    [InlineData("省市县", "省县", "")]
    [InlineData("", "省", "")]
    public void Every_occurrence_is_found_by_its_end_the_longest_first(string text, string patterns, string expected)
    {
        var hits = new PatternMatcher(patterns.Split('|')).Scan(text).Span.ToArray();
        Assert.Equal(expected, string.Join(' ', hits.Select(h => $"{h.Start}-{h.End}").Order(StringComparer.Ordinal)));
        Assert.Equal(hits.OrderBy(h => h.End).ThenBy(h => h.Start), hits);
    }

    [Fact]
    public void It_finds_what_a_plain_search_finds() =>
        Prop.ForAll<string[], string[]>(AgreesWithPlainSearch).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static bool AgreesWithPlainSearch(string[] words, string[] pieces)
    {
        string[] patterns = [.. Small(words).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal)];
        var text = string.Concat(Small(pieces));
        var found = new PatternMatcher(patterns).Scan(text).Span.ToArray().Select(h => (h.Start, h.End, h.Pattern)).Order();
        var plain =
            from pattern in Enumerable.Range(0, patterns.Length)
            from start in Enumerable.Range(0, text.Length)
            where string.CompareOrdinal(text, start, patterns[pattern], 0, patterns[pattern].Length) == 0
            select (start, start + patterns[pattern].Length, pattern);
        return found.SequenceEqual(plain.Order());
    }

    // Three letters only, so that patterns begin, end and hold one another.
    private static IEnumerable<string> Small(string[] words) =>
        words.Select(w => new string([.. (w ?? "").Select(c => (char)('省' + (c % 3)))]));
}
