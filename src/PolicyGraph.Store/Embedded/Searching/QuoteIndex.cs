using System.Buffers;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Embedded.Searching;

/// <summary>
/// Tells which papers may say something in so many words. Made when it is first asked and not before, a <see cref="QuoteSketch"/> a paper,
/// read from the journal on all cores (a second for 100,000 short papers); later searches add what came since. <see cref="Fill"/> holds the
/// gate while papers are read: other searches of quotes wait for it, and so does a writer that takes a paper away or replaces it. A
/// superset over all versions; whoever finds a paper here reads what it says.
/// </summary>
internal sealed class QuoteIndex(FactMapper mapper, ITextFolding folding)
{
    /// <summary>Of a paper that went and may have come again: which record a version has is not known here.</summary>
    private static readonly byte[] Anything = [byte.MaxValue];

    private readonly Lock _gate = new();

    /// <summary>By the index of the paper's node.</summary>
    private volatile byte[]?[] _sketches = [];

    /// <summary>Papers of a version that may hold a text of two characters and more, by their ids.</summary>
    public IEnumerable<Node> MayHold(GraphVersion graph, string wanted, CancellationToken cancellation)
    {
        Fill(graph, cancellation);
        var known = _sketches;
        var papers = graph.Labels[graph.Kinds.Label(Labels.Document).Ordinal];
        for (var i = 0; i < papers.Count; i++)
        {
            if (QuoteSketch.MayHold(known[papers[i]]!, wanted)) // Just filled.
            {
                yield return graph.Node(papers[i]);
            }
        }
    }

    /// <summary>Notes that a paper goes; when it comes again its record may be another.</summary>
    public void Forget(int paper)
    {
        lock (_gate)
        {
            Grow(paper + 1);
            _sketches[paper] = Anything;
        }
    }

    private void Fill(GraphVersion graph, CancellationToken cancellation)
    {
        var papers = graph.Labels[graph.Kinds.Label(Labels.Document).Ordinal];
        var missing = new List<int>();
        lock (_gate)
        {
            Grow(graph.Registry.Heads.Count);
            for (var i = 0; i < papers.Count; i++)
            {
                if (_sketches[papers[i]] is null)
                {
                    missing.Add(papers[i]);
                }
            }

            Parallel.For(
                0,
                missing.Count,
                new ParallelOptions { CancellationToken = cancellation },
                i => _sketches[missing[i]] = Sketch(graph.Node(missing[i]))
            );
        }
    }

    private void Grow(int length)
    {
        if (_sketches.Length < length)
        {
            var grown = new byte[]?[length];
            _sketches.CopyTo(grown, 0);
            _sketches = grown;
        }
    }

    private byte[] Sketch(Node paper)
    {
        var document = paper.Document!; // Papers have one.
        return QuoteSketch.Of([.. document.HasLooseQuotes ? Loose(paper) : [], TextOf(document, folding)]);
    }

    /// <summary>What a paper is said to say though its text, if it has one, does not hold it.</summary>
    private IEnumerable<string> Loose(Node paper)
    {
        var facts = mapper.Map(paper.Document!.Record.Read(), paper.Head.Id);
        return facts.LooseQuotes.Select(quote => SearchedText.Fold(quote, folding)).ToList();
    }

    /// <summary>A paper's text as quotes are compared; empty where it has none.</summary>
    public static string TextOf(DocumentEntry document, ITextFolding folding)
    {
        var length = Math.Max(0, document.Record.TextLength);
        var characters = ArrayPool<char>.Shared.Rent(length);
        if (length > 0)
        {
            document.Record.ReadText(0, characters.AsSpan(0, length));
        }

        var text = QuoteSketch.Fold(characters.AsSpan(0, length), folding);
        ArrayPool<char>.Shared.Return(characters);
        return text;
    }
}
