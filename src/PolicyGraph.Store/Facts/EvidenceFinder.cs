using PolicyGraph.Model;

namespace PolicyGraph.Store.Facts;

/// <summary>
/// Turns what a record says about places into <see cref="EvidenceFact"/>: spans as they are; for records from elsewhere, which have none,
/// the first place where the quote stands in the text, white space aside.
/// </summary>
internal sealed class EvidenceFinder
{
    private readonly string? _text;
    private readonly TextSpan?[] _articles;
    private string? _squeezed;
    private int[] _positions = [];

    public EvidenceFinder(DocumentRecord record)
    {
        _text = record.Text;
        _articles = new TextSpan?[record.Articles.Count];
        for (var i = _articles.Length - 1; i >= 0; i--)
        {
            _articles[i] = record.Articles[i].Span ?? FromBeginning(record.Articles[i].Begins, i);
        }
    }

    /// <summary>The articles' spans in their order; null where one cannot be told.</summary>
    public IReadOnlyList<TextSpan?> Articles => _articles;

    public EvidenceFact Find(TextSpan? span, string quote, string rule, double confidence)
    {
        if (span is { } given && _text is not null && given.End > _text.Length)
        {
            throw new FormatException($"its span {given} ends after the text, which has {_text.Length} characters");
        }

        var place = span ?? Search(quote);
        return new EvidenceFact(place, place is null || _text is null ? quote : null, ArticleAt(place), rule, confidence);
    }

    private int ArticleAt(TextSpan? place) =>
        place is { } span ? Array.FindIndex(_articles, article => article is { } whole && whole.Contains(span.Start)) : -1;

    private TextSpan? FromBeginning(string? begins, int index)
    {
        if (_text is null || string.IsNullOrEmpty(begins) || Search(begins) is not { } found)
        {
            return null;
        }

        var next = index + 1 < _articles.Length ? _articles[index + 1]?.Start : null;
        return new TextSpan(found.Start, next is { } end && end > found.Start ? end : _text.Length);
    }

    private TextSpan? Search(string quote)
    {
        if (_text is null)
        {
            return null;
        }

        _squeezed ??= SqueezeWithPositions(_text);
        var wanted = Squeezing.Squeeze(quote);
        var at = wanted.Length == 0 ? -1 : _squeezed.IndexOf(wanted, StringComparison.Ordinal);
        return at < 0 ? null : new TextSpan(_positions[at], _positions[at + wanted.Length - 1] + 1);
    }

    private string SqueezeWithPositions(string whole)
    {
        _positions = new int[whole.Length];
        var kept = new char[whole.Length];
        var count = 0;
        for (var i = 0; i < whole.Length; i++)
        {
            if (!Squeezing.IsBlank(whole[i]))
            {
                _positions[count] = i;
                kept[count++] = whole[i];
            }
        }

        return new string(kept, 0, count);
    }
}
