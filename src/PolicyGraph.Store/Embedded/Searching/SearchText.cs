using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Embedded.Operators;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Embedded.Searching;

/// <summary>A text that can be found.</summary>
/// <param name="Folded">As long as the text, so that places in one are places in the other; of initials the initials.</param>
internal sealed record SearchText(int Node, SearchField Field, string Text, string Folded)
{
    /// <summary>True where its node has it in this version, and is of one of these labels.</summary>
    public bool StandsIn(GraphVersion graph, ulong labels) =>
        graph.Nodes[Node] is { } node
        && (node.Kind.Bit & labels) != 0
        && Field switch
        {
            SearchField.DocumentNumber => Has(node, "documentNumber"),
            SearchField.Title => Has(node, "title"),
            SearchField.Name => Names.NameOf(node) == Text,
            SearchField.Alias => HasAlias(node),
            _ => Names.NameOf(node) == Text || HasAlias(node),
        };

    private bool HasAlias(Node node) => node.Kind.Aliases >= 0 && node.Values[node.Kind.Aliases]?.List.Contains(Text) == true;

    private bool Has(Node node, string property) =>
        node.Kind.Properties.TryGetValue(property, out var place) && node.Values[place]?.Text == Text;
}
