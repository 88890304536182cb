using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Tests.Relations;

/// <summary>
/// Makes a paper from lines in which names are marked: <c>[Agency 海州市科技局]</c>, one in another as
/// <c>[Agency [Place 海州市]科技局]</c>, another name of the same entity as <c>[Event=海州论坛 本届论坛]</c>. Sentences and articles are
/// the pipeline's own.
/// </summary>
internal static class MarkedPaper
{
    public static Paper Read(string marked)
    {
        var (plain, marks) = Unmark(marked);
        var paper = new Paper(new SourceText(plain));
        new LineReader().Run(paper);
        new SentenceSplitter().Run(paper);
        new ArticleSplitter().Run(paper);
        var squeezed = Squeezed(plain);
        var rosters = new List<Mention>();
        RosterNames.Find(paper, rosters);
        foreach (var mark in marks.OrderBy(m => m.Start).ThenByDescending(m => m.End))
        {
            var span = new TextSpan(squeezed[mark.Start], squeezed[mark.End]);
            Add(paper, mark, span, marks, rosters.Find(m => m.Span == span)?.Rule ?? "test");
        }

        return paper;
    }

    private static void Add(Paper paper, Mark mark, TextSpan span, List<Mark> marks, string rule)
    {
        var surface = span.Of(paper.Text);
        var name = mark.Name ?? (surface[0] == '《' && surface[^1] == '》' ? surface[1..^1] : surface);
        var entity = paper.Entities.Find(e => e.Type == mark.Type && string.Equals(e.Name, name, StringComparison.Ordinal));
        if (entity is null)
        {
            entity = new Entity { Type = mark.Type, Name = name };
            paper.Entities.Add(entity);
        }

        var isInside = marks.Exists(o => o != mark && o.Start <= mark.Start && mark.End <= o.End);
        var mention = new Mention
        {
            Span = span,
            Type = mark.Type,
            Name = name,
            Rule = rule,
            Inside = isInside,
            Entity = entity,
        };
        entity.Mentions.Add(mention);
        paper.Mentions.Add(mention);
    }

    private static (string Plain, List<Mark> Marks) Unmark(string marked)
    {
        var plain = new System.Text.StringBuilder();
        var marks = new List<Mark>();
        var open = new Stack<(int Start, string Label)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '[')
            {
                var blank = marked.IndexOf(' ', i);
                open.Push((plain.Length, marked[(i + 1)..blank]));
                i = blank;
            }
            else if (marked[i] == ']')
            {
                var (start, label) = open.Pop();
                var parts = label.Split('=');
                marks.Add(new(start, plain.Length, Enum.Parse<EntityType>(parts[0]), parts.Length > 1 ? parts[1] : null));
            }
            else
            {
                plain.Append(marked[i]);
            }
        }

        return (plain.ToString(), marks);
    }

    /// <summary>For each position of the plain text, its position without white space.</summary>
    private static int[] Squeezed(string plain)
    {
        var positions = new int[plain.Length + 1];
        for (var i = 0; i < plain.Length; i++)
        {
            positions[i + 1] = positions[i] + (char.IsWhiteSpace(plain[i]) ? 0 : 1);
        }

        return positions;
    }

    private sealed record Mark(int Start, int End, EntityType Type, string? Name);
}
