using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Relations;
using PolicyGraph.Extraction.Statistics;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction;

/// <summary>
/// One paper on its way through the stages: each stage reads what the ones before it put down and adds its own.
/// All spans here are positions of <see cref="SourceText.Text"/>; they become positions of the original when the record is written.
/// </summary>
public sealed class Paper(SourceText source)
{
    private TableScan? _words;
    private LexicalScan? _forms;

    public SourceText Source { get; } = source;

    /// <summary>The squeezed and folded view; the one that rules read.</summary>
    public string Text => Source.Text;

    /// <summary>Every word of the tables that the text holds, found in one pass at the first question.</summary>
    internal TableScan Words => _words ??= new(Text);

    /// <summary>Those of the gazetteers and the words that names are built with.</summary>
    internal LexicalScan Forms => _forms ??= Lexicon.Default.Index(Text.Length, Words.Forms);

    public DocumentHead Head { get; set; } = new();

    /// <summary>The title as rules read it, in simplified characters; null where the head has none.</summary>
    internal string? Title => Head.Title is { } title ? TraditionalCharacters.Simplify(title) : null;

    /// <summary>For stages whose time grows with more than one pass over the text.</summary>
    internal CancellationToken Cancellation { get; init; }

    /// <summary>What the paper is, from its head, title and layout.</summary>
    public PaperKind Kind { get; set; }

    /// <summary>Head and signature of an official paper; null for others.</summary>
    public OfficialHead? Official { get; set; }

    /// <summary>Official papers that its articles reprint.</summary>
    public List<OfficialHead> Reprints { get; } = [];

    /// <summary>The head of the official paper that a position is in; null in others.</summary>
    internal OfficialHead? HeadAt(int position)
    {
        for (var i = Reprints.Count - 1; i >= 0; i--)
        {
            if (Reprints[i].Title.Start <= position)
            {
                return Reprints[i];
            }
        }

        return Official;
    }

    /// <summary>The lines that are not blank, in the order of the text; together they cover it.</summary>
    public List<Line> Lines { get; } = [];

    /// <summary>In the order of the text, without overlap; together they cover it.</summary>
    public List<Article> Articles { get; } = [];

    /// <summary>In the order of the text, without overlap, none across an article's end.</summary>
    public List<Sentence> Sentences { get; } = [];

    /// <summary>In the order of the text; a mention may lie inside a longer one and is then marked so.</summary>
    public List<Mention> Mentions { get; set; } = [];

    /// <summary>
    /// The index of the first of <see cref="Mentions"/>, once they are in their order, that starts at a position or after it; their count
    /// where none does.
    /// </summary>
    internal int FirstMention(int position) => First(Mentions, position, static mention => mention.Span.Start);

    /// <summary>The same for <see cref="Sentences"/>.</summary>
    internal int FirstSentence(int position) => First(Sentences, position, static sentence => sentence.Span.Start);

    public List<Quantity> Quantities { get; } = [];

    public List<TimeExpression> Times { get; } = [];

    public List<Entity> Entities { get; } = [];

    public List<Relation> Relations { get; } = [];

    public List<Statistic> Statistics { get; } = [];

    /// <summary>
    /// The days that sentences give to events, by the names of the properties that they become once the figures are read.
    /// </summary>
    internal Dictionary<(Entity Event, string Property), string> EventDays { get; } = [];

    public List<FindingRecord> Findings { get; } = [];

    /// <summary>Gives the memory of its text and words to other papers, once its record is written and nothing more is asked.</summary>
    internal void Release()
    {
        _forms?.Release();
        (_forms, _words) = (null, null);
        Source.Release();
    }

    private static int First<T>(List<T> items, int position, Func<T, int> start)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = start(items[middle]) >= position ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}

/// <summary>The kinds of paper that are read differently.</summary>
public enum PaperKind
{
    /// <summary>News, a bulletin, a report about others.</summary>
    News,

    /// <summary>A notice, order, opinion, plan or reply: an official paper, and so a policy of its own.</summary>
    Official,

    /// <summary>A government's work report or a statistical communique: official, but no policy.</summary>
    Report,
}
