using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Parks that a list names before it counts them (甲区乙龙、丙区丁山等20个制造业园区) or tells their kind (等特色园区). Each member is a
/// zone, whatever its name ends in, where there are three and two in three begin with a place or end like a park.
/// </summary>
internal sealed class ParkListFinder : IBodyFinder
{
    private const int MinName = 4;
    private const int MaxName = 16;
    private const int MinMembers = 3;
    private const int MaxMembers = 30;
    private const int MaxKind = 12;
    private const string Numbers = "一二两三四五六七八九十多";

    /// <summary>What closes a list of parks without a count.</summary>
    private static readonly string[] Listed = ["特色园区", "重点园区", "产业园区", "专业园区", "特色产业园区", "科技园区", "重点平台园区"];

    private static readonly string[] Kinds = ["园区", "产业园", "开发区", "片区", "产业集聚区", "功能区", "特色小镇"];

    public void Find(Paper paper, Surroundings surroundings)
    {
        var text = paper.Text;
        for (var i = text.IndexOf('等', StringComparison.Ordinal); i >= 0; i = text.IndexOf('等', i + 1))
        {
            if (CountsParks(text, i + 1) && Members(paper, i, surroundings.SentenceStart(i)) is { Count: >= MinMembers } members)
            {
                foreach (var member in members)
                {
                    Add(paper, member);
                }
            }
        }
    }

    private static bool CountsParks(string text, int start)
    {
        var at = start;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || Numbers.Contains(text[at], StringComparison.Ordinal)))
        {
            at++;
        }

        if (at == start && text.AsSpan(start).StartsWithAny(Listed))
        {
            return true;
        }

        if (at == start || at == text.Length || text[at] is not ('个' or '大' or '家'))
        {
            return false;
        }

        for (var i = at + 1; i < Math.Min(at + MaxKind, text.Length) && NameStart.IsNameCharacter(text[i]); i++)
        {
            if (text.AsSpan(i).StartsWithAny(Kinds))
            {
                return true;
            }
        }

        return false;
    }

    private static int LastPlace(Paper paper, int floor, int end)
    {
        for (var i = end - MinName; i >= floor; i--)
        {
            if (paper.Forms.TryLongest(i, EntryKinds.Place, out _))
            {
                return i;
            }
        }

        return floor;
    }

    private static bool IsPark(Paper paper, int start, int end) =>
        (paper.Forms.TryLongest(start, EntryKinds.Place, out var place) && place.End < end)
        || (
            paper.Forms.TryLongestBefore(end, EntryKinds.Word, out var word)
            && word.Form.Is(WordClasses.ZoneSuffix | WordClasses.ZoneSuffixAnchored)
        );

    // Most members begin with a place or end like a park, or the list is one of something else; the first may stand behind the sentence's
    // verb.
    private static List<TextSpan> Members(Paper paper, int end, int floor)
    {
        var members = new List<TextSpan>();
        var parks = 0;
        while (members.Count < MaxMembers)
        {
            var start = Math.Max(floor, paper.Text.LastIndexOfAny(['、', '，', '。', '；', '：'], end - 1, end - floor) + 1);
            var isLast = start == floor || paper.Text[start - 1] != '、' || IsItem(paper.Text, start);
            start = isLast ? Math.Max(LastPlace(paper, start, end), NameStart.Find(paper, end, start)) : start;
            if (end - start is >= MinName and <= MaxName)
            {
                members.Add(new(start, end));
                parks += IsPark(paper, start, end) ? 1 : 0;
            }

            if (isLast || end - start is < MinName or > MaxName)
            {
                break;
            }

            end = start - 1;
        }

        return parks * 3 >= members.Count * 2 ? members : [];
    }

    // 一、同意甲工业园、乙工业园: the number of an item, and its mark.
    private static bool IsItem(string text, int start) =>
        start > 1
        && Numbers.Contains(text[start - 2], StringComparison.Ordinal)
        && (start == 2 || !NameStart.IsNameCharacter(text[start - 3]) || Numbers.Contains(text[start - 3], StringComparison.Ordinal));

    private static void Add(Paper paper, TextSpan name) =>
        paper.Mentions.Add(
            new Mention
            {
                Span = name,
                Type = EntityType.Zone,
                Name = name.Of(paper.Text),
                Rule = "zone.counted",
                Confidence = 0.8,
            }
        );
}
