using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>Schemes of a list that share their last word: 实施甲还林、乙治理、丙保护等工程 names a 工程 for each member.</summary>
internal static class SharedHeads
{
    private const int ShortestName = 4;
    private const int LongestName = 16;
    private const int MostMembers = 20;
    private const int LeastMembers = 3;

    private static readonly string[] Heads = ["工程", "行动", "专项行动"];

    private static readonly string[] Attributes = ["重大", "重点", "生态", "惠民", "民生", "专项"];

    public static void Find(Paper paper)
    {
        var text = paper.Text.AsSpan();
        for (var at = text.IndexOf('等'); at >= 0; at = text[(at + 1)..].IndexOf('等') is var next and >= 0 ? at + 1 + next : -1)
        {
            if (
                Head(text[(at + 1)..]) is { } head
                && Members(text, at) is { Count: >= LeastMembers } members
                && Verbs.Before(text, members[^1].Start) is "act"
            )
            {
                foreach (var member in members)
                {
                    var name = paper.Source.Surface(member) + head;
                    paper.Mentions.Add(
                        new Mention
                        {
                            Span = member,
                            Type = EntityType.Policy,
                            Name = name,
                            Rule = "work.shared-head",
                            Confidence = 0.75,
                            Form = MentionForm.Short,
                        }
                    );
                }
            }
        }
    }

    private static string? Head(ReadOnlySpan<char> rest)
    {
        foreach (var attribute in Attributes)
        {
            rest = rest.StartsWith(attribute) ? rest[attribute.Length..] : rest;
        }

        foreach (var head in Heads)
        {
            if (rest.StartsWith(head) && (rest.Length == head.Length || rest[head.Length] is '，' or '。' or '；' or '、'))
            {
                return head;
            }
        }

        return null;
    }

    /// <summary>The members of the list that ends at a position, the last first; none where one of them is no name.</summary>
    private static List<TextSpan> Members(ReadOnlySpan<char> text, int end)
    {
        var members = new List<TextSpan>();
        while (members.Count < MostMembers)
        {
            var start = end;
            while (
                start > 0
                && end - start <= LongestName
                && Bodies.NameStart.IsNameCharacter(text[start - 1])
                && Verbs.Before(text, start) is not "act"
            )
            {
                start--;
            }

            if (end - start is < ShortestName or > LongestName)
            {
                return [];
            }

            members.Add(new(start, end));
            if (start == 0 || text[start - 1] != '、')
            {
                return members;
            }

            end = start - 1;
        }

        return members;
    }
}
