using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Words that mean a place named elsewhere: 我国, 全国 and 国内 for China, 我省, 全市, 本县 for the place that the article speaks of.
/// </summary>
internal sealed class AnaphoraFinder : IBodyFinder
{
    private static readonly CharacterSet First = new("我全国本该你贵");

    public void Find(Paper paper, Surroundings surroundings)
    {
        var text = paper.Text;
        for (var i = First.Next(text, 0); i + 1 < text.Length; i = First.Next(text, i + 1))
        {
            var place = text[i + 1] switch
            {
                '国' when text[i] is '我' or '全' => China,
                '内' when text[i] == '国' && (i == 0 || text[i - 1] != '际') && (i + 2 == text.Length || text[i + 2] != '外') => China,
                '省'
                or '市'
                or '县'
                or '区'
                or '州'
                or '盟'
                or '旗' when text[i] is '我' or '全' or '本' or '该' || text[i] is '你' or '贵' && IsAddressed(text, i) =>
                    surroundings.Meant(i, text[i + 1]),
                _ => null,
            };
            if (place is null || IsCutOut(text, i))
            {
                continue;
            }

            paper.Mentions.Add(
                new Mention
                {
                    Span = new(i, i + 2),
                    Type = EntityType.Place,
                    Name = place.Name,
                    Rule = "place.anaphora",
                    Confidence = 0.85,
                    Form = MentionForm.Short,
                    Props = { ["level"] = place.Level },
                }
            );
        }
    }

    /// <summary>
    /// True where the two characters are the seam of two other words: 健|全省|级, 安|全国|家重点实验室, 全市|场, 资|本市|场; 西安全市 is
    /// none.
    /// </summary>
    private static bool IsCutOut(string text, int at)
    {
        var before = at == 0 ? ' ' : text[at - 1];
        var after = at + 2 < text.Length ? text[at + 2] : ' ';
        return text[at] == '全'
                && (
                    before is '健' or '齐'
                    || (text[at + 1], after) is ('国', '家' or '际') or ('市', '场') or ('区' or '县', '域')
                    || text.AsSpan(at).StartsWith("全国重点实验室")
                )
            || text[at] == '本' && (before is '资' or '成' or '基' or '样' || after == '场');
    }

    /// <summary>你省 and 贵市 are words of replies; 贵州市场 is none.</summary>
    private static bool IsAddressed(string text, int at) =>
        text[at] == '你' || at == 0 || text[at - 1] is '，' or '。' or '、' or '；' or '：' or '在' or '对' or '请' or '由' or '将';

    private static PlaceEntry? China => Lexicon.Default.Place("CHN");
}
