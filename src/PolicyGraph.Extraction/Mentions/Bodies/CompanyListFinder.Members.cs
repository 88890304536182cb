using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>What may be a member of such a list.</summary>
internal sealed partial class CompanyListFinder
{
    private static bool IsTrade(Paper paper, TextSpan member)
    {
        foreach (var hit in paper.Forms.EndingAt(member.End))
        {
            if (
                hit.Start >= member.Start
                && (
                    hit.Form.Is(WordClasses.Modifier | WordClasses.Adjective | WordClasses.Party | WordClasses.CompanyClass)
                    || (hit.Start == member.Start && hit.Form.Is(WordClasses.CompanyField))
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a known firm, and for a run that ends in a trade behind a word of its own.</summary>
    internal static bool IsFirm(Paper paper, TextSpan member)
    {
        if (paper.Forms.TryLongest(member.Start, EntryKinds.Organization, out var known) && known.End == member.End)
        {
            return true;
        }

        return EndsInTrade(paper, member) && !NameParts.Read(paper, member.Start, member.End).IsClass;
    }

    /// <summary>True where the last word is a trade and a word of its own stands before it: 涂鸦智能, not 人工智能.</summary>
    internal static bool EndsInTrade(Paper paper, TextSpan member)
    {
        foreach (var hit in paper.Forms.EndingAt(member.End))
        {
            if (hit.Form.Is(WordClasses.CompanyField) && hit.Start - member.Start >= MinName)
            {
                return true;
            }
        }

        return false;
    }

    // 甲甲半导体, where 甲甲 is a firm that the gazetteers know.
    private static bool IsFirmAndTrade(Paper paper, TextSpan member) =>
        paper.Forms.TryLongest(member.Start, EntryKinds.Organization, out var known)
        && known.End < member.End
        && EndsInTrade(paper, new(member.Start, member.End))
        && NameParts.Read(paper, known.End, member.End).Anchor == NameAnchor.None;

    /// <summary>甲信建设, whose last word is a field, where 甲信 is a known firm.</summary>
    internal static bool IsFirmOfField(Paper paper, TextSpan name) =>
        paper.Forms.TryLongest(name.Start, EntryKinds.Organization, out var known)
        && known.Form.First<OrganizationEntry>() is { Category: "company" or "finance" }
        && paper.Forms.TryLongest(known.End, EntryKinds.Word, out var field)
        && field.End == name.End
        && field.Form.Is(WordClasses.CompanyField | WordClasses.Modifier | WordClasses.ZoneBoundary);

    // 某基亚贝尔: a known firm and a word of its own are the name of another.
    private static bool IsLongerFirm(Paper paper, TextSpan member) =>
        paper.Forms.TryLongest(member.Start, EntryKinds.Organization, out var known)
        && member.End - known.End is MinName or 3
        && known.Length >= MinName
        && NameParts.Read(paper, known.End, member.End) is { IsClass: false, Anchor: NameAnchor.None };

    // 甲建市政 in a list of three firms or more: what a known firm has for a field.
    private static bool IsSubsidiary(Paper paper, List<TextSpan> members, TextSpan member) =>
        members.Count >= MinSettled
        && paper.Forms.TryLongest(member.Start, EntryKinds.Organization, out var known)
        && known.Form.First<OrganizationEntry>() is { Category: "company" or "finance" }
        && member.End - known.End is >= MinName and <= MaxOwn
        && !paper.Forms.TryLongest(known.End, EntryKinds.Place, out _);

    // 林某任甲证券: a known firm ends the run, and what stands before it is the sentence's.
    private static bool EndsInKnown(Paper paper, TextSpan member) =>
        paper.Forms.TryLongestBefore(member.End, EntryKinds.Organization, out var known) && known.Start > member.Start;

    // 中铁置业, where 中铁 begins the names of many firms.
    private static bool IsOfGroup(Paper paper, List<TextSpan> members, TextSpan member) =>
        IsSubsidiary(paper, members, member) || NameParts.Read(paper, member.Start, member.End).Anchor == NameAnchor.Prefix;

    // 某国甲甲、某国乙乙 among firms: a country and a word of its own.
    private static bool IsOfCountry(Paper paper, TextSpan member) =>
        paper.Forms.TryLongest(member.Start, EntryKinds.Place, out var place)
        && member.End - place.End is >= MinName and <= MaxOwn
        && place.Form.First<PlaceEntry>() is { Level: "country", Id: not "CHN" };

    // 某滨轮胎, 西州海沧科技: a place, a word of its own and a trade.
    private static bool IsPlaceAndTrade(Paper paper, TextSpan member)
    {
        if (
            !paper.Forms.TryLongest(member.Start, EntryKinds.Place | EntryKinds.Zone, out var place)
            || place.End >= member.End
            || !EndsInTrade(paper, member)
        )
        {
            return false;
        }

        return place.Form.First<PlaceEntry>() is { Level: "city" }
            || !NameParts.IsTrade(paper, place.End, member.End) && EndsInTrade(paper, new(place.End, member.End));
    }
}
