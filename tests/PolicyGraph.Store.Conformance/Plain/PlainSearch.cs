namespace PolicyGraph.Store.Conformance.Plain;

/// <summary>
/// Holds a text against every text of every node: the whole text, its beginning, its end, a part, in that order and the shorter the better;
/// then, unless it is a very name, quotes; where none holds it, those that hold most of its characters (of five and more, its pairs of
/// characters).
/// </summary>
public sealed class PlainSearch
{
    private const int LongestText = 100;
    private const int ShortText = 4;
    private const int VeryName = 900_000;
    private const int FieldOfAliases = 3;
    private const int FieldOfInitials = 4;

    private static readonly string[] Properties = ["name", "documentNumber", "title", "aliases", "name"];

    private readonly ITextFolding _folding;
    private readonly string _wanted;

    public PlainSearch(ITextFolding folding, string? text)
    {
        _folding = folding;
        _wanted = (text ?? "").Trim().Length > LongestText ? "" : Fold((text ?? "").Trim());
    }

    /// <summary>The best hit of each node that has any.</summary>
    /// <param name="quotes">What papers say of all nodes.</param>
    public Dictionary<PlainNode, PlainHit> Find(IReadOnlyList<PlainNode> nodes, PlainQuotes quotes)
    {
        var holding = _wanted.Length == 0 ? [] : Best(nodes, Holding);
        foreach (
            var (node, hit) in holding.Values.Any(hit => hit.Score >= VeryName)
                ? []
                : quotes.Find(_wanted).Where(pair => nodes.Contains(pair.Key))
        )
        {
            holding.TryAdd(node, hit);
        }

        return holding.Count > 0 ? holding : Best(nodes, Near);
    }

    private Dictionary<PlainNode, PlainHit> Best(IEnumerable<PlainNode> nodes, Func<int, string, PlainHit?> fit) =>
        nodes
            .Select(node =>
                (
                    Node: node,
                    Hit: Texts(node)
                        .Select(text => fit(text.Field, text.Text))
                        .OfType<PlainHit>()
                        .OrderByDescending(hit => hit.Score)
                        .ThenBy(hit => hit.Field)
                        .ThenBy(hit => hit.Text, StringComparer.Ordinal)
                        .FirstOrDefault()
                )
            )
            .Where(pair => pair.Hit is not null)
            .ToDictionary(pair => pair.Node, pair => pair.Hit!); // Those without were left out.

    private static IEnumerable<(int Field, string Text)> Texts(PlainNode node)
    {
        var names = new List<string>();
        for (var field = 0; field < FieldOfAliases; field++)
        {
            if (node.Values.GetValueOrDefault(Properties[field]) is string text)
            {
                names.AddRange(field == 0 ? [text] : []);
                yield return (field, text);
            }
        }

        foreach (var alias in node.Values.GetValueOrDefault("aliases") as List<string> ?? [])
        {
            names.Add(alias);
            yield return (FieldOfAliases, alias);
        }

        foreach (var name in names)
        {
            yield return (FieldOfInitials, name);
        }
    }

    private PlainHit? Holding(int field, string text)
    {
        var isInitials = field == FieldOfInitials;
        var folded = isInitials ? _folding.Initials(text) ?? "" : Fold(text);
        var at = folded.IndexOf(_wanted, StringComparison.Ordinal);
        if (at < 0 || (isInitials && (at > 0 || _wanted.Length < 2)))
        {
            return null;
        }

        var score =
            folded == _wanted
                ? (field < FieldOfAliases ? 1_000_000 : 900_000)
                : (
                    at == 0 ? 800_000
                    : at + _wanted.Length == folded.Length ? 700_000
                    : 600_000
                ) + (90_000 * _wanted.Length / folded.Length);
        return new PlainHit(score, field, text, isInitials ? null : at, _wanted.Length);
    }

    private PlainHit? Near(int field, string text)
    {
        if (_wanted.Length < 2 || field == FieldOfInitials)
        {
            return null;
        }

        var size = _wanted.Length <= ShortText ? 1 : 2;
        var parts = Enumerable.Range(0, _wanted.Length - size + 1).Select(at => _wanted.Substring(at, size)).ToList();
        var enough = size == 1 ? parts.Count - 1 : Math.Max((parts.Count + 1) / 2, parts.Count - 4);
        var found = parts.Count(part => Fold(text).Contains(part, StringComparison.Ordinal));
        return found < enough
            ? null
            : new PlainHit(
                (int)(400_000L * found * Math.Min(_wanted.Length, text.Length) / (parts.Count * text.Length)),
                field,
                text,
                null,
                0
            );
    }

    private string Fold(string text) => string.Concat(text.Select(_folding.Fold));
}

/// <summary>Where a search found a node.</summary>
/// <param name="Score">In millionths.</param>
/// <param name="Field">Name, document number, title, alias, initials, quote: 0 to 5.</param>
/// <param name="At">Where the text stands in <paramref name="Text"/>; null where it stands there only nearly, or in the initials.</param>
public sealed record PlainHit(int Score, int Field, string Text, int? At, int Length)
{
    public const int FieldOfQuotes = 5;

    /// <summary>Of what was found in a quote.</summary>
    public PlainQuote? Quote { get; init; }

    public string Property =>
        Field switch
        {
            1 => "documentNumber",
            2 => "title",
            3 => "aliases",
            FieldOfQuotes => "quote",
            _ => "name",
        };
}
