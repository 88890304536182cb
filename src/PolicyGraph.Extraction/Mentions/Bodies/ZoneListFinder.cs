using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Zones that share their last word: 成都、绵阳、德阳3家高新区 and 甲、乙国家创新发展试验区 are a zone for each place. All but the last are
/// named by their place alone, or by what the gazetteer's name has before that word (武汉东湖、张江).
/// </summary>
internal sealed class ZoneListFinder : IBodyFinder
{
    public const string Rule = "zone.list";

    private const string National = "国家级";

    /// <summary>What a list's zones are or have become, between the count and their common word: 等15家新升级国家高新区.</summary>
    private static readonly string[] Standings =
    [
        "国家",
        "国家级",
        "省级",
        "新升级",
        "新晋升",
        "新晋",
        "新获批",
        "新批准",
        "新认定",
        "新设立",
    ];

    private const int MaxCount = 4;
    private const int MaxWords = 16;

    public void Find(Paper paper, Surroundings surroundings)
    {
        FindKnown(paper);
        for (var i = 0; (i = paper.Forms.NextStart(i, EntryKinds.Place)) < paper.Text.Length; )
        {
            var places = List(paper, i);
            if (places.Count > 1 && IsAlike(places) && Suffix(paper, places[^1].End) is { } suffix)
            {
                Add(paper, places, suffix);
                i = suffix.End;
            }
            else
            {
                i = places.Count > 0 ? places[^1].End : i + 1;
            }
        }
    }

    // 武汉东湖、襄阳、宜昌等高新区: members whose zones the gazetteer knows, read backwards from their common word.
    private static void FindKnown(Paper paper)
    {
        for (var i = 0; (i = paper.Forms.NextOf(i, WordClasses.ZoneSuffix | WordClasses.ZoneSuffixAnchored)) < paper.Forms.Count; i++)
        {
            var suffix = paper.Forms[i];
            var members = IsStanding(suffix.Form.Text) ? Members(paper.Text, BeforeCount(paper.Text, suffix.Start)) : [];
            var known = members
                .Select(m => (Span: m, Zone: Known(m.Of(paper.Text), suffix.Form.Text)))
                .TakeWhile(m => m.Zone is not null)
                .ToList();
            foreach (var (span, zone) in known.Count > 1 ? known : [])
            {
                paper.Mentions.Add(
                    Mention(span == known[0].Span ? new(span.Start, span.End == suffix.Start ? suffix.End : span.End) : span, zone!.Name)
                );
            }
        }
    }

    private static ZoneEntry? Known(string member, string suffix) =>
        Lexicon.Default.Find(member + suffix)?.First<ZoneEntry>() ?? Lexicon.Default.Find(member + "国家" + suffix)?.First<ZoneEntry>();

    /// <summary>Where the list ends whose zones are then counted: before 等, 3家, 三个国家.</summary>
    private static int BeforeCount(string text, int end)
    {
        while (text.AsSpan(0, end).WordAtEnd(Standings) is { } standing)
        {
            end -= standing.Length;
        }

        while (
            end > 0 && (char.IsAsciiDigit(text[end - 1]) || text[end - 1] is '等' or '家' or '个' or '两' or '三' or '四' or '五' or '六')
        )
        {
            end--;
        }

        return end;
    }

    /// <summary>The runs between the marks of a list, the last first.</summary>
    private static IEnumerable<TextSpan> Members(string text, int end)
    {
        const int ShortestMember = 2;
        const int LongestMember = 6;
        for (var start = end; start > 0; end = --start)
        {
            while (
                start > 0
                && end - start <= LongestMember
                && NameStart.IsNameCharacter(text[start - 1])
                && text[start - 1] is not ('和' or '与' or '及')
            )
            {
                start--;
            }

            if (end - start < ShortestMember)
            {
                yield break;
            }

            yield return new(start, end);
            if (start == 0 || text[start - 1] is not ('、' or '和' or '与' or '及'))
            {
                yield break;
            }
        }
    }

