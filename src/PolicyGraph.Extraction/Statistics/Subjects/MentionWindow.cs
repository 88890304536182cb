using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>The paper's mentions run by run; fast where runs are asked for nearly in the order of the text.</summary>
internal sealed class MentionWindow(Paper paper)
{
    private int _next;

    /// <summary>The mentions that lie wholly within <paramref name="span"/>, in their order.</summary>
    public IEnumerable<Mention> Within(TextSpan span)
    {
        while (_next > 0 && paper.Mentions[_next - 1].Span.Start >= span.Start)
        {
            _next--;
        }

        while (_next < paper.Mentions.Count && paper.Mentions[_next].Span.Start < span.Start)
        {
            _next++;
        }

        for (var i = _next; i < paper.Mentions.Count && paper.Mentions[i].Span.Start < span.End; i++)
        {
            if (paper.Mentions[i].Span.End <= span.End)
            {
                yield return paper.Mentions[i];
            }
        }
    }

    /// <summary>True where a person is named in the run.</summary>
    public bool NamesPerson(TextSpan run)
    {
        foreach (var mention in Within(run))
        {
            if (mention.Type == EntityType.Person)
            {
                return true;
            }
        }

        return false;
    }
}
