using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
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
            var head = text.AsSpan(0, at + 2).WordAtEnd(Party)!;
            var zone = Zone(paper, surroundings, at + 2 - head.Length, out var name);
            var start = text.AsSpan(at + 2, Math.Min(LongestTitle, text.Length - at - 2)).IndexOf("管") + at + 2;
            var committee = start > at + 2 && text[start - 1] is '、' or '和' ? text.AsSpan(start).WordAtStart(Committees) : null;
            if (committee is not null && !zone.IsEmpty && !text.AsSpan(at + 2, start - at - 2).ContainsAny("，。；"))
            {
                Add(paper, new(zone.Start, at + 2), $"中国共产党{name}工作委员会", MentionForm.Name);
                Add(paper, new(start, start + committee.Length), name + "管理委员会", MentionForm.Short);
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = zone,
                        Type = EntityType.Zone,
                        Name = name,
                        Rule = ZoneFinder.Rule,
                        Confidence = 0.85,
                    }
                );
            }
        }
    }

    // 高新区党工委, where the paper has said which.
    private static string? Bare(Paper paper, Surroundings surroundings, int start, int end)
    {
        foreach (var hit in paper.Forms.StartingAt(start))
        {
            if (hit.End == end && hit.Form.Is(WordClasses.ZoneKind))
            {
                return ZoneKindFinder.NameOf(paper, hit, surroundings);
            }
        }

        return null;
    }

    private static void Add(Paper paper, TextSpan span, string name, MentionForm form) =>
        paper.Mentions.Add(
            new Mention
            {
                Span = span,
                Type = EntityType.Agency,
                Name = name,
                Rule = "agency.committee-pair",
                Confidence = 0.9,
                Form = form,
            }
        );

    /// <summary>The zone that ends at a position, by the gazetteer or by its own words; empty where none does.</summary>
    private static TextSpan Zone(Paper paper, Surroundings surroundings, int end, out string name)
    {
        foreach (var hit in paper.Forms.EndingAt(end))
        {
            if (hit.Form.First<ZoneEntry>() is { } zone)
            {
                name = zone.Name;
                return new(hit.Start, end);
            }
        }

        var start = NameStart.Find(paper, end, surroundings.SentenceStart(end));
        start = paper.Text.AsSpan(start, end - start).LastIndexOf('年') is var year and >= 0 ? start + year + 1 : start;
        name = Bare(paper, surroundings, start, end) ?? paper.Text[start..end];
        return end - start > 2 && paper.Text[end - 1] is '区' or '园' or '城' or '港' or '岛' ? new(start, end) : default;
    }
}
