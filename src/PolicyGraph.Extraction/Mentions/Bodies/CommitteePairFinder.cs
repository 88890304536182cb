using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>甲开发区党工委、管委会, 甲开发区工委书记、管委会主任: the committee beside the party's is that of the same zone.</summary>
internal sealed class CommitteePairFinder : IBodyFinder
{
    private const int LongestTitle = 8;

    private static readonly string[] Party = ["党工委", "工委"];

    private static readonly string[] Committees = ["管理委员会", "管委会"];

    public void Find(Paper paper, Surroundings surroundings)
    {
        var text = paper.Text;
        for (var at = text.IndexOf("工委", StringComparison.Ordinal); at >= 0; at = text.IndexOf("工委", at + 2, StringComparison.Ordinal))
        {
            var head = Array.Find(Party, word => text.AsSpan(0, at + 2).EndsWith(word))!;
            var zone = new TextSpan(ZoneStart(paper, surroundings, at + 2 - head.Length), at + 2 - head.Length);
            var start = text.AsSpan(at + 2, Math.Min(LongestTitle, text.Length - at - 2)).IndexOf("管") + at + 2;
            var committee = start > at + 2 && text[start - 1] is '、' or '和' ? Array.Find(Committees, word => text.AsSpan(start).StartsWith(word)) : null;
            if (committee is not null && !zone.IsEmpty && !text.AsSpan(at + 2, start - at - 2).ContainsAny("，。；"))
            {
                paper.Mentions.Add(new Mention
                {
                    Span = new(start, start + committee.Length), Type = EntityType.Agency, Name = zone.Of(text) + "管理委员会", Rule = "agency.committee-pair", Confidence = 0.88, Form = MentionForm.Short,
                });
            }
        }
    }

    private static int ZoneStart(Paper paper, Surroundings surroundings, int end)
    {
        var start = NameStart.Find(paper, end, surroundings.SentenceStart(end));
        return end > start && paper.Text[end - 1] is '区' or '园' or '城' or '港' or '岛' ? start : end;
    }
}
