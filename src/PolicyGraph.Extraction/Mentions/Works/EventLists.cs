using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Events whose names no suffix tells, by the list that they stand in: 成功举办甲洽会、乙中国行、丙论坛等重大活动. What is held in a list
/// that 等 and a word for gatherings close is an event, each member of it, once one is known to be.
/// </summary>
internal static class EventLists
{
    private const int LongestMember = 26;
    private const int ShortestMember = 3;
    private const int MostMembers = 40;
    private const int LongestClass = 12;

    private static readonly string[] Classes = ["活动", "展会", "会议", "赛事", "盛会", "论坛", "展览", "大赛", "会展"];

    public static void Find(Paper paper)
    {
        var text = paper.Text.AsSpan();
        PositionSet? taken = null;
        for (var at = text.IndexOf('等'); at >= 0; )
        {
            if (ClosesGatherings(text[(at + 1)..]) && Members(text, at) is { Count: > 1 } members)
            {
                taken ??= paper.Ends(static m => m.Type == EntityType.Event);
                foreach (
                    var member in members.Exists(m =>
                        taken.Contains(m.End)
                        || WorkScan.EventSuffixes.TryBefore(paper.Text, m.End, out var length, out var kind)
                            && kind is "strong" or "short"
                            && m.Length > length
                    )
                        ? members.Where(m => taken.TryAdd(m.End))
                        : []
                )
                {
                    paper.Mentions.Add(
                        new Mention
                        {
                            Span = member,
                            Type = EntityType.Event,
                            Name = paper.Source.Surface(member),
                            Rule = "event.list",
                            Confidence = 0.75,
                        }
                    );
                }
            }

            var next = text[(at + 1)..].IndexOf('等');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    /// <summary>等重大活动, 等20余场国际性会议.</summary>
    private static bool ClosesGatherings(ReadOnlySpan<char> rest)
    {
        rest = rest[..Math.Min(LongestClass, rest.Length)];
        var stop = rest.IndexOfAny("，。；、：（的".AsSpan());
        rest = stop < 0 ? rest : rest[..stop];
        foreach (var word in Classes)
        {
            if (rest.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The members before <paramref name="end"/>, if a verb of holding stands before the first; none otherwise.</summary>
    private static List<TextSpan> Members(ReadOnlySpan<char> text, int end)
    {
        var members = new List<TextSpan>();
        while (members.Count < MostMembers)
        {
            var from = Math.Max(0, end - LongestMember);
            var mark = from + text[from..end].LastIndexOfAny("、，。；：".AsSpan());
            if (mark >= from && text[mark] == '、')
            {
                Add(text, members, new(mark + 1, end));
                end = mark;
                continue;
            }

            var first = HeldAt(text, Math.Max(from, mark + 1), end);
            if (first > 0)
            {
                Add(text, members, new(first, end));
            }

            return first > 0 ? members : [];
        }

        return [];
    }

    private static void Add(ReadOnlySpan<char> text, List<TextSpan> members, TextSpan member)
    {
        member = new(member.Start + Editions.CountAt(text, member.Start), member.End);
        var suffix = EventEnds.Suffixes.Before(text, member.End);
        var isGeneral =
            suffix.Found && (suffix.Length >= member.Length || EventModifiers.AreGeneral(text[member.Start..(member.End - suffix.Length)]));
        if (!isGeneral && member.Length >= ShortestMember && text[member.Start] != '《')
        {
            members.Add(member);
        }
    }

    /// <summary>
    /// Where the first member begins, behind the verb; 0 where no verb of holding stands between the clause's start and its end.
    /// </summary>
    private static int HeldAt(ReadOnlySpan<char> text, int start, int end)
    {
        for (var at = end - ShortestMember; at > start; at--)
        {
            if (Verbs.Before(text[..at], at) is "hold" or "attend")
            {
                return at;
            }
        }

        return 0;
    }
}
