using System.Buffers;
using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Organizations by the company that they keep: a word that no table has between the marks of a list whose other members are organizations,
/// more of them than there are such words (甲科技、远麓、乙集团等). A list of places, persons or trades has no two members that are known
/// as organizations.
/// </summary>
internal sealed class SiblingFirmFinder : IBodyFinder
{
    private const int MinKnown = 2;
    private const int MinName = 2;
    private const int MaxName = 6;
    private const int MaxMember = 24;

    private static readonly string[] Things = ["项目", "产品", "领域", "行业", "产业", "材料", "技术", "业务", "品类", "商品"];

    private static readonly SearchValues<char> Marks = SearchValues.Create("、，。；：！？“”《》（）,;:()");

    private static readonly SearchValues<char> Ends = SearchValues.Create("等，。；和及与（,;(");

    public void Find(Paper paper, Surroundings surroundings)
    {
        var text = paper.Text;
        var (starts, ends, taken) = (new PositionSet(text.Length), new PositionSet(text.Length), new PositionSet(text.Length));
        foreach (var mention in paper.Mentions)
        {
            taken.Add(mention.Span);
            if (mention.Type == EntityType.Organization)
            {
                starts.Add(mention.Span.Start);
                ends.Add(mention.Span.End);
            }
        }

        Dictionary<int, int>? organizations = null;
        var members = new List<TextSpan>();
        for (var mark = text.IndexOf('、', StringComparison.Ordinal); mark >= 0; )
        {
            var last = ReadMembers(text, mark, members);
            var first = ends.Contains(mark) ? 1 : 0;

            // Hardly any list has members that begin as organizations do: which of them end so too is asked of no other.
            if (first + members.Count(m => starts.Contains(m.Start)) >= MinKnown)
            {
                organizations ??= Organizations(paper);
                var known = first + members.Count(m => organizations.TryGetValue(m.Start, out var end) && end == m.End);
                var own = members.FindAll(m => !taken.Contains(m.Start) && !taken.Contains(m.End - 1));
                if (known >= MinKnown && own.Count < known && !IsOfThings(text, last, members))
                {
                    paper.Mentions.AddRange(
                        own.Where(m => IsName(paper, m))
                            .Select(m => new Mention
                            {
                                Span = m,
                                Type = EntityType.Organization,
                                Name = m.Of(text),
                                Rule = "organization.sibling",
                                Confidence = 0.7,
                            })
                    );
                }
            }

            mark = text.IndexOf('、', last + 1);
        }
    }

    /// <summary>By where they begin, where the longest there ends; those that this finder adds are none of them.</summary>
    private static Dictionary<int, int> Organizations(Paper paper)
    {
        var ends = new Dictionary<int, int>();
        foreach (var mention in paper.Mentions)
        {
            if (mention.Type == EntityType.Organization)
            {
                ends[mention.Span.Start] = Math.Max(ends.GetValueOrDefault(mention.Span.Start), mention.Span.End);
            }
        }

        return ends;
    }

    /// <summary>新签约甲制药、润滑油、乙鞋材等项目: a list that is summed up as one of things holds goods beside firms.</summary>
    private static bool IsOfThings(string text, int last, List<TextSpan> members)
    {
        var end = Math.Max(last, members.Count > 0 ? members[^1].End : last);
        return text.AsSpan(end).StartsWith("等") && text.AsSpan(end + 1).StartsWithAny(Things);
    }

    /// <summary>
    /// What stands behind each mark of the list that begins with one, up to the next mark or to the word that ends a list; returns the
    /// list's last mark.
    /// </summary>
    private static int ReadMembers(string text, int mark, List<TextSpan> members)
    {
        members.Clear();
        for (var last = mark; ; )
        {
            var rest = text.AsSpan(last + 1, Math.Min(MaxMember, text.Length - last - 1));
            var length = rest.IndexOfAny(Marks);
            if (length >= 0 && rest[length] == '、' && !rest[..length].Contains('等'))
            {
                members.Add(new(last + 1, last + 1 + length));
                last += length + 1;
                continue;
            }

            length = rest.IndexOfAny(Ends);
            if (length > 0)
            {
                members.Add(new(last + 1, last + 1 + length));
            }

            return last;
        }
    }

    private static bool IsName(Paper paper, TextSpan member)
    {
        var words = member.Of(paper.Text);
        return member.Length is >= MinName and <= MaxName
            && words.All(NameStart.IsNameCharacter)
            && !words.Any(char.IsAsciiDigit)
            && !words.All(char.IsAscii)
            && TradeFirmFinder.IsOwnWord(paper, member)
            && !(
                NameGrammar.Surname(words, 0) is > 0 and var surname
                && surname < words.Length
                && words.Length <= surname + 2
                && NameGrammar.IsLikely(words, surname)
            );
    }
}
