using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// The days of what news report, as their first sentences say them (8月2日，一场…论坛举行), whether or not the event has a name that was
/// found.
/// </summary>
internal sealed class LeadDays(Paper paper)
{
    private const int Sentences = 2;
    private const int Reach = 120;
    private static readonly string[] Holding = ["举行", "举办", "召开", "开幕", "启幕", "拉开帷幕", "闭幕", "落幕", "落下帷幕", "圆满成功"];
    private static readonly string[] Telling = ["发布会", "通气会", "吹风会", "获悉"];
    private int _article = -1;
    private string? _days;

    /// <summary>A day or a span of days; null where the article does not open with one, and for papers that are no news.</summary>
    /// <param name="figure">The sentence of the figure that is asked for.</param>
    public string? Of(ArticleFrame frame, Sentence figure)
    {
        if (figure.Article != _article)
        {
            (_article, _days) = (figure.Article, frame is { IsReport: false, Policy: null } ? Read(frame, figure.Article) : null);
        }

        return _days;
    }

    private string? Read(ArticleFrame frame, int article)
    {
        var read = 0;
        var body = article < paper.Articles.Count ? paper.Articles[article].Body.Start : frame.Span.Start;
        for (var i = paper.FirstSentence(body); i < paper.Sentences.Count && read < Sentences && paper.Sentences[i].Article == article; i++)
        {
            var sentence = paper.Sentences[i];
            if (sentence.IsHeading || sentence.Span.Start < body)
            {
                continue;
            }

            read++;
            foreach (var time in FigureTimes.Within(paper.Times, sentence.Span))
            {
                if (
                    time is { Role: TimeRole.When, Period: { Length: 10 or 21 } days }
                    && IsHeld(paper.Text.AsSpan(time.Span.End, Math.Min(Reach, sentence.Span.End - time.Span.End)))
                )
                {
                    return days;
                }
            }
        }

        return null;
    }

    private static bool IsHeld(ReadOnlySpan<char> after) => after.ContainsAny(Holding) && !after.ContainsAny(Telling);
}
