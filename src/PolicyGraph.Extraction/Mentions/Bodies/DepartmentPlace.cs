using PolicyGraph.Extraction.Gazetteers;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>The place before a function word, read backwards from it.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Entry">The innermost place, or null where a bare 省 stands in a paper that names none.</param>
/// <param name="FullName">Full names, outermost first; the bare word itself where no place is known for it.</param>
/// <param name="Form"><see cref="MentionForm.Short"/> for the bare word of a level.</param>
internal readonly record struct DepartmentPlace(int Start, PlaceEntry? Entry, string FullName, MentionForm Form)
{
    private const string Region = "自治区";

    // It governs as a province does, and has departments of its own.
    private const string Corps = "新疆生产建设兵团";

    // 城市政府 and 各省科技厅 speak of no one place; 特区政府 has the place in a form of its own.
    private const string NoPlaceBefore = "各外两跨邻等该省城都超门地特社校辖园商集夜菜景小老灾山牧林矿农郊片战禁盲误时街列治";

    /// <summary>Reads back from <paramref name="end"/>, not past <paramref name="floor"/>; null where no place stands there.</summary>
    public static DepartmentPlace? Before(Paper paper, Surroundings surroundings, int end, int floor)
    {
        if (PlaceBefore(paper, surroundings, end) is { } hit)
        {
            return hit.Start < floor ? null : Chain(paper, surroundings, hit, floor);
        }

        if (ZoneBefore(paper, end) is { } zone)
        {
            return zone;
        }

        var text = paper.Text;
        if (
            end - Region.Length > floor
            && text.AsSpan(0, end).EndsWith(Region)
            && text[end - Region.Length - 1] != '各'
            && surroundings.Meant(end - 1, '省') is { } region
            && region.Name.EndsWith(Region, StringComparison.Ordinal)
        )
        {
            return new(end - Region.Length, region, region.Name, MentionForm.Short);
        }

        var at = end - 1;
        if (
            at < floor
            || text[at] is not ('省' or '市' or '县' or '区' or '州' or '盟' or '旗')
            || IsOfClass(paper, at)
            || GoesOnClass(text, at, end)
        )
        {
            return null;
        }

        if (
            PlaceBefore(paper, surroundings, at) is { } beside
            && beside.Form.Text[^1] == text[at]
            && surroundings.Choose(beside.Form) is { } own
        )
        {
            return new(at, own, own.Name, MentionForm.Name);
        }

        var meant = surroundings.Meant(at, text[at]);
        return new(at, meant, meant?.Name ?? text[at..end], MentionForm.Short);
    }

    // 各县政府, 设区市政府, 各区（市）县政府; what stands behind a gap begins anew.
    private static bool IsOfClass(Paper paper, int at)
    {
        const int LongestClass = 8;
        var text = paper.Text;
        var before = text.AsSpan(Math.Max(0, at - LongestClass), Math.Min(at, LongestClass));
        return at > 0
            && paper.Source.GapBefore(at) == Text.Gap.None
            && (
                NoPlaceBefore.Contains(text[at - 1], StringComparison.Ordinal)
                || before.EndsWith("设区")
                || before.EndsWith("）") && before.Contains('各')
            );
    }

    // 各盟行政公署、市人民政府: 各 holds for every member of the list.
    private static bool GoesOnClass(string text, int at, int end)
    {
        if (at < 2 || text[at - 1] != '、' || !text.AsSpan(end).StartsWith("人民政府"))
        {
            return false;
        }

        var first = at;
        while (first > 2 && text[first - 1] == '、' && text[first - 2] is '省' or '市' or '县' or '区' or '州' or '盟' or '旗')
        {
            first -= 2;
        }

        if (text[first - 1] == '各')
        {
            return true;
        }

        var from = text.LastIndexOfAny(['，', '。', '；', '（', '、', '各'], at - 2);
        return from >= 0 && text[from] == '各' || text[from + 1] == '各';
    }

    // 某高新区人社局 and 开发区科技局: a zone has departments as a county has.
    private static DepartmentPlace? ZoneBefore(Paper paper, int end)
    {
        foreach (var hit in paper.Forms.EndingAt(end))
        {
            if (hit.Form.Text == Corps)
            {
                return new(hit.Start, null, Corps, MentionForm.Short);
            }

            if (hit.Form.First<ZoneEntry>() is { } zone)
            {
                return new(hit.Start, Lexicon.Default.Place(zone.Place), zone.Name, MentionForm.Name);
            }

            if (hit.Form.Text is "高新区" or "经开区" or "开发区" or "新区")
            {
                return new(hit.Start, null, hit.Form.Text, MentionForm.Short);
            }
        }

        return null;
    }

    private static DepartmentPlace Chain(Paper paper, Surroundings surroundings, LexicalHit hit, int floor)
    {
        var place = surroundings.Choose(hit.Form)!;
        var start = hit.Start;
        var name = place.Name;
        while (start > floor && PlaceBefore(paper, surroundings, start) is { } outer && outer.Start >= floor)
        {
            if (
                hit
                    .Form.Entries.OfType<PlaceEntry>()
                    .FirstOrDefault(p => Lexicon.Default.WithParents(p).Skip(1).Any(outer.Form.Entries.Contains))
                is not { } inner
            )
            {
                break;
            }

            place = start == hit.Start ? inner : place;
            start = outer.Start;
            name = place.Level == "prefecture" ? place.Name : surroundings.Choose(outer.Form)!.Name + name;
        }

        return new(start, place, name, MentionForm.Name);
    }

    private static LexicalHit? PlaceBefore(Paper paper, Surroundings surroundings, int end)
    {
        foreach (var hit in paper.Forms.EndingAt(end))
        {
            if (
                hit.Form.Entries.OfType<PlaceEntry>().Any(p => p.IsDivision)
                && (hit.Start == 0 || hit.Form.Guard?.NotAfter.Contains(paper.Text[hit.Start - 1], StringComparison.Ordinal) != true)
                && PlaceFinder.Of(hit.Form, surroundings) is not null
            )
            {
                return hit;
            }
        }

        return null;
    }
}
