using PolicyGraph.Model;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Store.Facts;

/// <summary>
/// What one document adds to the graph: each node and each edge once, with what this document says of it. Made by <see cref="FactMapper"/>.
/// </summary>
/// <param name="Document">The document's own node, always the first of <paramref name="Nodes"/>.</param>
/// <param name="Articles">The record's articles, each with its span where it can be told.</param>
public sealed record DocumentFacts(
    NodeId Document,
    IReadOnlyList<ArticleRecord> Articles,
    IReadOnlyList<NodeFact> Nodes,
    IReadOnlyList<EdgeFact> Edges
)
{
    /// <summary>Evidence of statistics and relations that cannot be read from the text.</summary>
    public IEnumerable<string> LooseQuotes =>
        Nodes
            .Where(node => !node.Type.IsEntity)
            .SelectMany(node => node.Evidence)
            .Concat(Edges.SelectMany(edge => edge.Evidence))
            .Select(row => row.Quote)
            .OfType<string>();
}

/// <summary>One node as one document sees it.</summary>
/// <param name="Values">In the order of <see cref="NodeType.Properties"/>; null where the document says nothing, and for <c>id</c>,
/// <c>aliases</c>, <c>source</c> and <c>sources</c>, which the store knows.</param>
/// <param name="Aliases">Other names than its canonical one, each once.</param>
/// <param name="Evidence">Where the document says it, by position; empty for documents and indicators.</param>
public sealed record NodeFact(
    NodeType Type,
    NodeId Id,
    IReadOnlyList<PropertyValue?> Values,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<EvidenceFact> Evidence
);

/// <summary>One edge as one document sees it.</summary>
/// <param name="From">Where it starts: an index into <see cref="DocumentFacts.Nodes"/>.</param>
/// <param name="To">Where it leads: an index into <see cref="DocumentFacts.Nodes"/>.</param>
/// <param name="Values">In the order of <see cref="EdgeType.Properties"/>.</param>
/// <param name="Evidence">By position; empty for ties.</param>
public sealed record EdgeFact(EdgeType Type, int From, int To, IReadOnlyList<PropertyValue?> Values, IReadOnlyList<EvidenceFact> Evidence);

/// <summary>One place where a document says something.</summary>
/// <param name="Span">In the document's text; null where a record from elsewhere gives no place and its quote is not in the text.</param>
/// <param name="Quote">The quote, white space removed, where it cannot be read from the text; else null.</param>
/// <param name="Article">Index of the article that the span lies in; −1 where there is none.</param>
/// <param name="Rule">Empty where a record from elsewhere names none.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record EvidenceFact(TextSpan? Span, string? Quote, int Article, string Rule, double Confidence);
