using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Policies and lists that stand in running text without 《》, by the word that ends their names and the verb before them: an action,
/// project or plan that the text carries out (实施X工程), a plan that it issues or that begins with its place (X省…行动计划), a list that
/// something gets on (入选X目录), a pilot that a place becomes (成为X试点城市).
/// </summary>
internal static class SchemeNames
{
    public static void Find(Paper paper, NameWalker walker, WorkScan scan)
    {
        var text = paper.Text.AsSpan();
        var hits = scan.Schemes;
        var last = default(TextSpan);
        for (var i = 0; i < hits.Count; i++)
        {
            if (IsShadowed(hits, i))
            {
                continue;
            }

            var hit = hits[i];
            var kind = SuffixClass(text, hit);
            var span =
                kind is "not" || kind is "reform" && (hit.Start == 0 || text[hit.Start - 1] != '”')
                    ? default
                    : SchemeStart.Find(paper, walker, hit, kind, last);
            if (!span.IsEmpty)
            {
                Add(paper, span, kind, hit);
                if (kind is "pilot")
                {
                    Pilots.AddListed(paper, walker, span);
                }

                last = span;
            }
        }
    }

    private static string SuffixClass(ReadOnlySpan<char> text, PatternHit hit)
    {
        WorkScan.SchemeSuffixes.TryAt(text[..hit.End], hit.Start, out _, out var kind);
        return kind;
    }

    /// <summary>True where a longer suffix, or a word that only begins like one (工程师), covers this one.</summary>
    private static bool IsShadowed(List<PatternHit> hits, int index)
    {
        var hit = hits[index];
        for (var i = index + 1; i < hits.Count && hits[i].End <= hit.End + 4; i++)
        {
            if (hits[i].Start <= hit.Start && hits[i].End > hit.End)
            {
                return true;
            }
        }

        for (var i = index - 1; i >= 0 && hits[i].End == hit.End; i--)
        {
            if (hits[i].Start < hit.Start)
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(Paper paper, TextSpan span, string kind, PatternHit hit)
    {
        span = kind is "pilot" ? Pilots.WithoutBatch(paper, span) : span;
        var type = kind is "list" or "catalogue" or "rank" or "report" ? EntityType.Publication : EntityType.Policy;
        var surface = kind is "pilot" ? Pilots.Surface(paper, new(span.Start, hit.Start)) : paper.Source.Surface(span);
        var mention = new Mention
        {
            Span = span,
            Type = type,
            Name = kind is "scheme" ? Editions.Without(surface).ToString() : surface,
            Rule = "work.running-" + kind,
            Confidence = 0.8,
        };
        WorkProperties.Set(paper, mention, span);
        paper.Mentions.Add(mention);
    }
}
