using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Towns, townships, villages and street offices' areas: right after the county, district or city that they belong to (海陵县石桥镇), or in
/// a list whose members end alike or share a word behind 等 (甲坑、乙城等镇街), wherever it stands.
/// </summary>
internal sealed class TownFinder : IBodyFinder
{
    /// <summary>The rule of these mentions.</summary>
    public const string Rule = "place.town";

    // 城镇, 乡村, 古镇: a kind of settlement.
    private const string Kinds = "城乡小村集重大古新老各该农";

    private static readonly string[] Common = ["等镇街", "等乡镇", "等街镇", "等镇（街道）", "等镇村"];

    private const int MinName = 1;
    private const int MaxName = 4;
    private const int MinOwn = 2;

    public void Find(Paper paper, Surroundings surroundings)
    {
        for (var i = 0; (i = paper.Forms.NextStart(i, EntryKinds.Place)) < paper.Text.Length; i++)
        {
            if (
                !paper.Forms.TryLongest(i, EntryKinds.Place, out var county)
                || county.Form.Text[^1] is not ('县' or '区' or '市' or '旗')
                || county.Form.First<PlaceEntry>() is not { IsDivision: true } parent
                || TownEnd(paper, county.End) is not { } end
            )
            {
                continue;
            }

            i = AddChain(paper, parent.Name, county.End, end) - 1;
        }

        FindListed(paper);
        FindCommon(paper);
    }

    /// <summary>某县甲镇乙村: the village behind the town.</summary>
    internal static int AddChain(Paper paper, string name, int start, int end)
    {
        for (int? next = end; next is { } stop; next = paper.Text[stop - 1] == '村' ? null : TownEnd(paper, stop))
        {
            name += paper.Text[start..stop];
            Add(paper, new(start, stop), name);
            start = stop;
        }

        return start;
    }

    /// <summary>
    /// 甲甲镇、乙乙镇和丙丙镇: members of a list that end alike, wherever they lie; the places of known ones stay theirs.
    /// </summary>
    private static void FindListed(Paper paper)
    {
        var text = paper.Text;
        var first = default(TextSpan);
        for (var i = 0; (i = paper.Forms.NextOf(i, WordClasses.TownSuffix)) < paper.Forms.Count; i++)
        {
            var hit = paper.Forms[i];
            var start = ListedStart(text, hit.Start);
            if (hit.Start - start is < MinOwn or > MaxName || !FormGuards.AllowSuffix(text, hit) || IsClass(paper, start, hit))
            {
                continue;
            }

            if (
                first.Length > 0
                && start == first.End + 1
                && text[first.End] is '、' or '和' or '与' or '及'
                && text[hit.End - 1] == text[first.End - 1]
            )
            {
                Add(paper, first, first.Of(text));
                Add(paper, new(start, hit.End), text[start..hit.End]);
            }

            first = new(start, hit.End);
        }
    }

    /// <summary>去甲坑、乙城、丙沥等镇街考察: members that their common word behind 等 tells.</summary>
    private static void FindCommon(Paper paper)
    {
        var text = paper.Text;
        foreach (var common in Common)
        {
            for (
                var at = text.IndexOf(common, StringComparison.Ordinal);
                at > 0;
                at = text.IndexOf(common, at + 1, StringComparison.Ordinal)
            )
            {
                for (var (end, start) = (at, at); end > MinOwn && !IsOfFirms(text, at + common.Length); end = start - 1)
                {
                    start = ListedStart(text, end);
                    var isLast = start == 0 || text[start - 1] != '、';
                    start = isLast ? Math.Max(start, end - MinOwn) : start;
                    if (end - start is < MinOwn or > MaxName || isLast && end == at)
                    {
                        break;
                    }

                    Add(paper, new(start, end), text[start..end]);
                    if (isLast)
                    {
                        break;
                    }
                }
            }
        }
    }

    /// <summary>小化工、小印染等乡镇企业 lists trades.</summary>
    private static bool IsOfFirms(string text, int end) => text.AsSpan(end).StartsWith("企业");

    private static int ListedStart(string text, int end)
    {
        var from = Math.Max(0, end - MaxName - 1);
        return from + text.AsSpan(from, end - from).LastIndexOfAny("、，。；：（）和与及".AsSpan()) + 1;
    }

    private static bool IsClass(Paper paper, int start, LexicalHit suffix)
    {
        foreach (var hit in paper.Forms.StartingAt(start))
        {
            if (hit.Form.Is(WordClasses.Modifier | WordClasses.Adjective | WordClasses.Boundary) && hit.Length > 1)
            {
                return true;
            }
        }

        return paper.Text[start] is '各' or '该' or '本' or '一' or '两' or '三' or '多' or '每' or '乡' or '街'
            || paper.Text[suffix.Start - 1] is '个' or '的' or '些' or '类';
    }

    internal static void Add(Paper paper, TextSpan span, string name) =>
        paper.Mentions.Add(
            new Mention
            {
                Span = span,
                Type = EntityType.Place,
                Name = name,
                Rule = Rule,
                Confidence = 0.85,
                Props = { ["level"] = "township" },
            }
        );

    // 官渡 in 官渡口镇 is no place there; a longer name is.
    private static bool IsKnownWhole(Paper paper, int start)
    {
        const int Short = 2;
        return NameStart.IsKnownAt(paper, start)
            && !(
                paper.Forms.TryLongest(start, EntryKinds.Place, out var place)
                && place.Length <= Short
                && !NameStart.EndsWithRank(place.Form.Text)
            );
    }

    /// <summary>The end of the town or village whose own word starts here; null where none does.</summary>
    internal static int? TownEnd(Paper paper, int start)
    {
        for (var i = start; i <= Math.Min(start + MaxName, paper.Text.Length - 1) && NameStart.IsNameCharacter(paper.Text[i]); i++)
        {
            if (paper.Text[i] is '和' or '与' or '及' || IsKnownWhole(paper, i))
            {
                return null;
            }

            foreach (var hit in paper.Forms.StartingAt(i))
            {
                if (hit.Form.Is(WordClasses.TownSuffix) && i - start >= MinName && FormGuards.AllowSuffix(paper.Text, hit))
                {
                    return i - start == MinName && Kinds.Contains(paper.Text[start], StringComparison.Ordinal) ? null : hit.End;
                }

                if (hit.Form.Is(WordClasses.Boundary | WordClasses.Modifier) && hit.Length > 1)
                {
                    return null;
                }
            }
        }

        return null;
    }
}
