using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Organizations by the gazetteer.</summary>
internal sealed class OrganizationFinder : IBodyFinder
{
    public void Find(Paper paper, Surroundings surroundings)
    {
        for (var i = 0; i < paper.Text.Length;)
        {
            if (paper.Forms.TryLongest(i, EntryKinds.Organization, out var hit) && hit.Form.First<OrganizationEntry>() is { } organization)
            {
                paper.Mentions.Add(new Mention
                {
                    Span = new(hit.Start, hit.End),
                    Type = EntityType.Organization,
                    Name = organization.Name,
                    Rule = "organization.gazetteer",
                    Confidence = 0.9,
                });
                i = hit.End;
            }
            else
            {
                i++;
            }
        }
    }
}
