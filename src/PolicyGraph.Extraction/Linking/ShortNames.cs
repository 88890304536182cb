using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.Bodies;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Linking;

/// <summary>
/// Finds again, by their short names, the agencies, zones and organizations that the paper has named in full: those it defines
/// (以下简称“X”, X（Y）), and what is left of a firm's legal name without its place and legal form (甲甲集团 for 某省甲甲集团有限公司). A
/// short name of two bodies is none.
/// </summary>
public sealed class ShortNames : IStage
{
    private const int ShortestTold = 4;
    private const int LongestBracket = 24;

    public void Run(Paper paper)
    {
        JoinBrackets(paper);
        JoinKnown(paper);
        PlacedNames.Join(paper);
        JoinAbbreviated(paper);
        ZoneNames.Join(paper);
        var owners = new Dictionary<string, Mention?>(StringComparer.Ordinal);
        foreach (
            var mention in paper.Mentions.Where(m =>
                m.Type is EntityType.Agency or EntityType.Zone or EntityType.Organization && m.Form == MentionForm.Name
            )
        )
        {
            foreach (var name in MayBeShort(paper.Text, mention) ? Of(paper, mention) : [])
            {
                // What a firm's legal name leaves is that firm's, wherever else a list has told the same words.
                var isTaken = owners.TryGetValue(name, out var other);
                owners[name] =
                    isTaken && other is not null && IsToldOnce(mention) ? other
                    : isTaken && other?.Name != mention.Name && !(other is not null && IsToldOnce(other)) ? null
                    : mention;
            }
        }

        if (owners.Values.Any(owner => owner is not null))
        {
            Apply(paper, owners);
        }
    }

    // 某省计量院（国家某某检测中心）, 甲新区（乙高新区）: a body's second name in brackets, no body of its own; a zone goes by either.
    private static void JoinBrackets(Paper paper)
    {
        Mention? name = null;
        var zones = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var second in paper.Mentions)
        {
            if (second.Inside)
            {
                continue;
            }

            if (
                name is { Type: EntityType.Organization or EntityType.Zone }
                && second.Type == name.Type
                && second.Span.Start == name.Span.End + 1
                && paper.Text[name.Span.End] == '（'
                && second.Span.End < paper.Text.Length
                && paper.Text[second.Span.End] == '）'
            )
            {
                if (second.Type == EntityType.Zone && second.Name != name.Name)
                {
                    zones[second.Name] = name.Name;
                }

                second.Name = name.Name;
            }

            name = second;
        }

