using System.Runtime.InteropServices;
using PolicyGraph.Model;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Embedded.Operators;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Embedded.Searching;

/// <summary>
/// Finds entities by what papers say of them: those at either end of a relation, and those that a statistic is tied to, whose evidence
/// holds a text. The first papers by id that say it are looked at, <see cref="Scoring.MostPapers"/> of them.
/// </summary>
internal sealed class QuoteSearcher(Execution run, ulong labels, string wanted)
{
    private static readonly string[] EndsOfStatistics = [Ties.About, Ties.ReportedBy, Ties.SetBy];

    private readonly GraphRegistry _registry = run.Graph.Registry;
    private readonly Dictionary<int, SearchHit> _hits = [];

    /// <summary>The best hit of each node.</summary>
    public Dictionary<int, SearchHit> Find()
    {
        if (wanted.Length < Scoring.ShortestQuoted || !_registry.Kinds.Nodes.Any(kind => kind.Type.IsEntity && (kind.Bit & labels) != 0))
        {
            return _hits;
        }

        var papers = 0;
        foreach (var paper in _registry.Quotes.MayHold(run.Graph, wanted, run.Cancellation))
        {
            run.Tick();
            papers += Look(paper) ? 1 : 0;
            if (papers == Scoring.MostPapers)
            {
                break;
            }
        }

        return _hits;
    }

    /// <summary>True where the paper has evidence that holds the text.</summary>
    private bool Look(Node paper)
    {
        var document = paper.Document!; // Papers have one.
        if (!document.HasLooseQuotes && !QuoteIndex.TextOf(document, _registry.Search.Folding).Contains(wanted, StringComparison.Ordinal))
        {
            return false;
        }

        var record = document.Record.Read();
        var facts = _registry.Mapper.Map(record, paper.Head.Id);
        var isSaid = false;
        foreach (var fact in facts.Nodes.Where(fact => fact.Type.Label == Labels.Statistic))
        {
            isSaid |= LookAt(paper, record, fact.Evidence, () => Statistic(fact));
        }

        foreach (var fact in facts.Edges.Where(fact => fact.Type.IsFact))
        {
            isSaid |= LookAt(paper, record, fact.Evidence, () => Relation(facts, fact));
        }

        return isSaid;
    }

    private bool LookAt(Node paper, DocumentRecord record, IReadOnlyList<EvidenceFact> evidence, Func<Stated?> stated)
    {
        var isSaid = false;
        for (var i = 0; i < evidence.Count; i++)
        {
            var quote = evidence[i].Quote ?? Squeezing.Squeeze(evidence[i].Span!.Value.Of(record.Text!)); // Without a quote of its own it has a span, and the record a text.
            var at = SearchedText.Fold(quote, _registry.Search.Folding).IndexOf(wanted, StringComparison.Ordinal);
            if (at >= 0 && stated() is { } thing)
            {
                isSaid = true;
                Note(paper, thing, i, quote, at);
            }
        }

        return isSaid;
    }

    private Stated? Statistic(NodeFact fact)
    {
        if (!_registry.Ids.TryGet(fact.Id.Hash, out var index) || run.Graph.Nodes[index] is not { } statistic)
        {
            return null;
        }

        return new Stated(statistic, statistic, null, [.. Ends(statistic)], $"{statistic.Head.IdText}\n{Ties.StatedIn}\n\n");
    }

    private IEnumerable<int> Ends(Node statistic)
    {
        foreach (var tie in EndsOfStatistics)
        {
            var ends = _registry.Kinds.ByRelation.TryGetValue(tie, out var kind) ? statistic.In(kind.Outgoing) : default;
            for (var i = 0; i < ends.Count; i++)
            {
                yield return ends[i].Node;
            }
        }
    }

    private Stated? Relation(DocumentFacts facts, EdgeFact fact)
    {
        if (
            !_registry.Ids.TryGet(facts.Nodes[fact.From].Id.Hash, out var from)
            || !_registry.Ids.TryGet(facts.Nodes[fact.To].Id.Hash, out var to)
        )
        {
            return null;
        }

        var kind = _registry.Kinds.Relation(fact.Type.Name);
        return EdgeLookup.Find(run.Graph, (kind, from, to, EdgeLookup.KeyOf(kind, fact))) is { } edge
            ? new Stated(
                edge,
                null,
                edge,
                [from, to],
                $"{_registry.Heads[from].IdText}\n{kind.Type.Name}\n{_registry.Heads[to].IdText}\n{edge.Head.Key}"
            )
            : null;
    }

    private void Note(Node paper, Stated stated, int row, string quote, int at)
    {
        var (place, count) = new EvidenceSource(stated.Thing, paper.Head).Range();
        if (count == 0)
        {
            return;
        }

        var contribution = stated.Thing.Support[place];
        var source = new SearchSource(
            new EvidenceItem(contribution, contribution.Evidence[row]),
            stated.Statistic,
            stated.Relation,
            stated.Order
        );
        foreach (var end in stated.Ends)
        {
            var node = run.Graph.Node(end);
            if ((node.Kind.Bit & labels) != 0)
            {
                Note(
                    new SearchHit(
                        new SearchText(end, SearchField.Quote, quote, ""),
                        Scoring.Quoting(quote.Length, wanted.Length),
                        (at, at + wanted.Length)
                    )
                    {
                        Source = source,
                    }
                );
            }
        }
    }

    /// <summary>Papers come by their ids, so of equals the one that is there stays, unless it is of the same paper.</summary>
    private void Note(SearchHit hit)
    {
        ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(_hits, hit.Text.Node, out var exists);
        if (!exists || hit.Score > best.Score || (hit.Score == best.Score && hit.Source!.IsBefore(best.Source!))) // Hits of quotes have their source.
        {
            best = hit;
        }
    }

    /// <summary>A statistic or a relation that a paper states.</summary>
    /// <param name="Ends">The entities that it speaks of.</param>
    /// <param name="Order">Tells it from others; compared by code unit.</param>
    private sealed record Stated(Supported Thing, Node? Statistic, Edge? Relation, int[] Ends, string Order);
}

/// <summary>Of what was found in a quote: the quote, and what it is evidence of.</summary>
internal sealed record SearchSource(EvidenceItem Evidence, Node? Statistic, Edge? Relation, string Order)
{
    /// <summary>Of one paper: by where the quote begins, then by what it states.</summary>
    public bool IsBefore(SearchSource other) =>
        Evidence.Contribution.Document.Id == other.Evidence.Contribution.Document.Id
        && (
            Evidence.Row.Start != other.Evidence.Row.Start
                ? Evidence.Row.Start < other.Evidence.Row.Start
                : string.CompareOrdinal(Order, other.Order) < 0
        );
}
