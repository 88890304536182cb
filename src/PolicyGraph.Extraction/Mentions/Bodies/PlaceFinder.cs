using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Places by the gazetteer. A short form that several places share, or that is also a plain word, counts only where the paper names the place or what
/// it lies in: 德清 in a paper of Zhejiang, not in any other.
/// </summary>
internal sealed class PlaceFinder : IBodyFinder
{
    public void Find(Paper paper, Surroundings surroundings)
    {
        for (var i = 0; (i = paper.Forms.NextStart(i, EntryKinds.Place)) < paper.Text.Length;)
        {
            if (!paper.Forms.TryLongest(i, EntryKinds.Place, out var hit) || !FormGuards.AllowName(paper.Text, hit))
            {
                i++;
            }
            else if (Of(hit.Form, surroundings) is { } place)
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
