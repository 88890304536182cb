using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Centres that are venues because something is held in them: 在某地某某中心举行. The word alone may end the name of any body; one that
/// tells its work (研究中心, 服务中心) is no hall.
/// </summary>
internal sealed class VenueCentreFinder() : SuffixFinder(EntityType.Place, VenueSuffixFinder.Rule, WordClasses.OrganizationSuffixAnchored)
{
    private const int MinOwn = 2;
    private const int MaxOwn = 10;

    private static readonly string[] Manner = ["隆重", "盛大", "成功", "正式", "顺利", "同期", "同步", "如期"];
    private static readonly string[] Held =
    [
        "举行",
        "举办",
        "召开",
        "开幕",
        "启幕",
        "闭幕",
        "落幕",
        "落下帷幕",
        "拉开帷幕",
        "拉开序幕",
        "揭幕",
    ];

    protected override bool Accepts(Paper paper, LexicalHit suffix, NameParts parts) =>
        suffix.Form.Text == "中心"
        && parts.Anchor is NameAnchor.Name or NameAnchor.None
        && !parts.IsClass
        && suffix.Start - parts.Start is >= MinOwn and <= MaxOwn
        && parts.Start > 0
        && IsAt(paper, parts.Start)
        && IsHeld(paper.Text.AsSpan(EndOf(paper, suffix)));

    protected override double Confidence(NameParts parts) => VenueSuffixFinder.Sure;

    protected override int EndOf(Paper paper, LexicalHit suffix) => VenueBrackets.End(paper.Text, suffix.End);

    protected override void Describe(Mention mention) => mention.Props["level"] = "venue";

    private static bool IsAt(Paper paper, int start) =>
        paper.Text[start - 1] is '在' or '于' or '、'
        || (NameStart.KnownBefore(paper, start) is var place && place < start && place > 0 && paper.Text[place - 1] is '在' or '于');

    private static bool IsHeld(ReadOnlySpan<char> rest)
    {
        foreach (var word in Manner)
        {
            if (rest.StartsWith(word))
            {
                rest = rest[word.Length..];
                break;
            }
        }

        return rest.StartsWithAny(Held);
    }
}
