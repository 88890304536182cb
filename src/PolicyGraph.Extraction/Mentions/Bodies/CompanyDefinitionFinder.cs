using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Companies without a last word that tells them, by a sentence that says what they are: 甲甲阀业是国内首家…上市公司, 乙乙是一家…企业. What
/// stands before 是 must open the clause and be a word of its own, no place and no pronoun.
/// </summary>
internal sealed class CompanyDefinitionFinder : IBodyFinder
{
    private const int MinName = 3;
    private const int MaxName = 8;
    private const int MaxClause = 40;

    private static readonly string[] Openings =
    [
        "一家",
        "国内",
        "我国",
        "全国",
        "中国",
        "全球",
        "世界",
        "目前国内",
        "国际",
        "行业",
        "业内",
        "专业",
        "集",
    ];
    private static readonly string[] Firms = ["企业", "公司", "厂商", "制造商", "供应商", "服务商", "厂家", "运营商", "集成商", "开发商"];

    public void Find(Paper paper, Surroundings surroundings)
    {
        var text = paper.Text;
        for (var i = text.IndexOf('是', StringComparison.Ordinal); i >= 0; i = text.IndexOf('是', i + 1))
        {
            if (Opens(text, i + 1) && NamesFirm(text, i + 1))
            {
                Add(paper, new(NameStart.Find(paper, i, surroundings.SentenceStart(i)), i));
            }
        }
    }

    private static bool Opens(string text, int at) => text.AsSpan(at).StartsWithAny(Openings);

    private static bool NamesFirm(string text, int start)
    {
        var length = text.AsSpan(start, Math.Min(MaxClause, text.Length - start)).IndexOfAny('，', '。', '；');
        var clause = length < 0 ? default : text.AsSpan(start, length);
        foreach (var firm in Firms)
        {
            if (clause.EndsWith(firm) || clause.EndsWith(firm + "之一"))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(Paper paper, TextSpan name)
    {
        var parts = NameParts.Read(paper, name.Start, name.End);
        if (
            name.Length is < MinName or > MaxName
            || parts.IsClass
            || parts.Start != name.Start
            || parts.Anchor is NameAnchor.BareLevel
            || IsKnown(paper, name)
            || (name.Start > 0 && NameStart.IsNameCharacter(paper.Text[name.Start - 1]))
            || name.Of(paper.Text).AsSpan().IndexOfAny("这那其它们就也都正仅不只便我你他该此项目".AsSpan()) >= 0
        )
        {
            return;
        }

        paper.Mentions.Add(
            new Mention
            {
                Span = name,
                Type = EntityType.Organization,
                Name = name.Of(paper.Text),
                Rule = "organization.definition",
                Confidence = 0.7,
            }
        );
    }

    // A place or a body that the gazetteers know, or a firm's full name, is found as such.
    private static bool IsKnown(Paper paper, TextSpan name)
    {
        foreach (var hit in paper.Forms.EndingAt(name.End))
        {
            const WordClasses Ends =
                WordClasses.OrganizationSuffix
                | WordClasses.OrganizationSuffixAnchored
                | WordClasses.CompanyClass
                | WordClasses.ZoneSuffix
                | WordClasses.ZoneSuffixAnchored
                | WordClasses.AgencySuffix
                | WordClasses.Party
                | WordClasses.VenueSuffix
                | WordClasses.CompanyTitle;
            if (hit.Form.IsName || hit.Form.Is(Ends))
            {
                return true;
            }
        }

        return false;
    }
}
