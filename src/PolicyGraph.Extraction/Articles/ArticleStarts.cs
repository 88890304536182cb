using PolicyGraph.Extraction.Papers;

namespace PolicyGraph.Extraction.Articles;

/// <summary>Where the articles of a paper begin, as indexes of sentences; the first is always 0.</summary>
internal static class ArticleStarts
{
    private const int MostHeadings = 5;
    private const int ShortestHeadline = 12;

    public static List<int> Of(Paper paper) => paper.Official is { } head ? OfOfficial(paper, head) : OfNews(paper);

    /// <summary>A notice and the text that it forwards are two articles; one that only names what it passes on is one.</summary>
    private static List<int> OfOfficial(Paper paper, OfficialHead head)
    {
        SortedSet<int> starts = [0];
        foreach (var policy in head.Policies.Skip(1).Concat(paper.Reprints.SelectMany(other => other.Policies.Skip(1))))
        {
            var text = policy.Spans[0];
            var at = paper.Sentences.FindIndex(s => s.Span.End > text.Start);
            if (at > 0 && text.Start >= head.Title.End && paper.Sentences[at].IsHeading)
            {
                starts.Add(at);
            }
        }

        starts.UnionWith(paper.Reprints.Select(other => FirstOfHead(paper, other)));
        return [.. starts];
    }

    /// <summary>The first of the lines of labels above the number of a paper that stands below another.</summary>
    private static int FirstOfHead(Paper paper, OfficialHead head)
    {
        var first = Math.Max(0, paper.Sentences.FindIndex(s => s.Span.End > head.Title.Start));
        while (first > 0 && HeadLabels.IsLabelled(paper, paper.Sentences[first - 1].Span))
        {
            first--;
        }

        return first;
    }

    private static List<int> OfNews(Paper paper)
    {
        List<int> starts = [0];
        for (var i = 1; i < paper.Sentences.Count; i++)
        {
            var ends = EndsArticle(paper, i - 1) && HasText(paper, starts[^1], i) || LineShapes.IsFromPage(Text(paper, i));
            var begins =
                LineStarts.IsByline(Text(paper, i)) || IsDayOfNews(paper, i) ? BylinedStart(paper, starts[^1], i)
                : ends || IsItemOfNews(paper, i) ? i
                : -1;
            if (begins > starts[^1])
            {
                starts.Add(begins);
            }
        }

        return starts;
    }

    /// <summary>
    /// 发布时间：2011-06-10 between a headline and its text; the day under a signature has no text below it, one in a schedule (6月1日
    /// 报名) words behind it.
    /// </summary>
    private static bool IsDayOfNews(Paper paper, int index) =>
        OpensText(paper, index)
        && HeadDay.Of(paper, paper.Sentences[index].Span) is not null
        && (
            Text(paper, index).Contains('：')
            || char.IsAsciiDigit(Text(paper, index)[^1])
            || "日网报社线端经台".Contains(Text(paper, index)[^1])
        );

    private static bool OpensText(Paper paper, int index) =>
        paper.Sentences[index].IsHeading && index + 1 < paper.Sentences.Count && !paper.Sentences[index + 1].IsHeading;

    /// <summary>2.某局印发《某办法》 over 7月3日，某局…: an item of a bulletin has a number and opens as news do.</summary>
    private static bool IsItemOfNews(Paper paper, int index) =>
        OpensText(paper, index)
        && (
            Text(paper, index).StartsWith("NO.", StringComparison.OrdinalIgnoreCase)
            || (
                Text(paper, index).Length > ShortestHeadline
                && LineStarts.IsItem(Text(paper, index))
                && LineStarts.OpensNews(Text(paper, index + 1))
            )
        );

    /// <summary>
    /// Where the article of a byline, or of its day, begins; -1 where that belongs to the article that is open: it closes it, or only its
    /// headline came before.
    /// </summary>
    private static int BylinedStart(Paper paper, int open, int index)
    {
        var first = HeadlineBefore(paper, index);
        return IsOnlyHeadings(paper, open, index) || first == index && paper.Sentences[index].IsHeading ? -1 : first;
    }

    /// <summary>The first of the headings right before a byline; furniture between articles is none of them.</summary>
    private static int HeadlineBefore(Paper paper, int index)
    {
        var first = index;
        while (
            first > 0
            && index - first < MostHeadings
            && paper.Sentences[first - 1].IsHeading
            && !EndsArticle(paper, first - 1)
            && !Headings.IsFurniture(paper, paper.Sentences[first - 1].Span)
        )
        {
            first--;
        }

        return first;
    }

    /// <summary>True where nothing but a headline stands between the article's start and its byline.</summary>
    private static bool IsOnlyHeadings(Paper paper, int from, int to)
    {
        var headings = 0;
        for (var i = from; i < to; i++)
        {
            if (!paper.Sentences[i].IsHeading || LineStarts.IsByline(Text(paper, i)))
            {
                return false;
            }

            headings += Headings.IsFurniture(paper, paper.Sentences[i].Span) ? MostHeadings : 1;
        }

        return headings < MostHeadings;
    }

    /// <summary>False while only headings were seen: a source under a headline (来源：某报 2024-05-18) closes no article.</summary>
    private static bool HasText(Paper paper, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!paper.Sentences[i].IsHeading)
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsArticle(Paper paper, int index) =>
        LineShapes.EndsWithSource(Text(paper, index)) || LineShapes.EndsWithPage(Text(paper, index));

    private static ReadOnlySpan<char> Text(Paper paper, int index)
    {
        var span = paper.Sentences[index].Span;
        return paper.Text.AsSpan(span.Start, span.Length);
    }
}
