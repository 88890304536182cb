using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Programmes, works and pilots of the state that every paper knows, whatever verb stands before them: 三北防护林工程, “宽带中国”战略.
/// </summary>
internal static class KnownSchemes
{
    /// <summary>The rule of the agreements of states, which no one body gives out.</summary>
    public const string Treaty = "work.treaty";

    /// <summary>The class of a scheme that its form names; others are known by the official name that stands there (RCEP).</summary>
    private const string Named = "scheme";

    /// <summary>What makes another word of the last one: 工程师, 工程学院.</summary>
    private const string GoesOn = "师学院系专";

    public static void Find(Paper paper)
    {
        var hits = paper.Words[Table.KnownSchemes];
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i];
            var isBeginningOfNext = i + 1 < hits.Count && hits[i + 1].Start == hit.Start;
            var isPartOfWord =
                char.IsAsciiLetter(paper.Text[hit.End - 1]) && hit.End < paper.Text.Length && char.IsAsciiLetter(paper.Text[hit.End])
                || char.IsAsciiLetter(paper.Text[hit.Start]) && hit.Start > 0 && char.IsAsciiLetter(paper.Text[hit.Start - 1])
                || hit.End < paper.Text.Length && GoesOn.Contains(paper.Text[hit.End], StringComparison.Ordinal);
            if (!isBeginningOfNext && !isPartOfWord && !GoesOnAsTitle(paper.Text.AsSpan(hit.End)))
            {
                var span = new TextSpan(hit.Start, hit.End);
                WorkScan.KnownSchemes.TryAt(paper.Text, hit.Start, out _, out var official);
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = span,
                        Type = EntityType.Policy,
                        Name = official is Named ? paper.Source.Surface(span) : official!,
                        Rule = official is Named ? "work.known-scheme" : Treaty,
                        Confidence = 0.88,
                    }
                );
            }
        }
    }

    /// <summary>“十四五”规划纲要, “九五”计划和2010年远景目标纲要 are longer titles, “九五”计划期间 the years of it.</summary>
    private static bool GoesOnAsTitle(ReadOnlySpan<char> rest) =>
        rest is ['纲', ..] or ['和', '2' or '二', ..] || rest.StartsWith("期间") || rest.StartsWith("时期");
}
