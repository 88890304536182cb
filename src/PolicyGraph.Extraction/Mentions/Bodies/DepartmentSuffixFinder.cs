using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Departments whose function no table has: the full name of a division, or the bare word for its level, before words of their own and 局,
/// 厅, 委, 委员会 or 办公室 (甲市江河湖泊保护局, 市某某和某某委). Not what only ends like one: 某市开局, 某市展厅.
/// </summary>
internal sealed class DepartmentSuffixFinder() : SuffixFinder(EntityType.Agency, "agency.department", WordClasses.DepartmentSuffix)
{
    private const int MinOwn = 2;
    private const int MaxOwn = 16;
    private const string Levels = "省市县区州盟旗";

    /// <summary>What 局 and 厅 end besides departments: 格局, 邮局, 展厅.</summary>
    private const string NoDepartment = "副正格布结开全大当残败时变书邮棋赌定破做胜和终路展客餐告播厅议舞歌门前后供电银吊";

    private static readonly System.Buffers.SearchValues<char> NoOwn = System.Buffers.SearchValues.Create("各省级等第某院");

    private const string AfterShort = "，、。；：（）副主书党和与及印发";

    protected override bool Accepts(Paper paper, LexicalHit suffix, NameParts parts)
    {
        var text = paper.Text;
        var start = parts.Anchor switch
        {
            NameAnchor.Name
                when paper.Forms.TryLongest(parts.Start, EntryKinds.Place, out var place)
                    && Levels.Contains(text[place.End - 1], StringComparison.Ordinal) => place.End,
            NameAnchor.BareLevel when IsBareLevel(text, parts.Start) => parts.Start + 1,
            _ => suffix.End,
        };
        while (
            start < suffix.Start
            && paper.Forms.TryLongest(start, EntryKinds.Place, out var inner)
            && Levels.Contains(text[inner.End - 1], StringComparison.Ordinal)
        )
        {
            start = inner.End;
        }

        var own = suffix.Start - start;

        // What begins with a department that the tables know is that one and more: 甲市财政局局长, 甲市委常委.
        return own is >= MinOwn and <= MaxOwn
            && Ends(text, suffix)
            && text.AsSpan(start, own).IndexOfAny(NoOwn) < 0
            && !paper.Forms.TryLongest(start, EntryKinds.Department, out _);
    }

    protected override double Confidence(NameParts parts) => 0.8;

    private static bool Ends(string text, LexicalHit suffix) =>
        suffix.Form.Text switch
        {
            _ when text[suffix.Start - 1] == text[suffix.Start] => false,
            "局" or "厅" => !NoDepartment.Contains(text[suffix.Start - 1], StringComparison.Ordinal),
            "委" => text[suffix.Start - 1] is not ('党' or '常')
                && (suffix.End >= text.Length || AfterShort.Contains(text[suffix.End], StringComparison.Ordinal)),
            "办公室" => text[suffix.Start - 1] is not ('会' or '心'),
            _ => true,
        };
}
