using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Organizations by the gazetteer.</summary>
internal sealed class OrganizationFinder : IBodyFinder
{
    // A known name of four characters is hardly ever chance.
    internal const int LongName = 4;

    public void Find(Paper paper, Surroundings surroundings)
    {
        for (var i = 0; (i = paper.Forms.NextStart(i, EntryKinds.Organization)) < paper.Text.Length;)
        {
            if (paper.Forms.TryLongest(i, EntryKinds.Organization, out var hit) && FormGuards.AllowName(paper.Text, hit)
                && hit.Form.First<OrganizationEntry>() is { } organization)
            {
                Add(paper, hit, organization);
                foreach (var shorter in paper.Forms.StartingAt(i))
                {
                    if (organization.Category is not ("media" or "company") && shorter.Length < hit.Length
                        && FormGuards.AllowName(paper.Text, shorter) && shorter.Form.First<OrganizationEntry>() is { } parent)
                    {
                        Add(paper, shorter, parent);
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

    private static void Add(Paper paper, LexicalHit hit, OrganizationEntry organization) => paper.Mentions.Add(new Mention
    {
        Span = new(hit.Start, hit.End),
        Type = EntityType.Organization,
        Name = organization.Name,
        Rule = "organization.gazetteer",
        Confidence = hit.Length >= LongName ? 0.95 : 0.9,
    });
}
