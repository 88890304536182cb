using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Bodies that are set up in the sentence: 设立海上通道金融服务中心, 甲国际合作中心正式揭牌. What is set up has a name of its own, though
/// no place or body begins it; a name of modifiers alone (设立研发中心) is a kind.
/// </summary>
internal sealed class EstablishedFinder : IBodyFinder
{
    private const int MinOwn = 4;
    private const int MaxOwn = 18;
    private const WordClasses Ends = WordClasses.OrganizationSuffix | WordClasses.OrganizationSuffixAnchored;

    private static readonly string[] Before = ["设立", "成立", "组建", "新设", "设立了", "成立了", "组建了", "挂牌成立", "揭牌成立"];
    private static readonly string[] After =
    [
        "揭牌",
        "正式揭牌",
        "挂牌成立",
        "正式成立",
        "揭牌成立",
        "揭牌运营",
        "正式挂牌",
        "挂牌运营",
        "正式启用",
        "开诊",
    ];

    public void Find(Paper paper, Surroundings surroundings)
    {
        for (var i = 0; (i = paper.Forms.NextOf(i, Ends)) < paper.Forms.Count; i++)
        {
            var suffix = paper.Forms[i];
            var (ends, opens) = (EndsClause(paper.Text, suffix.End), paper.Text.AsSpan(suffix.End).StartsWithAny(After));
            if (!(ends || opens) || !FormGuards.AllowSuffix(paper.Text, suffix))
            {
                continue;
            }

            var start = NameStart.Find(paper, suffix.Start, surroundings.SentenceStart(suffix.Start));
            var isSetUp =
                ends && paper.Text.AsSpan(0, start).EndsWithAny(Before)
                || opens && (start == 0 || !NameStart.IsNameCharacter(paper.Text[start - 1]));
            if (
                isSetUp
                && suffix.Start - start is >= MinOwn and <= MaxOwn
                && NameParts.Read(paper, start, suffix.Start) is var parts
                && !parts.IsClass
                && parts.Start == start
                && !IsVague(paper.Text.AsSpan(start, suffix.Start - start))
            )
            {
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = new(start, suffix.End),
                        Type = EntityType.Organization,
                        Name = paper.Text[start..suffix.End],
                        Rule = "organization.established",
                        Confidence = 0.74,
                    }
                );
            }
        }
    }

    private static bool EndsClause(string text, int end) => end == text.Length || text[end] is '，' or '。' or '；' or '、' or '（';

    private static bool IsVague(ReadOnlySpan<char> own) =>
        own.ContainsAny("的各每等其")
        || own.StartsWith("专门")
        || own.StartsWith("一")
        || own.StartsWith("多")
        || char.IsAsciiDigit(own[0]);
}
