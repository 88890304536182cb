using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Companies by the title that follows their short name: 甲甲科技总经理, ABC公司CEO.</summary>
internal sealed class CompanyTitleFinder : IBodyFinder
{
    private const int MaxName = 12;

    // Three characters may be a person before the title (某某某董事长).
    private const int MinBare = 4;
    private const int MaxBare = 6;

    public void Find(Paper paper, Surroundings surroundings)
    {
        var lastEnd = 0;
        for (var i = 0; (i = paper.Forms.NextOf(i, WordClasses.CompanyTitle)) < paper.Forms.Count; i++)
        {
            var title = paper.Forms[i];
            if (title.Start == 0 || title.End == lastEnd)
            {
                continue;
            }

            lastEnd = title.End;

            var start = NameStart.Find(paper, title.Start, surroundings.SentenceStart(title.Start));
            var parts = NameParts.Read(paper, start, title.Start);
            var name = new TextSpan(parts.Start, title.Start);
            if (name.Length <= MaxName && !parts.IsClass && (CompanyListFinder.EndsInTrade(paper, name) || StandsAlone(paper, name, parts.Anchor)))
            {
                paper.Mentions.Add(new Mention
                {
                    Span = name,
                    Type = EntityType.Organization,
                    Name = name.Of(paper.Text),
                    Rule = "organization.title",
                    Confidence = 0.8,
                });
            }
        }
    }

    // Right after a mark, nothing but a firm's short name comes before such a title.
    private static bool StandsAlone(Paper paper, TextSpan name, NameAnchor anchor) =>
        anchor == NameAnchor.None && name.Length is >= MinBare and <= MaxBare
        && (name.Start == 0 || !(NameStart.IsNameCharacter(paper.Text[name.Start - 1]) || paper.Text[name.Start - 1] == '）'));
}
