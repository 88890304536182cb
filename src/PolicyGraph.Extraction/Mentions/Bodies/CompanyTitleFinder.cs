using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Companies by the title that follows their short name: 甲甲科技总经理, ABC公司CEO.</summary>
internal sealed class CompanyTitleFinder : IBodyFinder
{
    /// <summary>The rule of these mentions.</summary>
    public const string Rule = "organization.title";

    private const int MaxName = 12;

    // Three characters may be a person before the title (某某某董事长).
    private const int MinBare = 4;
    private const int MaxBare = 6;

    private static readonly string[] Ranks = ["副", "常务", "高级", "执行", "资深", "助理", "原", "首席", "第一", "轮值"];

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

            var end = WithoutRank(paper.Text, title.Start);
            var start = NameStart.Find(paper, end, surroundings.SentenceStart(end));
            var parts = NameParts.Read(paper, start, end);
            var name = new TextSpan(parts.Start, end);
            if (
                name.Length <= MaxName
                && !parts.IsClass
                && (
                    CompanyListFinder.EndsInTrade(paper, name)
                    || StandsAlone(paper, name, parts.Anchor)
                    || CompanyListFinder.IsFirmOfField(paper, name)
                )
            )
            {
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = name,
                        Type = EntityType.Organization,
                        Name = name.Of(paper.Text),
                        Rule = Rule,
                        Confidence = 0.8,
                    }
                );
            }
        }
    }

    // 甲甲科技常务副总经理: the rank is the title's.
    private static int WithoutRank(string text, int end)
    {
        foreach (var rank in Ranks)
        {
            end -= text.AsSpan(0, end).EndsWith(rank) ? rank.Length : 0;
        }

        return end;
    }

    // Right after a mark, nothing but a firm's short name comes before such a title.
    private static bool StandsAlone(Paper paper, TextSpan name, NameAnchor anchor) =>
        anchor == NameAnchor.None
        && name.Length is >= MinBare and <= MaxBare
        && (name.Start == 0 || !(NameStart.IsNameCharacter(paper.Text[name.Start - 1]) || paper.Text[name.Start - 1] == '）'));
}
