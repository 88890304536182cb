using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Bodies of several places that say their function once: 甲省、乙省、丙省人民政府 and 甲、乙两省科技厅 are a body for each place. All but
/// the last are named by their place alone, which must be of the last one's level.
/// </summary>
internal sealed class DepartmentListFinder : IBodyFinder
{
    public const string Rule = "agency.list";

    private const string Levels = "省市县区州盟旗";

    // A place that is only the place of its body is none beside it.
    private const double Confidence = 0.96;

    public void Find(Paper paper, Surroundings surroundings)
    {
        foreach (var agency in paper.Mentions.Where(m => m.Rule == DepartmentFinder.Rule && m.Form == MentionForm.Name).ToList())
        {
            if (
                paper.Forms.TryLongest(agency.Span.Start, EntryKinds.Place, out var place)
                && place.End < agency.Span.End
                && Levels.Contains(place.Form.Text[^1], StringComparison.Ordinal)
                && Lexicon.Default.Find(paper.Text.AsSpan(place.End, agency.Span.End - place.End))?.First<DepartmentEntry>()
                    is { } department
                && surroundings.Choose(place.Form) is { } last
            )
            {
                AddBefore(paper, surroundings, agency.Span.Start, last, department);
            }
        }

        AddCounted(paper, surroundings);
    }

    private static void AddBefore(Paper paper, Surroundings surroundings, int start, PlaceEntry last, DepartmentEntry department)
    {
        while (
            start > 1
            && paper.Text[start - 1] is '、' or '和' or '与' or '及'
            && PlaceBefore(paper, surroundings, start - 1) is { } hit
            && surroundings.Choose(hit.Form) is { } place
            && (place.Level == last.Level || place.Name[^1] == last.Name[^1])
        )
        {
            Add(paper, new(hit.Start, hit.End), place, department);
            start = hit.Start;
        }
    }

    // 甲、乙两省科技厅: the count and the level stand between the list and the function.
    private static void AddCounted(Paper paper, Surroundings surroundings)
    {
        var text = paper.Text;
        for (var i = 0; (i = paper.Forms.NextOf(i, EntryKinds.Department)) < paper.Forms.Count; i++)
        {
            var hit = paper.Forms[i];
            if (
                hit.Start < 4
                || text[hit.Start - 2] is not ('两' or '二' or '三' or '四' or '五')
                || !Levels.Contains(text[hit.Start - 1], StringComparison.Ordinal)
                || hit.Form.First<DepartmentEntry>() is not { } department
                || PlaceBefore(paper, surroundings, hit.Start - 2) is not { } place
                || surroundings.Choose(place.Form) is not { } last
                || last.Name[^1] != text[hit.Start - 1]
            )
            {
                continue;
            }

            var before = paper.Mentions.Count;
            AddBefore(paper, surroundings, place.Start, last, department);
            if (paper.Mentions.Count > before)
            {
                Add(paper, new(place.Start, hit.End), last, department);
            }
        }
    }

    private static LexicalHit? PlaceBefore(Paper paper, Surroundings surroundings, int end)
    {
        foreach (var hit in paper.Forms.EndingAt(end))
        {
            if (PlaceFinder.Of(hit.Form, surroundings) is { IsDivision: true })
            {
                return hit;
            }
        }

        return null;
    }

    private static void Add(Paper paper, TextSpan span, PlaceEntry place, DepartmentEntry department) =>
        paper.Mentions.Add(
            new Mention
            {
                Span = span,
                Type = EntityType.Agency,
                Name = DepartmentFinder.NameOf(department, place, place.Name),
                Rule = Rule,
                Confidence = Confidence,
                Form = MentionForm.Short,
                Props = { ["level"] = DepartmentFinder.LevelOf(place) },
            }
        );
}
