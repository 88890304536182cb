using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>What the last words of a title make of it (意见 a policy, 白皮书 a publication, 协议 neither, 日报 a newspaper).</summary>
internal static class TitleKinds
{
    /// <summary>The ends of policies' titles.</summary>
    public static readonly Terms Policies = Terms.Load("title-kinds.tsv", "policy");

    private static readonly Terms Kinds = Terms.Load("title-kinds.tsv");
    private static readonly Terms Known = Terms.Load("known-titles.tsv");

    /// <summary>
    /// The kind at the end of a title, brackets after it (（试行）, （2021年）) passed over; titles that tell nothing by their end are
    /// listed.
    /// </summary>
    public static TitleKind Of(ReadOnlySpan<char> title)
    {
        if (Known.At(title, 0) is { Found: true } known && known.Length == title.Length)
        {
            return known.Is("policy") ? new("规划", known.Class) : new(title.ToString(), "press");
        }

        var end = WithoutBrackets(title);
        var term = Kinds.Before(title, end);
        return term.Found ? new(title.Slice(end - term.Length, term.Length).ToString(), term.Class) : default;
    }

    /// <summary>
    /// True where the whole is but a kind, so that only another title tells which paper is meant: 《意见》, 《实施方案》.
    /// </summary>
    public static bool IsBare(ReadOnlySpan<char> title)
    {
        var term = Kinds.Before(title, title.Length);
        return term.Found && (term.Length == title.Length || (title.Length <= 4 && Kinds.Contains(title[..^term.Length])));
    }

    /// <summary>Where a title ends without the brackets and the year that close it.</summary>
    public static int WithoutBrackets(ReadOnlySpan<char> title)
    {
        var end = title.Length;
        while (end > 0 && title[end - 1] == '）' && title[..end].LastIndexOf('（') is var open and > 0)
        {
            end = open;
        }

        var year = end > 4 && title[end - 1] == '年' ? end - 5 : end - 4;
        return year > 2 && Editions.IsYear(title[year..]) ? year : end;
    }
}

/// <summary>A title's kind.</summary>
/// <param name="Word">As in the table, for instance 实施意见; null where the title has none.</param>
/// <param name="Class"><c>policy</c>, <c>publication</c>, <c>press</c> or <c>none</c>.</param>
internal readonly record struct TitleKind(string? Word, string? Class)
{
    public bool IsPolicy => Class is "policy";

    /// <summary>
    /// The entity type, or null where a paper of the kind is no entity of the graph (an agreement, a newspaper). A title without a kind is
    /// a book or an article.
    /// </summary>
    public EntityType? Type =>
        Class switch
        {
            "policy" => EntityType.Policy,
            "publication" or null => EntityType.Publication,
            _ => null,
        };

    /// <summary>The word for the graph: a law is written 法律 there.</summary>
    public string? Label =>
        Word switch
        {
            "法" or "法典" => "法律",
            _ => Word,
        };
}
