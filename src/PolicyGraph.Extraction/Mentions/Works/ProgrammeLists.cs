using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// The parts of an event that a list names (大会主要包括甲委员会会议、乙会议以及丙研讨会): members that all end in words for gatherings are
/// events, though each word alone would name none.
/// </summary>
internal static class ProgrammeLists
{
    private const int Fewest = 3;
    private const int Shortest = 5;
    private const int Longest = 26;

    private static readonly string[] Openers = ["主要包括", "包括", "设置了", "设有", "分设", "设立了", "举办了"];

    private static readonly string[] Links = ["、", "以及", "和", "与", "及"];

    public static void Find(Paper paper, WorkScan scan)
    {
        var text = paper.Text.AsSpan();
        var ends = scan.Events.Select(hit => hit.End).Distinct().Order().ToList();
        for (var i = 0; i < ends.Count; )
        {
            var first = FirstStart(text, ends[i]);
            var members = first < 0 || Link(text, ends[i]) == 0 ? [] : Members(text, first, ends, i);
            if (members.Count >= Fewest)
            {
                Add(paper, members);
            }

            i += Math.Max(1, members.Count);
        }
    }

    /// <summary>
    /// Where a member begins that ends at a position, right behind a word that opens the list; -1 where none stands near.
    /// </summary>
    private static int FirstStart(ReadOnlySpan<char> text, int end)
    {
        var from = Math.Max(0, end - Longest);
        foreach (var opener in Openers)
        {
            var at = text[from..end].LastIndexOf(opener);
            var start = from + at + opener.Length;
            if (at >= 0 && text[start..end].IndexOfAny("，。；：、".AsSpan()) < 0)
            {
                return start;
            }
        }

        return -1;
    }

    private static List<TextSpan> Members(ReadOnlySpan<char> text, int start, List<int> ends, int index)
    {
        var members = new List<TextSpan> { new(start, ends[index]) };
        for (var i = index + 1; i < ends.Count; i++)
        {
            var link = Link(text, members[^1].End);
            var next = members[^1].End + link;
            if (link == 0 || ends[i] - next > Longest || text[next..Math.Max(next, ends[i])].IndexOfAny("，。；：、".AsSpan()) >= 0)
            {
                break;
            }

            if (
                ends[i] - next >= Shortest
                && (Link(text, ends[i]) > 0 || ends[i] == text.Length || text[ends[i]] is '，' or '。' or '；' or '等')
            )
            {
                members.Add(new(next, ends[i]));
            }
        }

        return members;
    }

    private static int Link(ReadOnlySpan<char> text, int end)
    {
        foreach (var link in Links)
        {
            if (text[end..].StartsWith(link))
            {
                return link.Length;
            }
        }

        return 0;
    }

    private static void Add(Paper paper, List<TextSpan> members)
    {
        foreach (var member in members)
        {
            var suffix = EventEnds.Suffixes.Before(paper.Text, member.End);
            var own = Editions.Without(paper.Text.AsSpan(member.Start, Math.Max(0, member.Length - suffix.Length)));
            if (
                own.Length >= EventModifiers.Shortest
                && !EventModifiers.AreGeneral(own)
                && !EventModifiers.IsCount(own)
                && !paper.Mentions.Exists(m => m.Type == EntityType.Event && m.Span == member)
            )
            {
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = member,
                        Type = EntityType.Event,
                        Name = paper.Source.Surface(member),
                        Rule = "event.programme",
                        Confidence = 0.75,
                    }
                );
            }
        }
    }
}
