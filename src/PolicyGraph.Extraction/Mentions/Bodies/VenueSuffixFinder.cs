using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Halls, stations, bridges, parks and other places with a name of their own, by its last word.</summary>
internal sealed class VenueSuffixFinder() : SuffixFinder(EntityType.Place, Rule, WordClasses.VenueSuffix)
{
    public const string Rule = "place.venue";

    // Above a body by the same last word.
    public const double Sure = 0.92;

    private const int MinOwn = 2;
    private const int MaxOwn = 8;

    protected override bool Accepts(Paper paper, LexicalHit suffix, NameParts parts)
    {
        var length = suffix.Start - parts.Start;
        return length >= MinOwn
            && !IsMeasure(paper.Text, parts.Start, suffix.End)
            && paper.Text[parts.Start] is not ('我' or '本' or '该')
            && !(suffix.Form.Text == "展馆" && paper.Text[suffix.Start - 1] == '会')
            && parts.Anchor switch
            {
                NameAnchor.Name => !(parts.IsClass && suffix.Form.Text.Length == 2) || suffix.Form.Text == "机场",
                NameAnchor.None => !parts.IsClass && length <= MaxOwn && suffix.Form.Text is not ("口岸" or "车站"),
                _ => false,
            };
    }

    // 人均体育场地面积 measures, where 奥林匹克体育场 names.
    private static bool IsMeasure(string text, int start, int end) =>
        text.AsSpan(start).StartsWith("人均") || (text[end - 1] == '场' && end < text.Length && text[end] == '地');

    protected override int Trim(Paper paper, int start, int end) =>
        AfterGrade(paper.Text, AfterLast(paper, start, end, WordClasses.ZoneBoundary), end);

    // 30万吨级甲航道: the grade is none of the name's.
    private static int AfterGrade(string text, int start, int end) =>
        start < end && char.IsAsciiDigit(text[start]) && text.IndexOf('级', start, end - start) is >= 0 and var grade ? grade + 1 : start;

    protected override int EndOf(Paper paper, LexicalHit suffix) => VenueBrackets.End(paper.Text, suffix.End);

    protected override void Describe(Mention mention) => mention.Props["level"] = "venue";
}
