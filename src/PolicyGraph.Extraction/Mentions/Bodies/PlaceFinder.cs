using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Places by the gazetteer. A short form that several places share, or that is also a plain word, counts only where the paper names the
/// place or what it lies in: 德清 in a paper of Zhejiang, not in any other.
/// </summary>
internal sealed class PlaceFinder : IBodyFinder
{
    public void Find(Paper paper, Surroundings surroundings)
    {
        for (var i = 0; (i = paper.Forms.NextStart(i, EntryKinds.Place)) < paper.Text.Length; )
        {
            if (!paper.Forms.TryLongest(i, EntryKinds.Place, out var hit) || !FormGuards.AllowName(paper.Text, hit) || IsCutOut(paper, hit))
            {
                i++;
            }
            else if (IsCrossedByFull(paper, hit))
            {
                i++;
            }
            else if ((Of(hit.Form, surroundings) ?? Listed(paper, hit, surroundings)) is { } place)
            {
                var mention = Mention(paper.Text, hit, place);
                paper.Mentions.Add(mention);
                i = mention.Span.End;
            }
            else
            {
                i++;
            }
        }
    }

    // 会议上海南省省长: a form of two characters gives way to a full name that begins with its last.
    private static bool IsCrossedByFull(Paper paper, LexicalHit hit) =>
        hit.Length == 2
        && paper.Forms.TryLongest(hit.Start + 1, EntryKinds.Place, out var full)
        && full.Length > 2
        && NameStart.EndsWithRank(full.Form.Text)
        && full.Form.First<PlaceEntry>() is { Level: "province" or "prefecture" };

    // 新兴城市 holds no 兴城市: its first character belongs to the word before.
    private static bool IsCutOut(Paper paper, LexicalHit hit)
    {
        if (hit.Start == 0 || hit.Form.First<PlaceEntry>() is not { Level: "county" })
        {
            return false;
        }

        if (
            hit.Length == 2
            && hit.Form.Text[1] == '县'
            && hit.Start > 0
            && NameStart.IsNameCharacter(paper.Text[hit.Start - 1])
            && !EndsWord(paper, hit.Start)
        )
        {
            return true;
        }

        foreach (var word in paper.Forms.EndingAt(hit.Start + 1))
        {
            if (word.Length == 2 && word.Form.Is(WordClasses.Modifier | WordClasses.Compound))
            {
                return true;
            }
        }

        return false;
    }

    // 远宁县, which no table has, holds no 宁县: before a county's name of one character a word must end.
    private static bool EndsWord(Paper paper, int end)
    {
        foreach (var word in paper.Forms.EndingAt(end))
        {
            if (word.Form.IsName || word.Form.Is(WordClasses.Boundary))
            {
                return true;
            }
        }

        return false;
    }

    // 甲河、乙祥、丙春等边境城市: between two names of a list that is one of places, a short form is a place too.
    private static PlaceEntry? Listed(Paper paper, LexicalHit hit, Surroundings surroundings) =>
        hit.Form.First<PlaceEntry>() is { IsDivision: true }
        && (
            IsStrong(paper, hit.Start - 1, surroundings, before: true) && EndsMember(paper.Text, hit.End)
            || IsStrong(paper, hit.End, surroundings, before: false)
                && hit.Start > 0
                && paper.Text[hit.Start - 1] is '、' or '和' or '与' or '及'
        )
            ? surroundings.Choose(hit.Form)
            : null;

    private static bool EndsMember(string text, int end) => end < text.Length && text[end] is '、' or '等' or '和';

    private static bool IsStrong(Paper paper, int mark, Surroundings surroundings, bool before)
    {
        if (mark <= 0 || mark >= paper.Text.Length || paper.Text[mark] is not '、')
        {
            return false;
        }

        return before
            ? paper.Forms.TryLongestBefore(mark, EntryKinds.Place, out var left)
                && left.Form.First<PlaceEntry>() is { IsDivision: true }
                && (Of(left.Form, surroundings) is not null || IsListedBefore(paper, left, surroundings))
            : paper.Forms.TryLongest(mark + 1, EntryKinds.Place, out var right)
                && right.Form.First<PlaceEntry>() is { IsDivision: true }
                && Of(right.Form, surroundings) is not null
                && EndsMember(paper.Text, right.End);
    }

    private static bool IsListedBefore(Paper paper, LexicalHit hit, Surroundings surroundings) =>
        hit.Start > 1
        && paper.Text[hit.Start - 1] == '、'
        && paper.Forms.TryLongestBefore(hit.Start - 1, EntryKinds.Place, out var left)
        && Of(left.Form, surroundings) is not null;

    internal static PlaceEntry? Of(LexiconForm form, Surroundings surroundings)
    {
        var place = surroundings.Choose(form);
        return place is null || (IsWeak(place, form.Text) && !surroundings.IsNear(place)) ? null : place;
    }

    // 城区, 郊区 and 矿区 are names of districts, and plain words in every other city.
    internal static bool IsWeak(PlaceEntry place, string form) => place.WeakForms.Contains(form) || (form.Length == 2 && form[1] == '区');

    private static Mention Mention(string text, LexicalHit hit, PlaceEntry place)
    {
        var end = place.Level == "venue" ? VenueBrackets.End(text, hit.End) : hit.End;
        var mention = new Mention
        {
            Span = new(hit.Start, end),
            Type = EntityType.Place,
            Name = place.Name + text[hit.End..end],
            Rule = "place.gazetteer",
            Confidence = hit.Length >= OrganizationFinder.LongName ? 0.95 : 0.9,
            Props = { ["level"] = place.Level },
        };
        if (place.Code.Length > 0)
        {
            mention.Props["code"] = place.Code;
        }

        return mention;
    }
}
