using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Papers and magazines by the word after their title: 《某某》杂志, 《某某》周刊记者. The mention holds marks and word, as readers quote
/// it.
/// </summary>
internal sealed class MagazineFinder : IBodyFinder
{
    private const int MaxTitle = 12;

    public void Find(Paper paper, Surroundings surroundings)
    {
        var text = paper.Text;
        for (var i = text.IndexOf('》', StringComparison.Ordinal); i >= 0; i = text.IndexOf('》', i + 1))
        {
            var open = text.LastIndexOf('《', i, Math.Min(i + 1, MaxTitle));
            if (open < 0 || MediaWord(paper, i + 1) is not { } end)
            {
                continue;
            }

            paper.Mentions.Add(
                new Mention
                {
                    Span = new(open, end),
                    Type = EntityType.Organization,
                    Name = text[open..end],
                    Rule = "organization.magazine",
                    Confidence = 0.9,
                }
            );
        }
    }

    private static int? MediaWord(Paper paper, int start)
    {
        if (start >= paper.Text.Length)
        {
            return null;
        }

        foreach (var hit in paper.Forms.StartingAt(start))
        {
            if (hit.Form.Is(WordClasses.MediaWord))
            {
                return hit.End;
            }
        }

        return null;
    }
}
