using PolicyGraph.Extraction.Articles;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// Gives a report without a masthead its title, that of its first article, and its day: what stands in its head, in its dateline or alone
/// on its last line. In a paper of several articles each keeps its own day, and only one above the first title is the paper's.
/// </summary>
public sealed class NewsHeadStage : IStage
{
    public void Run(Paper paper)
    {
        if (paper.Official is not null)
        {
            return;
        }

        var title = paper.Kind == PaperKind.Report ? null : paper.Articles.Find(article => article.Title is not null)?.Title;
        paper.Head = paper.Head with { Title = paper.Head.Title ?? (title is { } span ? paper.Source.Surface(span) : null) };
        if (paper.Head.Published is null)
        {
            paper.Head = paper.Head with { Published = DayOf(paper, title) };
        }
    }

    private static string? DayOf(Paper paper, TextSpan? title)
    {
        string? above = null;
        for (var i = 0; i < paper.Sentences.Count; i++)
        {
            var sentence = paper.Sentences[i];
            var article = paper.Articles[sentence.Article];
            if (StandsOutside(paper, i, article) && HeadDay.Of(paper, sentence.Span) is { } day || Opens(paper, sentence, article, out day))
            {
                above ??= title is { } first && sentence.Span.Start < first.Start ? day : null;
                article.Published = article.Published is { Length: > 4 } known ? known : day;
            }
        }

        HandDown(paper.Articles);
        return above
            ?? (
                paper.Articles.Count(article => !article.Body.IsEmpty) <= 1 && paper.Articles is [.., { Published: { Length: > 4 } only }]
                    ? only
                    : null
            );
    }

    /// <summary>Headlines with a day between them open one report: the day of those without a text is that of the text below.</summary>
    private static void HandDown(List<Article> articles)
    {
        for (var i = 1; i < articles.Count; i++)
        {
            if (articles[i - 1] is { Body.IsEmpty: true, Published: { Length: > 4 } day } && articles[i].Published is not { Length: > 4 })
            {
                articles[i].Published = day;
            }
        }
    }

    /// <summary>
    /// True for a line of the article's head, and for the last line of the paper, unless that is the row of a table (4 甲规范 2032-05-01).
    /// </summary>
    private static bool StandsOutside(Paper paper, int index, Article article)
    {
        var sentence = paper.Sentences[index];
        return sentence.IsHeading
            && (
                sentence.Span.End <= article.Body.Start
                || index == paper.Sentences.Count - 1 && !IsRow(paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length))
            );
    }

    private static bool IsRow(ReadOnlySpan<char> line) => char.IsAsciiDigit(line[0]) && !Days.TryRead(line, out _, out _);

    private static bool Opens(Paper paper, Sentence sentence, Article article, out string day)
    {
        day = "";
        if (
            sentence.Span.End == article.Body.Start
            && Dateline.TryRead(paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length), out var dateline)
            && dateline.Day is { } named
        )
        {
            day = named;
        }

        return day.Length > 0;
    }
}
