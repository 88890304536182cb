using PolicyGraph.Model;

namespace PolicyGraph.Store.Facts;

/// <summary>
/// Turns what a record says about places into <see cref="EvidenceFact"/>: spans as they are; for records from elsewhere, which have none, the first place
/// where the quote stands in the text, white space aside.
/// </summary>
internal sealed class EvidenceFinder
{
    private readonly string? text;
    private readonly TextSpan?[] articles;
    private string? squeezed;
    private int[] positions = [];

    public EvidenceFinder(DocumentRecord record)
    {
        text = record.Text;
        articles = new TextSpan?[record.Articles.Count];
        for (var i = articles.Length - 1; i >= 0; i--)
        {
            articles[i] = record.Articles[i].Span ?? FromBeginning(record.Articles[i].Begins, i);
        }
    }

    /// <summary>The articles' spans in their order; null where one cannot be told.</summary>
    public IReadOnlyList<TextSpan?> Articles => articles;

    public EvidenceFact Find(TextSpan? span, string quote, string rule, double confidence)
    {
        if (span is { } given && text is not null && given.End > text.Length)
        {
            throw new FormatException($"its span {given} ends after the text, which has {text.Length} characters");
        }

        var place = span ?? Search(quote);
        return new EvidenceFact(place, place is null || text is null ? quote : null, ArticleAt(place), rule, confidence);
    }

    private int ArticleAt(TextSpan? place) =>
        place is { } span ? Array.FindIndex(articles, article => article is { } whole && whole.Contains(span.Start)) : -1;

    private TextSpan? FromBeginning(string? begins, int index)
    {
        if (text is null || string.IsNullOrEmpty(begins) || Search(begins) is not { } found)
        {
            return null;
        }

        var next = index + 1 < articles.Length ? articles[index + 1]?.Start : null;
        return new TextSpan(found.Start, next is { } end && end > found.Start ? end : text.Length);
    }

    private TextSpan? Search(string quote)
    {
        if (text is null)
        {
            return null;
        }

        squeezed ??= SqueezeWithPositions(text);
        var wanted = Squeezing.Squeeze(quote);
        var at = wanted.Length == 0 ? -1 : squeezed.IndexOf(wanted, StringComparison.Ordinal);
        return at < 0 ? null : new TextSpan(positions[at], positions[at + wanted.Length - 1] + 1);
    }

    private string SqueezeWithPositions(string whole)
    {
        positions = new int[whole.Length];
        var kept = new char[whole.Length];
        var count = 0;
        for (var i = 0; i < whole.Length; i++)
        {
            if (!Squeezing.IsBlank(whole[i]))
            {
                positions[count] = i;
                kept[count++] = whole[i];
            }
        }

        return new string(kept, 0, count);
    }
}
