using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Parks whose own word stands in quotation marks before their kind: “远山蓝湾”特色产业园. Only words of kind stand between the mark and
/// the last word.
/// </summary>
internal sealed class QuotedZoneFinder : IBodyFinder
{
    private const int MinOwn = 2;
    private const int MaxOwn = 8;
    private const int MaxKind = 8;

    public void Find(Paper paper, Surroundings surroundings)
    {
        var text = paper.Text;
        for (var close = text.IndexOf('”', StringComparison.Ordinal); close >= 0; close = text.IndexOf('”', close + 1))
        {
            var open = text.LastIndexOf('“', close, Math.Min(close + 1, MaxOwn + 2));
            if (
                open >= 0
                && close - open - 1 >= MinOwn
                && End(paper, close + 1) is { } end
                && !text.AsSpan(open, close - open).ContainsAny("，。、；+")
            )
            {
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = new(open, end),
                        Type = EntityType.Zone,
                        Name = text[(open + 1)..close] + text[(close + 1)..end],
                        Rule = "zone.quoted",
                        Confidence = 0.82,
                    }
                );
            }
        }
    }

    /// <summary>Where a zone's last word ends that follows with nothing but modifiers before it; null where none does.</summary>
    private static int? End(Paper paper, int start)
    {
        for (var at = start; at < Math.Min(paper.Text.Length, start + MaxKind); )
        {
            var step = 0;
            foreach (var hit in paper.Forms.StartingAt(at))
            {
                if (hit.Form.Is(WordClasses.ZoneSuffix | WordClasses.ZoneSuffixAnchored) && FormGuards.AllowSuffix(paper.Text, hit))
                {
                    return hit.End;
                }

                step = Math.Max(step, hit.Form.Is(WordClasses.Modifier | WordClasses.Adjective) ? hit.Length : 0);
            }

            if (step == 0)
            {
                return null;
            }

            at += step;
        }

        return null;
    }
}
