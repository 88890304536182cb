using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>An event's organizing committee by its short forms: 组委会, 论坛组委会, 大会组委会办公室. The full name has an anchor and is found by its suffix.</summary>
internal sealed class CommitteeFinder : IBodyFinder
{
    private const string Committee = "组委会";
    private const string Office = "办公室";

    public void Find(Paper paper, Surroundings surroundings)
    {
        var text = paper.Text;
        for (var i = text.IndexOf(Committee, StringComparison.Ordinal); i >= 0; i = text.IndexOf(Committee, i + 1, StringComparison.Ordinal))
        {
            var start = i;
            foreach (var hit in paper.Forms.EndingAt(i))
            {
                if (hit.Form.Is(WordClasses.EventWord))
                {
                    start = hit.Start;
                    break;
                }
            }

            var end = i + Committee.Length;
            Add(paper, new(start, end), Committee);
            if (text.AsSpan(end).StartsWith(Office))
            {
                Add(paper, new(start, end + Office.Length), Committee + Office);
            }
        }
    }

    private static void Add(Paper paper, TextSpan span, string name) => paper.Mentions.Add(new Mention
    {
        Span = span,
        Type = EntityType.Organization,
        Name = name,
        Rule = "organization.committee",
        Confidence = 0.8,
        Form = MentionForm.Short,
    });
}
