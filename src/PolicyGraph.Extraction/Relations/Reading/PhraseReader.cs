using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>
/// Turns a sentence's mentions into phrases: posts go to their persons, glosses in brackets to the name before them, a place to the body it
/// opens.
/// </summary>
internal static class PhraseReader
{
    private const int LongestGlossIntro = 6;

    public static List<Phrase> Read(string text, IReadOnlyList<Mention> mentions)
    {
        var phrases = new List<Phrase>(mentions.Count);
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Type == EntityType.Person)
            {
                AddPerson(phrases, PostReader.Read(text, mentions, i));
            }
            else if (phrases.Count == 0 || !TryAbsorb(text, phrases, mentions[i]))
            {
                phrases.Add(new() { Head = mentions[i], Span = mentions[i].Span });
            }
        }

        return phrases;
    }

    /// <summary>The bodies of a person's posts have become phrases already; they are the person's now.</summary>
    private static void AddPerson(List<Phrase> phrases, Phrase person)
    {
        while (phrases.Count > 0 && phrases[^1].Span.Start >= person.Span.Start)
        {
            phrases.RemoveAt(phrases.Count - 1);
        }

        phrases.Add(person);
    }

    /// <summary>True for 甲市乙局 and 甲市乙区; two short names side by side are neighbours, and a hall is a site of its own.</summary>
    private static bool IsWithin(string text, Phrase place, Mention mention) =>
        mention.Type switch
        {
            EntityType.Agency or EntityType.Organization or EntityType.Zone => true,
            EntityType.Place => text[place.Span.End - 1] is '省' or '市' or '区'
                && text[mention.Span.End - 1] is '市' or '区' or '县' or '旗' or '镇',
            _ => false,
        };

    private static bool TryAbsorb(string text, List<Phrase> phrases, Mention mention)
    {
        var last = phrases[^1];
        if (
            last.Type == EntityType.Agency
            && mention.Type == EntityType.Agency
            && last.Span.End == mention.Span.Start
            && mention.Name.Length > last.Head.Name.Length
            && mention.Name.StartsWith(last.Head.Name, StringComparison.Ordinal)
        )
        {
            // 甲总局乙省甲局 is one body, though its parent's name stands before its own.
            phrases[^1] = new() { Head = mention, Span = last.Span.Union(mention.Span) };
            return true;
        }

        if (
            (
                last.Type == EntityType.Place && IsWithin(text, last, mention)
                || last.Type == EntityType.Zone && mention.Type == EntityType.Zone
            )
            && last.Span.End == mention.Span.Start
        )
        {
            phrases[^1] = new()
            {
                Head = mention,
                Span = last.Span.Union(mention.Span),
                Around = [.. last.Around, last.Head],
            };
            return true;
        }

        var gap = text.AsSpan(last.Span.End, Math.Max(0, mention.Span.Start - last.Span.End));
        if (
            gap.IsEmpty
            || gap[0] != '（'
            || gap.Length > LongestGlossIntro
            || gap.Contains('）')
            || GlossEnd(text, mention.Span.End) is not (> 0 and var end)
            || last.Type.Family() != mention.Type.Family()
        )
        {
            return false;
        }

        phrases[^1] = new()
        {
            Head = last.Head,
            Span = new(last.Span.Start, end),
            Posts = last.Posts,
            Around = last.Around,
        };
        return true;
    }

    /// <summary>Where the bracket that a second name fills closes (简称“甲院”）; 0 where the name does not fill it.</summary>
    private static int GlossEnd(string text, int end)
    {
        end += end < text.Length && text[end] == '”' ? 1 : 0;
        return end < text.Length && text[end] == '）' ? end + 1 : 0;
    }
}
