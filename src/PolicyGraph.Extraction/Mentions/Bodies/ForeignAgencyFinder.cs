using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Bodies of other states: the country, perhaps a part of it, and what its body is called (某国外交部, 某国某州经济发展局). The body may
/// bear a name that one of this country bears too, so that the whole is one mention.
/// </summary>
internal sealed class ForeignAgencyFinder : IBodyFinder
{
    private const int MaxTask = 14;
    private const int MinTask = 3;
    private const string China = "CHN";

    // 南部, 结局, 平局: a direction or another word ends in the same character.
    private const string NotBeforeEnd = "南北东西中内外全总本干各一结格布大邮时当胜省分俱平败残僵赌骗饭定破";

    public void Find(Paper paper, Surroundings surroundings)
    {
        for (var i = 0; (i = paper.Forms.NextStart(i, EntryKinds.Place)) < paper.Text.Length; )
        {
            if (!paper.Forms.TryLongest(i, EntryKinds.Place, out var country) || !IsAbroad(country.Form))
            {
                i++;
                continue;
            }

            var start = i;
            var at = country.End;
            while (at < paper.Text.Length && paper.Forms.TryLongest(at, EntryKinds.Place, out var inner) && IsAbroad(inner.Form))
            {
                at = inner.End;
            }

            i = at;
            if (BodyEnd(paper, at) is { } end)
            {
                paper.Mentions.Add(Mention(paper.Text[start..end], new(start, end)));
                i = end;
            }
        }
    }

    private static bool IsAbroad(LexiconForm form) => form.First<PlaceEntry>() is { Level: "country" or "city" } place && place.Id != China;

    private static int? BodyEnd(Paper paper, int start)
    {
        for (var i = start; i < Math.Min(start + MaxTask, paper.Text.Length) && NameStart.IsNameCharacter(paper.Text[i]); i++)
        {
            foreach (var hit in paper.Forms.StartingAt(i))
            {
                if (i == start && hit.Form.Is(WordClasses.ForeignBody))
                {
                    return hit.End;
                }

                if (hit.Form.Is(WordClasses.Boundary | WordClasses.OrganizationSuffix | WordClasses.CompanyTitle) && hit.Length > 1)
                {
                    return null;
                }
            }

            if (i - start >= (paper.Text[i] == '署' ? MinTask - 1 : MinTask) && IsEnd(paper.Text, i))
            {
                return i + 1;
            }
        }

        return null;
    }

    private static bool IsEnd(string text, int at)
    {
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        return !NotBeforeEnd.Contains(text[at - 1], StringComparison.Ordinal)
            && text[at] switch
            {
                '部' => next is not ('分' or '门' or '队' or '件' or '署' or '落' or '级'),
                '署' => text[at - 1] != '公',
                '局' => next is not ('面' or '势' or '部'),
                _ => false,
            };
    }

    private static Mention Mention(string name, TextSpan span) =>
        new()
        {
            Span = span,
            Type = EntityType.Agency,
            Name = name,
            Rule = "agency.foreign",
            Confidence = 0.95,
        };
}
