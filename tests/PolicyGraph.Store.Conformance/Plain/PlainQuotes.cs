using PolicyGraph.Model;
using PolicyGraph.Store.Facts;

namespace PolicyGraph.Store.Conformance.Plain;

/// <summary>
/// Holds a text against every quote of every statistic and every relation: those that hold it, in the first fifty papers by id, tell of the
/// entities that they speak of.
/// </summary>
public sealed class PlainQuotes(PlainGraph graph, ITextFolding folding)
{
    private const int Papers = 50;

    /// <summary>The best hit of each entity that has any.</summary>
    public Dictionary<PlainNode, PlainHit> Find(string wanted)
    {
        var all =
            wanted.Length < 2
                ? []
                : Quotes()
                    .Select(quote => (Quote: quote, At: Fold(quote.Text).IndexOf(wanted, StringComparison.Ordinal)))
                    .Where(pair => pair.At >= 0)
                    .ToList();
        var papers = all.Select(pair => pair.Quote.Document).Distinct().Order(StringComparer.Ordinal).Take(Papers).ToHashSet();
        return all.Where(pair => papers.Contains(pair.Quote.Document))
            .SelectMany(pair => pair.Quote.Ends, (pair, node) => (Node: node, Hit: Hit(pair.Quote, pair.At, wanted.Length)))
            .GroupBy(pair => pair.Node)
            .ToDictionary(
                group => group.Key,
                group =>
                    group
                        .Select(pair => pair.Hit)
                        .OrderByDescending(hit => hit.Score)
                        .ThenBy(hit => hit.Quote!.Document, StringComparer.Ordinal)
                        .ThenBy(hit => hit.Quote!.Fact.Span?.Start ?? -1)
                        .ThenBy(hit => hit.Quote!.Order, StringComparer.Ordinal)
                        .First()
            ); // All are hits of quotes.
    }

    private static PlainHit Hit(PlainQuote quote, int at, int length) =>
        new(500_000 + (90_000 * length / quote.Text.Length), PlainHit.FieldOfQuotes, quote.Text, at, length) { Quote = quote };

    private IEnumerable<PlainQuote> Quotes()
    {
        foreach (var node in graph.Nodes.Where(node => node.Label == Labels.Statistic))
        {
            var ends = node
                .Edges.Where(edge => edge.From == node && edge.Type.Name is Ties.About or Ties.ReportedBy or Ties.SetBy)
                .Select(edge => edge.To)
                .ToList();
            foreach (var (document, fact) in node.Evidence)
            {
                yield return new(node, document, fact, Text(document, fact), ends, $"{node.Id}\n{Ties.StatedIn}\n\n");
            }
        }

        foreach (var edge in graph.Edges.Where(edge => edge.Type.IsFact))
        {
            foreach (var (document, fact) in edge.Evidence)
            {
                yield return new(
                    edge,
                    document,
                    fact,
                    Text(document, fact),
                    [edge.From, edge.To],
                    $"{edge.From.Id}\n{edge.Type.Name}\n{edge.To.Id}\n{edge.Key}"
                );
            }
        }
    }

    private string Text(string document, EvidenceFact fact) =>
        fact.Quote ?? Squeezing.Squeeze(fact.Span!.Value.Of(graph.Find(document)!.Record!.Text!));

    private string Fold(string text) => string.Concat(text.Select(folding.Fold));
}

/// <summary>One place where a paper states something.</summary>
/// <param name="Ends">The entities that it speaks of.</param>
/// <param name="Order">Tells what is stated from other things that are.</param>
public sealed record PlainQuote(
    PlainThing Thing,
    string Document,
    EvidenceFact Fact,
    string Text,
    IReadOnlyList<PlainNode> Ends,
    string Order
);
