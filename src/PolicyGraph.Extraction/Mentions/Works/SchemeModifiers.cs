using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Whether the words before 工程, 计划 and the like tell one scheme from others: enough of them, and neither general ones (重点) nor a
/// count.
/// </summary>
internal static class SchemeModifiers
{
    /// <summary>The fewest characters of a modifier that names a scheme.</summary>
    public const int Shortest = 3;

    private static readonly Terms Generic = Terms.Load("generic-schemes.tsv", "generic");
    private static readonly Terms Constructions = Terms.Load("generic-schemes.tsv", "construction");

    /// <param name="kind">The class of the suffix; before that of a system, or in quotation marks, one character less is enough.</param>
    public static bool Suffice(ReadOnlySpan<char> modifier, string kind, bool quoted)
    {
        var own = Editions.Without(modifier);
        return own.Length >= Shortest - (kind is "system" || quoted ? 1 : 0)
            && !Generic.Contains(own)
            && (quoted || !SchemeCounts.Begins(own) && !(kind is "scheme" && IsBuilt(own)));
    }

    /// <summary>甲水电工程, 乙水道二期工程: what is built, which carries nothing out.</summary>
    private static bool IsBuilt(ReadOnlySpan<char> own) =>
        own[^1] == '期' && "一二三四五六七八九".Contains(own[^2], StringComparison.Ordinal) || Constructions.Before(own, own.Length).Found;

    /// <summary>True where the words are general ones or count what follows.</summary>
    public static bool AreGeneral(ReadOnlySpan<char> own) => Generic.Contains(own) || SchemeCounts.Begins(own);
}