    private static List<LexicalHit> List(Paper paper, int start)
    {
        var places = new List<LexicalHit>();
        for (
            var i = start;
            paper.Forms.TryLongest(i, EntryKinds.Place, out var hit) && hit.Form.First<PlaceEntry>() is { IsDivision: true };

        )
        {
            places.Add(hit);
            if (hit.End + 1 >= paper.Text.Length || paper.Text[hit.End] is not ('、' or '和' or '与' or '及'))
            {
                break;
            }

            i = hit.End + 1;
        }

        return places;
    }

    // 甲省、乙市、丙高新区 lists a province, a city and a zone: those that share a word are named alike.
    private static bool IsAlike(List<LexicalHit> places)
    {
        var isFull = places.Select(p => p.Form.Text.Length > 2 && p.Form.Text[^1] is '省' or '市' or '区' or '县').ToList();
        return isFull[^1] || !isFull.Contains(true);
    }

    // The zones' common words: after an optional 等 and count, up to a zone's last word, with no boundary on the way.
    private static TextSpan? Suffix(Paper paper, int start)
    {
        var text = paper.Text;
        if (start < text.Length && text[start] is '和' or '与' or '及')
        {
            return null;
        }

        var at = start;
        while (
            at < Math.Min(start + MaxCount, text.Length)
            && (char.IsAsciiDigit(text[at]) || text[at] is '等' or '家' or '个' or '两' or '三' or '四' or '五')
        )
        {
            at++;
        }

        at += text.AsSpan(at).WordAtStart(Standings) is { } standing && standing[0] == '新' ? standing.Length : 0;
        for (var i = at; i < Math.Min(at + MaxWords, text.Length) && NameStart.IsNameCharacter(text[i]); i++)
        {
            foreach (var hit in paper.Forms.StartingAt(i))
            {
                if (hit.Form.Is(WordClasses.ZoneSuffix | WordClasses.ZoneSuffixAnchored) && hit.Form.Text != "园区")
                {
                    return text[start] == '等' && !IsStanding(hit.Form.Text) ? null : new(at, hit.End);
                }

                if (hit.Form.Is(WordClasses.Boundary | WordClasses.ZoneBoundary) && hit.Form.Text is not ("发展" or "和" or "与" or "及"))
                {
                    return null;
                }
            }
        }

        return null;
    }

    // 甲、乙等高新区 names the one zone of that standing in each place; 甲、乙等产业集聚区 speaks of a kind.
    private static bool IsStanding(string suffix) =>
        suffix
            is "高新区"
                or "经开区"
                or "开发区"
                or "自贸区"
                or "自贸试验区"
                or "综保区"
                or "综合保税区"
                or "保税区"
                or "自主创新示范区"
                or "自创区"
                or "经济技术开发区"
                or "高新技术产业开发区"
                or "自由贸易试验区"
                or "国家高新区"
                or "先行区"
                or "综试区"
                or "跨境电商综试区"
                or "试验区"
                or "示范区"
                or "新区";

    private static void Add(Paper paper, List<LexicalHit> places, TextSpan suffix)
    {
        var words = suffix.Of(paper.Text);
        var isCounted = suffix.Start > places[^1].End;
        foreach (var place in places)
        {
            // 甲、乙两个国家级开发区: a standing of many zones makes a name with a place only where that place has one; so does a rank
            // (百强产业园).
            var known =
                Lexicon.Default.Find(place.Form.Text + words)?.First<ZoneEntry>()
                ?? (
                    words.StartsWith(National, StringComparison.Ordinal)
                        ? Lexicon.Default.Find(place.Form.Text + words[National.Length..])?.First<ZoneEntry>()
                        : null
                );
            if (
                known is not null
                || !(words.StartsWith(National, StringComparison.Ordinal) || words.Contains('强', StringComparison.Ordinal))
            )
            {
                paper.Mentions.Add(
                    Mention(
                        place == places[^1] && !isCounted ? new(place.Start, suffix.End) : new(place.Start, place.End),
                        known?.Name ?? place.Form.Text + words
                    )
                );
            }
        }
    }

    private static Mention Mention(TextSpan span, string name) =>
        new()
        {
            Span = span,
            Type = EntityType.Zone,
            Name = name,
            Rule = Rule,
            Confidence = 0.92,
            Form = MentionForm.Short,
        };
}
