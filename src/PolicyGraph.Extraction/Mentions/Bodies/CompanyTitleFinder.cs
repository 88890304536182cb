using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Companies by the title that follows their short name: 甲甲科技总经理, ABC公司CEO.</summary>
internal sealed class CompanyTitleFinder : IBodyFinder
{
    private const int MaxName = 8;

    public void Find(Paper paper, Surroundings surroundings)
    {
        for (var i = 0; i < paper.Forms.Count; i++)
        {
            var title = paper.Forms[i];
            if ((title.Form.Classes & WordClasses.CompanyTitle) == WordClasses.None || title.Start == 0)
            {
                continue;
            }

            var start = NameStart.Find(paper, title.Start, surroundings.SentenceStart(title.Start));
            var parts = NameParts.Read(paper, start, title.Start);
            var name = new TextSpan(parts.Start, title.Start);
            if (name.Length <= MaxName && !parts.IsClass && CompanyListFinder.EndsInTrade(paper, name))
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
}