        foreach (var zone in zones.Count == 0 ? [] : paper.Mentions.Where(m => m.Type == EntityType.Zone))
        {
            zone.Name = zones.GetValueOrDefault(zone.Name) ?? zone.Name;
        }
    }

    // A legal name whose short form the gazetteer knows is that firm's: 启云控股股份有限公司, where 启云控股 is known.
    private static void JoinKnown(Paper paper)
    {
        foreach (var mention in paper.Mentions.Where(m => m.Type == EntityType.Organization && m.Form == MentionForm.Name))
        {
            if (LegalNames.MayBeLegal(paper.Text.AsSpan(0, mention.Span.End)) && LegalNames.Known(mention.Span.Of(paper.Text)) is { } known)
            {
                mention.Name = known.Name;
            }
        }
    }

    // 新桥大宗 before a title is 新桥西州大宗商品交易中心, which the paper has named: it begins alike and takes its characters from the
    // name in their order.
    private static void JoinAbbreviated(Paper paper)
    {
        var told = paper.Mentions.FindAll(m => m.Type == EntityType.Organization && IsToldOnce(m));
        if (told.Count == 0)
        {
            return;
        }

        var names = paper
            .Mentions.Where(m =>
                m is { Type: EntityType.Organization, Form: MentionForm.Name } && !IsToldOnce(m) && m.Name.Length >= 2 * ShortestTold
            )
            .Select(m => m.Name)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var mention in told)
        {
            var owners = names.FindAll(name =>
                name.AsSpan(0, 2).SequenceEqual(mention.Name.AsSpan(0, 2)) && IsTakenFrom(name, mention.Name)
            );
            mention.Name = owners.Count == 1 ? owners[0] : mention.Name;
        }
    }

    /// <summary>False for a name without a bracket behind it and without a legal form, which most are.</summary>
    private static bool MayBeShort(string text, Mention mention) =>
        mention.Span.End < text.Length && text[mention.Span.End] == '（'
        || mention.Type == EntityType.Organization && (IsToldOnce(mention) || LegalNames.MayBeLegal(text.AsSpan(0, mention.Span.End)));

    /// <summary>A firm without a last word that tells it, which a title, a list or a sentence has told in one place.</summary>
    private static bool IsToldOnce(Mention mention) =>
        mention.Span.Length >= ShortestTold
        && mention.Rule
            is CompanyListFinder.Rule
                or CompanyTitleFinder.Rule
                or QuotedFirmFinder.Rule
                or BracketedFirmFinder.Rule
                or ActingFirmFinder.Rule;

    private static IEnumerable<string> Of(Paper paper, Mention mention)
    {
        if (IsToldOnce(mention))
        {
            yield return mention.Span.Of(paper.Text);
        }

        if ((Definitions.After(paper.Text, mention.Span.End) ?? BehindBracket(paper.Text, mention.Span.End)) is { } defined)
        {
            yield return defined.Of(paper.Text);
        }
        else if (Bracketed(paper.Text, mention) is { } abbreviation)
        {
            yield return abbreviation;
        }

        if (mention.Type == EntityType.Organization && LegalNames.MayBeLegal(paper.Text.AsSpan(0, mention.Span.End)))
        {
            foreach (var stem in LegalNames.Stems(mention.Span.Of(paper.Text)))
            {
                yield return stem;
            }
        }
    }

    // 甲大学（乙科学院）（以下简称“甲大”): the second name stands before the short one.
    private static TextSpan? BehindBracket(string text, int open) =>
        open < text.Length
        && text[open] == '（'
        && text.IndexOf('）', open, Math.Min(LongestBracket, text.Length - open)) is > 0 and var close
        && close + 1 < text.Length
        && text[close + 1] == '（'
            ? Definitions.After(text, close + 1)
            : null;

    // An abbreviation takes its characters from the name, in their order: 中国远望研究院（远望院), not 某公司（北京）. In marks it is a
    // name of its own: 甲园（“双创园”）.
    private static string? Bracketed(string text, Mention mention)
    {
        const int MaxLength = 10;
        var open = mention.Span.End;
        if (open >= text.Length || text[open] != '（')
        {
            return null;
        }

        var close = text.IndexOf('）', open, Math.Min(MaxLength + 2, text.Length - open));
        var inside = close < 0 ? "" : text[(open + 1)..close];
        if (inside is ['“', .. var quoted, '”'])
        {
            return quoted.Length > 1 ? quoted : null;
        }

        return
            inside.Length > 2
            && inside.Length < mention.Span.Length
            && IsTakenFrom(mention.Span.Of(text), inside)
            && Lexicon.Default.Find(inside)?.First<PlaceEntry>() is null
            ? inside
            : null;
    }

    private static bool IsTakenFrom(string name, string abbreviation)
    {
        var at = 0;
        foreach (var c in name)
        {
            if (at < abbreviation.Length && c == abbreviation[at])
            {
                at++;
            }
        }

        return at == abbreviation.Length;
    }

    private static void Apply(Paper paper, Dictionary<string, Mention?> owners)
    {
        var names = new NameSearch(owners.Where(o => o.Value is not null).Select(o => o.Key));
        var text = paper.Text.AsSpan();
        var owned = owners.GetAlternateLookup<ReadOnlySpan<char>>();
        var covered = Covered(paper);
        var added = new List<Mention>();
        for (var at = names.NextStart(text, 0); at < text.Length; at = names.NextStart(text, at))
        {
            var end = at;
            for (var length = names.LengthAt(text, at); length > 0 && end == at; length = names.LengthAt(text, at, length))
            {
                end = at + (TryName(paper, owned[text.Slice(at, length)]!, new(at, at + length), covered, added) ? length : 0);
            }

            at = Math.Max(end, at + 1);
        }

        if (added.Count > 0)
        {
            paper.Mentions = [.. paper.Mentions.Concat(added).OrderBy(m => m.Span.Start).ThenByDescending(m => m.Span.End)];
        }
    }

    /// <summary>
    /// Gives a mention of the short name its owner's name; true where the mention is new, so that nothing else is looked for in it.
    /// </summary>
    private static bool TryName(Paper paper, Mention owner, TextSpan span, PositionSet covered, List<Mention> added)
    {
        if (covered.Contains(span.Start) && Known(paper, span, owner.Type) is { } known)
        {
            known.Name = owner.Name;
            return false;
        }

        var isFree =
            (span.Start >= owner.Span.End || IsToldOnce(owner) && span.Length == owner.Span.Length)
            && !covered.Contains(span.Start)
            && !covered.Contains(span.End - 1);
        if (isFree)
        {
            added.Add(Short(owner, span));
        }

        return isFree;
    }

    /// <summary>The outermost mention of a type that fills a span; null where none does.</summary>
    private static Mention? Known(Paper paper, TextSpan span, EntityType type)
    {
        var mentions = paper.Mentions;
        for (var i = paper.FirstMention(span.Start); i < mentions.Count && mentions[i].Span.Start == span.Start; i++)
        {
            if (mentions[i] is { Inside: false } mention && mention.Span == span && mention.Type == type)
            {
                return mention;
            }
        }

        return null;
    }

    private static PositionSet Covered(Paper paper)
    {
        var covered = new PositionSet(paper.Text.Length);
        foreach (var mention in paper.Mentions.Where(m => !m.Inside))
        {
            covered.Add(mention.Span);
        }

        return covered;
    }

    private static Mention Short(Mention owner, TextSpan span) =>
        new()
        {
            Span = span,
            Type = owner.Type,
            Name = owner.Name,
            Rule = "body.short-name",
            Confidence = 0.85,
            Form = MentionForm.Short,
        };
}
