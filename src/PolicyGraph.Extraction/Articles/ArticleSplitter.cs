using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Articles;

/// <summary>
/// Tells the articles of a paper apart and reads title, authors, source and day of each. Every sentence gets the index of its article.
/// </summary>
public sealed class ArticleSplitter : IStage
{
    private const int LongestLabel = 6;

    public void Run(Paper paper)
    {
        if (paper.Sentences.Count == 0)
        {
            return;
        }

        var starts = ArticleStarts.Of(paper);
        var year = paper.Head.Published is null ? ArticleYear.Find(paper.Text) : null;
        List<Sentence> told = new(paper.Sentences.Count + starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : paper.Sentences.Count;
            paper.Articles.Add(Article(paper, starts[i], end, year));
            for (var s = starts[i]; s < end; s++)
            {
                Add(told, paper.Sentences[s] with { Article = i }, paper.Articles[i].Body.Start);
            }
        }

        paper.Sentences.Clear();
        paper.Sentences.AddRange(told);
    }

    /// <summary>本报讯（记者甲乙）|丙市…: who reports, from where and when, is no part of what the first sentence says.</summary>
    private static void Add(List<Sentence> told, Sentence sentence, int body)
    {
        if (sentence.Span.Start < body && body < sentence.Span.End)
        {
            told.Add(sentence with { Span = new(sentence.Span.Start, body), IsHeading = true });
            sentence = sentence with { Span = new(body, sentence.Span.End) };
        }

        told.Add(sentence);
    }

    private static Article Article(Paper paper, int first, int end, string? year)
    {
        var span = new TextSpan(paper.Sentences[first].Span.Start, paper.Sentences[end - 1].Span.End);
        var body = first;
        while (body < end && paper.Sentences[body].IsHeading)
        {
            body++;
        }

        var byline = BylineOf(paper, first, body, end);
        var start = body < end ? Math.Max(paper.Sentences[body].Span.Start, byline.End) : span.End;
        return new()
        {
            Span = span,
            Body = new(Math.Min(start, span.End), span.End),
            Title = TitleOf(paper, first, end, span),
            Authors = byline.Authors ?? [],
            Source = SourceOf(paper, first, end) ?? byline.Source,
            Published =
                (first > 0 ? DayOf(paper, first, body) ?? DayBelow(paper, span) : null) ?? YearTold(paper) ?? paper.Head.Published ?? year,
        };
    }

    /// <summary>The bylines among the headings, at the body's start, and alone on the last line.</summary>
    private static Byline BylineOf(Paper paper, int first, int body, int end)
    {
        var all = default(Byline);
        for (var i = first; i < end; i = i < body ? i + 1 : Math.Max(i + 1, end - 1))
        {
            if ((i <= body || paper.Sentences[i].IsHeading) && Byline.TryRead(paper, paper.Sentences[i].Span, out var read))
            {
                all = new([.. all.Authors ?? [], .. read.Authors], all.Source ?? read.Source, i <= body ? read.End : all.End);
            }
        }

        return all;
    }

    /// <summary>The day among the headings of an article that is one of several.</summary>
    private static string? DayOf(Paper paper, int first, int body)
    {
        for (var i = body - 1; i > first; i--)
        {
            if (HeadDay.Of(paper, paper.Sentences[i].Span) is { } day)
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>A communique speaks on the year of its title, whenever it is given out: 年末 is that year's end.</summary>
    private static string? YearTold(Paper paper) =>
        paper is { Kind: PaperKind.Report, Official.Title: var title } && title.Of(paper.Text).EndsWith("公报", StringComparison.Ordinal)
            ? ArticleYear.Find(title.Of(paper.Text))
            : null;

    /// <summary>The day of the official paper that the article is, where the page prints it below another.</summary>
    private static string? DayBelow(Paper paper, TextSpan article) =>
        paper.Reprints.FindLast(other => other.Policies.Exists(policy => article.Contains(policy.Spans[0])))?.Issued;

    private static TextSpan? TitleOf(Paper paper, int first, int end, TextSpan span)
    {
        foreach (var policy in paper.Official is { } own ? own.Policies.Concat(paper.Reprints.SelectMany(r => r.Policies)) : [])
        {
            if (policy.Spans[0].Start >= span.Start && policy.Spans[0].End <= span.End)
            {
                return policy.Spans[0];
            }
        }

        return Headings.TitleOf(paper, first, end);
    }

    /// <summary>Where a source's name ends: at a blank with a day, an author or another label behind it.</summary>
    private static int EndOfName(Paper paper, TextSpan source)
    {
        for (var at = source.Start + 1; at < source.End; at++)
        {
            if (
                paper.Source.GapBefore(at) != Gap.None
                && (char.IsAsciiDigit(paper.Text[at]) || paper.Text.IndexOf('：', at, Math.Min(LongestLabel, source.End - at)) > 0)
            )
            {
                return at;
            }
        }

        return source.End;
    }

    /// <summary>What the last （来源：…） of the article names.</summary>
    private static string? SourceOf(Paper paper, int first, int end)
    {
        for (var i = end - 1; i >= first; i--)
        {
            var span = paper.Sentences[i].Span;
            var text = paper.Text.AsSpan(span.Start, span.Length);
            if (LineShapes.EndsWithSource(text))
            {
                var at = text.LastIndexOf("来源：") + 3;
                var source = new TextSpan(span.Start + at, span.End - (text[^1] == '）' ? 1 : 0));
                return paper.Source.Surface(new(source.Start, EndOfName(paper, source)));
            }
        }

        return null;
    }
}
