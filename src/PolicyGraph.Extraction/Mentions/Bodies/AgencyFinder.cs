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
        for (var i = 0; (i = paper.Forms.NextStart(i, EntryKinds.Agency)) < paper.Text.Length; )
        {
            if (
                !paper.Forms.TryLongest(i, EntryKinds.Agency, out var hit)
                || !FormGuards.AllowName(paper.Text, hit)
                || IsClass(paper.Text.AsSpan(hit.Start), hit.Length)
            )
            {
                i++;
                continue;
            }

            foreach (var each in paper.Forms.StartingAt(i))
            {
                // 国务院国资委 is a ministry's rank of body, no unit of the State Council's.
                if (
                    (each.Form.Kinds & EntryKinds.Agency) != EntryKinds.None
                    && FormGuards.AllowName(paper.Text, each)
                    && !(each.Length < hit.Length && hit.Form.Text.EndsWith("国资委", StringComparison.Ordinal))
                )
                {
                    Add(paper, each, Of(each.Form, year));
                }
            }

            i = hit.End;
        }

        Listed(paper, year);
    }

    /// <summary>财政部、科技部、发展改革委: in a list of the centre's bodies one stands without 国家, which its name begins with.</summary>
    private static void Listed(Paper paper, int? year)
    {
        var ends = paper.Mentions.Where(m => IsMinistry(m)).Select(m => m.Span.End).ToHashSet();
        var starts = paper.Mentions.Where(m => IsMinistry(m)).Select(m => m.Span.Start).ToHashSet();
        var ofState = IsOfState(paper);
        for (var i = 0; (ends.Count > 0 || ofState) && (i = paper.Forms.NextStart(i, EntryKinds.Department)) < paper.Text.Length; i++)
        {
            if (
                !paper.Forms.TryLongest(i, EntryKinds.Department, out var hit)
                || !hit.Form.First<DepartmentEntry>()!.StandsAlone
                || !(
                    ofState && hit.Form.Text[^1] is '委' or '部' or '局'
                    || IsBeside(paper.Text, i, -1, ends)
                    || IsBeside(paper.Text, hit.End, 1, starts)
                )
                || National(hit.Form.Text, year) is not { } agency
            )
            {
                continue;
            }

            Add(paper, hit, agency);
            ends.Add(hit.End);
            i = hit.End - 1;
        }
    }

    // In a paper of the State Council 发展改革委 is the nation's.
    private static bool IsOfState(Paper paper) =>
        paper.Official is { Issuers: { Count: > 0 } issuers } && issuers[0].Of(paper.Text) is "国务院" or "国务院办公厅";

    private static bool IsMinistry(Mention mention) =>
        mention.Type == EntityType.Agency
        && mention.Name[^1] is '部' or '署' or '局' or '会' or '行'
        && mention.Name != "中国共产党中央委员会";

    private static bool IsBeside(string text, int at, int step, HashSet<int> others) =>
        others.Contains(at)
        || (
            step < 0
                ? at > 0 && text[at - 1] is '、' && others.Contains(at - 1)
                : at < text.Length && text[at] is '、' && others.Contains(at + 1)
        );

    private static AgencyEntry? National(string form, int? year) =>
        Lexicon.Default.Find("国家" + form) is { } known && known.First<AgencyEntry>() is not null ? Of(known, year) : null;

    /// <summary>
    /// True where what is named is a kind of the State Council's departments (国务院科学技术行政部门, 国务院有关部门) and not the State
    /// Council.
    /// </summary>
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
    private static void Add(Paper paper, LexicalHit hit, AgencyEntry agency) =>
        paper.Mentions.Add(
            new Mention
            {
                Span = new(hit.Start, hit.End),
                Type = EntityType.Agency,
                Name = agency.Name,
                Rule = "agency.gazetteer",
                Confidence = 0.97,
                Props = { ["level"] = agency.Level },
            }
        );

    /// <summary>
    /// The body that bore the name in a year; where none did, or the year is not known, the one that bears it now or bore it last.
    /// </summary>
    internal static AgencyEntry Of(LexiconForm form, int? year)
    {
        var bearers = form.Entries.OfType<AgencyEntry>();
        return bearers
            .OrderByDescending(a => year is { } y && (a.From ?? int.MinValue) <= y && y <= (a.To ?? int.MaxValue))
            .ThenByDescending(a => a.To ?? int.MaxValue)
            .ThenByDescending(a => a.From ?? int.MinValue)
            .First();
    }

    internal static int? Year(Paper paper) =>
        paper.Head.Published is { Length: >= 4 } day && int.TryParse(day.AsSpan(0, 4), out var year) ? year : null;
}
