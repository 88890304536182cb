using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>The bodies of the centre by their official names, short forms and former names.</summary>
internal sealed class AgencyFinder : IBodyFinder
{
    private const int LongestClass = 16;

    public void Find(Paper paper, Surroundings surroundings)
    {
        var year = Year(paper);
        for (var i = 0; i < paper.Text.Length;)
        {
            if (!paper.Forms.TryLongest(i, EntryKinds.Agency, out var hit) || !FormGuards.AllowName(paper.Text, hit) || IsClass(paper.Text.AsSpan(hit.Start), hit.Length))
            {
                i++;
                continue;
            }

            foreach (var each in paper.Forms.StartingAt(i))
            {
                if ((each.Form.Kinds & EntryKinds.Agency) != EntryKinds.None && FormGuards.AllowName(paper.Text, each))
                {
                    Add(paper, each, Of(each.Form, year));
                }
            }

            i = hit.End;
        }
    }

    /// <summary>True where what is named is a kind of the State Council's departments (国务院科学技术行政部门, 国务院有关部门) and not the State Council.</summary>
    private static bool IsClass(ReadOnlySpan<char> text, int length)
    {
        if (!text[..length].EndsWith("国务院"))
        {
            return false;
        }

        var rest = text.Slice(length, Math.Min(LongestClass, text.Length - length));
        var end = rest.IndexOf("部门");
        return end >= 0 && rest[..end].IndexOfAny("，。；和及与（《批会同".AsSpan()) < 0;
    }

    // The shorter names at the same start are the parents of a unit: 国务院 of 国务院办公厅.
    private static void Add(Paper paper, LexicalHit hit, AgencyEntry agency) => paper.Mentions.Add(new Mention
    {
        Span = new(hit.Start, hit.End),
        Type = EntityType.Agency,
        Name = agency.Name,
        Rule = "agency.gazetteer",
        Confidence = 0.97,
        Props = { ["level"] = agency.Level },
    });

    /// <summary>The body that bore the name in a year; where none did, or the year is not known, the one that bears it now or bore it last.</summary>
    internal static AgencyEntry Of(LexiconForm form, int? year)
    {
        var bearers = form.Entries.OfType<AgencyEntry>();
        return bearers.OrderByDescending(a => year is { } y && (a.From ?? int.MinValue) <= y && y <= (a.To ?? int.MaxValue))
            .ThenByDescending(a => a.To ?? int.MaxValue)
            .ThenByDescending(a => a.From ?? int.MinValue)
            .First();
    }

    internal static int? Year(Paper paper) =>
        paper.Head.Published is { Length: >= 4 } day && int.TryParse(day.AsSpan(0, 4), out var year) ? year : null;
}
