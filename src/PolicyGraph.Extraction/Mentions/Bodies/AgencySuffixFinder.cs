using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Leading groups, command posts, committees and offices that governments set up for a purpose, by the last word of their names.</summary>
internal sealed class AgencySuffixFinder() : SuffixFinder(EntityType.Agency, "agency.suffix", WordClasses.AgencySuffix)
{
    private const int MinOwn = 4;
    private const int MaxOwn = 16;

    protected override bool Accepts(Paper paper, LexicalHit suffix, NameParts parts)
    {
        var length = suffix.Start - parts.Start;
        if (paper.Text.AsSpan(parts.Start, suffix.End - parts.Start).Contains("标准化", StringComparison.Ordinal))
        {
            return false;
        }

        return parts.Anchor switch
        {
            NameAnchor.Name => length > 0 && (!parts.IsClass || IsBodyOfZone(suffix.Form.Text)),
            NameAnchor.Prefix => length >= MinOwn && !parts.IsClass,
            NameAnchor.BareLevel => IsBareLevel(paper.Text, parts.Start) && length >= MinOwn,
            _ => !parts.IsClass && length is >= MinOwn and <= MaxOwn && suffix.Form.Text is "领导小组" or "领导小组办公室" or "专班" or "工作专班" or "指挥部",
        };
    }

    private static bool IsBodyOfZone(string suffix) => suffix is "管委会" or "管理委员会" or "党工委" or "管委会办公室" or "管理委员会办公室";

    protected override string NameOf(string text, LexicalHit suffix) => suffix.Form.Text switch
    {
        "管委会" => string.Concat(text.AsSpan(0, text.Length - suffix.Length), "管理委员会"),
        "党工委" => $"中国共产党{text[..^suffix.Length]}工作委员会",
        _ => text,
    };
}
