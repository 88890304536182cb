using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// Finds the stretches of a paper that are laid down in articles (第三条 企业应当…), as laws, regulations and measures are.
/// </summary>
internal sealed class Provisions
{
    private const int LongestNumber = 8;

    /// <summary>From so many articles on a text is laid down in them; fewer may be quoted.</summary>
    private const int Least = 2;
    private readonly Paper _paper;
    private readonly List<int> _starts = [];

    public Provisions(Paper paper)
    {
        _paper = paper;
        foreach (var sentence in paper.Sentences)
        {
            if (Opens(paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length)))
            {
                _starts.Add(sentence.Span.Start);
            }
        }
    }

    public bool In(TextSpan span) => _starts.Count(start => start >= span.Start && start < span.End) >= Least;

    /// <summary>The policy whose name opens a line above the first article, or null.</summary>
    public Entity? Titled(TextSpan span)
    {
        var first = _starts.Find(start => start >= span.Start);
        foreach (var mention in _paper.Mentions)
        {
            if (mention.Span.Start >= first)
            {
                return null;
            }

            if (
                mention is { Type: EntityType.Policy, Inside: false, Entity: { } entity }
                && (mention.Span.Start == 0 || _paper.Source.GapBefore(mention.Span.Start) == Gap.Line)
            )
            {
                return entity;
            }
        }

        return null;
    }

    /// <summary>
    /// 第三条, 第一百二十条之一 and 第12条 open an article; 第三条措施 in a report and 第三条第一款规定：“…” in a reply do not.
    /// </summary>
    private static bool Opens(ReadOnlySpan<char> words)
    {
        if (words.Length < 4 || words[0] != '第')
        {
            return false;
        }

        var at = 1;
        while (
            at < words.Length
            && at < LongestNumber
            && (char.IsAsciiDigit(words[at]) || Quantities.Numerals.Digits.OfWord(words[at]) >= 0 || words[at] is '十' or '百')
        )
        {
            at++;
        }

        return at > 1
            && at + 1 < words.Length
            && words[at] == '条'
            && words[at + 1] is not ('措' or '是' or '建' or '政' or '：')
            && words[at..].IndexOf("规定：“") is < 0 or > LongestNumber;
    }
}
