using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Roles;

/// <summary>Zones that no gazetteer has, by the committee that administers them: 某某生态区 in 某某生态区管理委员会.</summary>
internal static class CommitteeZones
{
    private const int ShortestName = 4;

    private static readonly string[] Committees = ["管理委员会", "管委会"];

    /// <summary>In no order.</summary>
    public static IEnumerable<TextSpan> Find(Paper paper, KnownSpans known)
    {
        foreach (var agency in paper.Mentions.Where(m => m.Type == EntityType.Agency && paper.Text[m.Span.End - 1] == '会').ToList())
        {
            var words = agency.Span.Of(paper.Text);
            var committee = words.WordAtEnd(Committees);
            var zone = new TextSpan(agency.Span.Start, agency.Span.End - (committee?.Length ?? 0));
            if (committee is not null && zone.Length >= ShortestName && ZoneEnds.IsAtEnd(zone.Of(paper.Text)) && !known.Fills(zone))
            {
                yield return zone;
            }
        }
    }
}
