using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Neo4j.Schema;

/// <summary>
/// The texts of a node that a search looks in, in the order of <see cref="SearchField"/>: those of its properties, each in a place of its
/// own and empty where it has none, so that the place alone tells the field; then its aliases, then the initials of its name and aliases.
/// </summary>
internal static class SearchTexts
{
    private static readonly SearchField[] Single = [SearchField.Name, SearchField.DocumentNumber, SearchField.Title];

    /// <summary>True where nodes of the type can be found.</summary>
    public static bool Has(NodeType type) => type.Properties.Any(property => Single.Any(field => field.Property() == property.Name));

    /// <summary>The texts as the index has them.</summary>
    /// <param name="property">The text of a property, or null.</param>
    public static IEnumerable<string> Of(Func<string, string?> property, IReadOnlyCollection<string> aliases, ITextFolding folding)
    {
        var names = aliases.Prepend(property(SearchField.Name.Property())).OfType<string>();
        return Single
            .Select(field => property(field.Property()) ?? "")
            .Concat(aliases)
            .Select(text => SearchedText.Fold(text, folding))
            .Concat(names.Select(folding.Initials).Where(initials => initials is { Length: > 1 }).OfType<string>().Distinct())
            .Select(HanText.Of);
    }

    /// <summary>Quotes as their index has them, in their order.</summary>
    public static IEnumerable<string> Said(IEnumerable<string> quotes, ITextFolding folding) =>
        quotes.Select(quote => HanText.Of(SearchedText.Fold(quote, folding)));

    /// <summary>How many of the texts are neither aliases nor initials: they come first.</summary>
    public static int SingleCount => Single.Length;

    /// <summary>
    /// In Cypher, the texts as they are, each with its field's number: <c>[[0, n.name], …]</c>; in the order of the indexed ones, without
    /// the initials.
    /// </summary>
    public static string Plain(string node)
    {
        var single = string.Join(", ", Single.Select(field => $"[{(int)field}, {node}.{field.Property()}]"));
        return $"[{single}] + [x IN coalesce({node}.{SearchField.Alias.Property()}, []) | [{(int)SearchField.Alias}, x]]";
    }

    /// <summary>In Cypher, how many of the texts are no initials.</summary>
    public static string PlainCount(string node) => $"{SingleCount} + size(coalesce({node}.{SearchField.Alias.Property()}, []))";
}
