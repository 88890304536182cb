using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Organizations by the gazetteer.</summary>
internal sealed class OrganizationFinder : IBodyFinder
{
    // A known name of four characters is hardly ever chance.
    internal const int LongName = 4;

    private const int LongestInstitute = 12;

    public void Find(Paper paper, Surroundings surroundings)
    {
        for (var i = 0; (i = paper.Forms.NextStart(i, EntryKinds.Organization)) < paper.Text.Length; )
        {
            if (
                paper.Forms.TryLongest(i, EntryKinds.Organization, out var hit)
                && FormGuards.AllowName(paper.Text, hit)
                && hit.Form.First<OrganizationEntry>() is { } organization
            )
            {
                Add(paper, hit, StartOf(paper, hit.Start, hit.End), organization);
                AddSeat(paper, hit, organization);
                foreach (var shorter in paper.Forms.StartingAt(i))
                {
                    if (
                        organization.Category is not ("media" or "company")
                        && shorter.Length < hit.Length
                        && FormGuards.AllowName(paper.Text, shorter)
                        && shorter.Form.First<OrganizationEntry>() is { } parent
                    )
                    {
                        Add(paper, shorter, shorter.Start, parent);
                    }
                }

                i = hit.End;
            }
            else
            {
                i++;
            }
        }
    }

    // 甲工业大学（某市）: a university that another city has is one of its own.
    private static void AddSeat(Paper paper, LexicalHit hit, OrganizationEntry university)
    {
        if (
            university.Category == "university"
            && hit.End + 1 < paper.Text.Length
            && paper.Text[hit.End] == '（'
            && paper.Forms.TryLongest(hit.End + 1, EntryKinds.Place, out var seat)
            && seat.End < paper.Text.Length
            && paper.Text[seat.End] == '）'
            && seat.Form.First<PlaceEntry>() is { IsDivision: true }
            && !HasInstitute(paper, seat.End + 1)
        )
        {
            var span = new TextSpan(hit.Start, seat.End + 1);
            paper.Mentions.Add(
                new Mention
                {
                    Span = span,
                    Type = EntityType.Organization,
                    Name = university.Name + paper.Text[hit.End..span.End],
                    Rule = "organization.gazetteer",
                    Confidence = 0.96,
                }
            );
        }
    }

    /// <summary>Where the university begins whose hospital it is: 甲大学附属乙医院, 甲大学医学院附属乙医院.</summary>
    private static int BodyBefore(Paper paper, int end)
    {
        foreach (var suffix in paper.Forms.EndingAt(end))
        {
            if (
                suffix.Form.Is(WordClasses.OrganizationSuffix | WordClasses.OrganizationSuffixAnchored)
                && paper.Forms.TryLongestBefore(suffix.Start, EntryKinds.Organization, out var university)
            )
            {
                return university.Start;
            }
        }

        return paper.Forms.TryLongestBefore(end, EntryKinds.Organization, out var body) ? body.Start : end;
    }

    // 甲大学（某市）乙研究院: the seat is the institute's.
    private static bool HasInstitute(Paper paper, int start)
    {
        for (var i = start; i < Math.Min(paper.Text.Length, start + LongestInstitute) && NameStart.IsNameCharacter(paper.Text[i]); i++)
        {
            foreach (var hit in paper.Forms.StartingAt(i))
            {
                if (hit.Form.Is(WordClasses.OrganizationSuffix | WordClasses.Boundary))
                {
                    return hit.Form.Is(WordClasses.OrganizationSuffix);
                }
            }
        }

        return false;
    }

    // 美国某大学: the country that stands right before a body abroad is written as part of its name.
    private static int StartOf(Paper paper, int start, int end)
    {
        if (start > 2 && paper.Text.AsSpan(0, start).EndsWith("附属") && BodyBefore(paper, start - 2) is var owner && owner < start - 2)
        {
            return owner;
        }

        foreach (var hit in paper.Forms.EndingAt(start))
        {
            // 中科院甲研究院: the academy is written before its institute.
            if (
                hit.Length > 2
                && hit.Form.Text[^1] == '院'
                && EndsInstitute(paper.Text, end)
                && hit.Form.First<OrganizationEntry>() is { Category: "institute" }
            )
            {
                return hit.Start;
            }

            if (
                hit.Length > 1
                && hit.Form.First<PlaceEntry>() is { Level: "country", Id: not "CHN" } country
                && (hit.Form.Text == country.Name || hit.Form.Text[^1] == '国')
            )
            {
                return hit.Start;
            }
        }

        return start;
    }

    private static bool EndsInstitute(string text, int end) =>
        text[end - 1] is '院' or '所' || text.AsSpan(0, end).EndsWith("中心") || text.AsSpan(0, end).EndsWith("天文台");

    private static void Add(Paper paper, LexicalHit hit, int start, OrganizationEntry organization) =>
        paper.Mentions.Add(
            new Mention
            {
                Span = new(start, hit.End),
                Type = EntityType.Organization,
                Name = organization.Name,
                Rule = "organization.gazetteer",
                Confidence = hit.Length >= LongName ? 0.95 : 0.9,
            }
        );
}
