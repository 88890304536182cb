using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Parts of zones, named after the zone: 甲高新区南部园区, 乙合作区先行启动区, 丙自贸区高新功能区. Only a few characters stand between,
/// none of them a boundary.
/// </summary>
internal sealed class ZonePartFinder : IBodyFinder
{
    private const int MaxOwn = 4;

    private static readonly string[] Parts =
    [
        "园区",
        "片区",
        "启动区",
        "先行区",
        "功能区",
        "核心区",
        "拓展区",
        "分园",
        "起步区",
        "示范片区",
    ];

    public void Find(Paper paper, Surroundings surroundings)
    {
        foreach (var zone in paper.Mentions.Where(m => m.Type == EntityType.Zone).ToList())
        {
            if (PartEnd(paper, zone.Span.End) is { } end)
            {
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = new(zone.Span.Start, end),
                        Type = EntityType.Zone,
                        Name = paper.Text[zone.Span.Start..end],
                        Rule = "zone.part",
                        Confidence = 0.85,
                    }
                );
            }
        }
    }

    private static int? PartEnd(Paper paper, int start)
    {
        for (var i = start; i <= start + MaxOwn && i < paper.Text.Length && NameStart.IsNameCharacter(paper.Text[i]); i++)
        {
            if (i > start && paper.Text.AsSpan(i).WordAtStart(Parts) is { } part)
            {
                return i + part.Length;
            }

            foreach (var hit in paper.Forms.StartingAt(i))
            {
                if (
                    hit.Form.Is(WordClasses.Boundary | WordClasses.ZoneBoundary)
                    || (hit.Length > 1 && (hit.Form.Kinds & ~(EntryKinds.Word | EntryKinds.Place)) != EntryKinds.None)
                )
                {
                    return null;
                }
            }

            if (
                paper.Text[i] is '大' or '个' or '两' or '的' or '和' or '与' or '及' or '各' or '等' or '内' or '作'
                || paper.Source.GapBefore(i) != Text.Gap.None
            )
            {
                return null;
            }
        }

        return null;
    }
}
