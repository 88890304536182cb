using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Mentions.Roles;

namespace PolicyGraph.Extraction.Linking;

/// <summary>A firm's legal name (Company Law: place, own word, trade, legal form) and what papers leave of it.</summary>
internal static class LegalNames
{
    private const int MinStem = 4;

    private static readonly string[] Forms =
    [
        "集团股份有限公司",
        "集团有限责任公司",
        "集团有限公司",
        "股份有限公司",
        "有限责任公司",
        "控股有限公司",
        "有限公司",
        "集团公司",
    ];

    /// <summary>
    /// True where the whole is one name, and no part of it names another body: 远山云 is no parent of 远山云计算有限公司.
    /// </summary>
    public static bool IsLegal(string name) =>
        name.EndsWith("有限公司", StringComparison.Ordinal)
        || name.EndsWith("责任公司", StringComparison.Ordinal)
        || name.EndsWith("股份公司", StringComparison.Ordinal)
        || name.EndsWith("集团", StringComparison.Ordinal)
        || name.EndsWith("集团公司", StringComparison.Ordinal);

    /// <summary>甲甲集团 in 甲甲集团某省有限公司: the group that a firm of a place belongs to.</summary>
    public static bool IsGroupOf(string group, string firm) =>
        group.EndsWith("集团", StringComparison.Ordinal)
        && firm.Length > group.Length
        && firm.StartsWith(group, StringComparison.Ordinal)
        && FormOf(firm) is { } form
        && firm.Length - form.Length > group.Length
        && Lexicon.Default.Find(firm.AsSpan(group.Length, firm.Length - form.Length - group.Length))?.First<PlaceEntry>()
            is { IsDivision: true };

    /// <summary>False for a name that none of the legal forms ends: most are told by their last character.</summary>
    public static bool MayBeLegal(ReadOnlySpan<char> name) => name.EndsWith("公司") || name.EndsWith("集团");

    /// <summary>
    /// The shorter names that may stand for a legal one: without its form, without its place, with both gone, and without the branch's
    /// place in brackets. None is shorter than four characters, since two or three are too often a plain word. Empty for a name without a
    /// legal form.
    /// </summary>
    public static IEnumerable<string> Stems(string name)
    {
        var form = FormOf(name);
        if (form is null)
        {
            yield break;
        }

        var group = form.StartsWith("集团", StringComparison.Ordinal) ? "集团" : "";
        var body = name[..^form.Length];
        var own = body[PlaceLength(body)..];
        foreach (var stem in new[] { body + group, own + group, WithoutTrade(body), WithoutTrade(own), WithoutBranch(body) })
        {
            if (
                stem.Length >= MinStem
                && stem.Length < name.Length
                && !stem.Contains('（', StringComparison.Ordinal)
                && !ZoneEnds.IsAtEnd(stem)
                && Lexicon.Default.Find(stem) is null
            )
            {
                yield return stem;
            }
        }
    }

    // 甲甲科技 for 甲甲科技（某地）有限公司
    private static string WithoutBranch(string body) =>
        body.EndsWith('）') && body.IndexOf('（', StringComparison.Ordinal) is var open and > 0 ? body[..open] : "";

    /// <summary>
    /// The firm that the gazetteer knows by a legal name without its form, or a group's without form and place; null where it knows none.
    /// </summary>
    public static OrganizationEntry? Known(string name)
    {
        var form = FormOf(name);
        if (form is null && (name.EndsWith("公司", StringComparison.Ordinal) || name.EndsWith("集团", StringComparison.Ordinal)))
        {
            // 甲甲公司, where 甲甲 is a known firm
            return
                Lexicon.Default.Find(name.AsSpan(0, name.Length - 2)) is { Kinds: EntryKinds.Organization } firm
                && firm.First<OrganizationEntry>() is { Category: "company" } bare
                ? bare
                : null;
        }

        if (form is null || Lexicon.Default.Find(name) is not null)
        {
            return null;
        }

        var group = form.StartsWith("集团", StringComparison.Ordinal) ? "集团" : "";
        var body = name[..^form.Length];

        // 某省甲集团 is the group itself; 某省甲甲科技 may be a daughter of 甲甲科技.
        return KnownStem(body + group)
            ?? (form.EndsWith("股份有限公司", StringComparison.Ordinal) ? KnownListed(body) : null)
            ?? (group.Length > 0 ? KnownStem(body[PlaceLength(body)..] + group) : null);
    }

    // 西州甲甲科技股份有限公司 and 甲甲科技产业股份有限公司: a company by shares is the firm itself, its place and its general words left
    // out.
    private static OrganizationEntry? KnownListed(string body)
    {
        var own = body[PlaceLength(body)..];
        foreach (var word in (ReadOnlySpan<string>)["", "产业", "科技", "技术", "实业", "股份", "控股"])
        {
            if (own.EndsWith(word, StringComparison.Ordinal) && KnownStem(own[..^word.Length]) is { } known)
            {
                return known;
            }
        }

        return null;
    }

    private static OrganizationEntry? KnownStem(string stem) =>
        stem.Length >= MinStem && Lexicon.Default.Find(stem) is { Kinds: EntryKinds.Organization } form
            ? form.First<OrganizationEntry>()
            : null;

    private static string? FormOf(string name)
    {
        foreach (var form in Forms)
        {
            if (name.EndsWith(form, StringComparison.Ordinal))
            {
                return form;
            }
        }

        return null;
    }

    private static int PlaceLength(ReadOnlySpan<char> body)
    {
        for (var length = Math.Min(body.Length - 2, 6); length > 1; length--)
        {
            if (Lexicon.Default.Find(body[..length])?.First<PlaceEntry>() is { IsDivision: true })
            {
                return length;
            }
        }

        return 0;
    }

    // 某地甲甲 for 某地甲甲软件股份有限公司: the trade goes too.
    private static string WithoutTrade(string body)
    {
        for (var length = 2; length <= 4 && body.Length - length >= MinStem; length++)
        {
            var word = Lexicon.Default.Find(body.AsSpan(body.Length - length));
            if (word is not null && word.Is(WordClasses.CompanyField))
            {
                return body[..^length];
            }
        }

        return "";
    }
}
