using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Laboratories that share their last word behind a list of own words: 青禾山、远麓湖、白塘等实验室. One member that is a field
/// (新材料、种业等实验室) makes it a list of fields.
/// </summary>
internal sealed class LaboratoryListFinder : IBodyFinder
{
    private const string Common = "实验室";
    private const int MinName = 2;
    private const int MaxName = 5;
    private const int MaxBetween = 5;
    private const int MinMembers = 2;

    public void Find(Paper paper, Surroundings surroundings)
    {
        var text = paper.Text;
        for (var at = text.IndexOf(Common, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Common, at + 1, StringComparison.Ordinal))
        {
            var and = text.LastIndexOf('等', at, Math.Min(at, MaxBetween) + 1);
            var members = and > 0 && IsOwn(paper, and + 1, at) ? Members(paper, and, surroundings.SentenceStart(and)) : [];
            if (
                members.Count >= MinMembers
                && members.TrueForAll(m => m.Length is >= MinName and <= MaxName && !NameParts.IsTrade(paper, m.Start, m.End))
            )
            {
                paper.Mentions.AddRange(members.Select(m => Laboratory(m, m.Of(text) + Common)));
            }
        }
    }

    /// <summary>
    /// Nothing, or the place that has them (等湖北实验室), stands before the common word: 等全国重点实验室集群 is of their kind.
    /// </summary>
    private static bool IsOwn(Paper paper, int start, int end) =>
        start == end || paper.Forms.TryLongest(start, EntryKinds.Place, out var place) && place.End == end;

    private static List<TextSpan> Members(Paper paper, int end, int floor)
    {
        var members = new List<TextSpan>();
        for (var start = end; start > floor; end = --start)
        {
            start = NameStart.Find(paper, end, floor);
            members.Add(new(start, end));
            if (start <= floor || paper.Text[start - 1] is not ('、' or '和' or '与'))
            {
                break;
            }
        }

        return members;
    }

    private static Mention Laboratory(TextSpan span, string name) =>
        new()
        {
            Span = span,
            Type = EntityType.Organization,
            Name = Lexicon.Default.Find(name)?.First<OrganizationEntry>()?.Name ?? name,
            Rule = "organization.laboratories",
            Confidence = 0.93,
            Form = MentionForm.Short,
        };
}
