using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>The paper's mentions run by run; fast where runs are asked for nearly in the order of the text.</summary>
internal sealed class MentionWindow(Paper paper)
{
    private int _next;

    /// <summary>The mentions that lie wholly within <paramref name="span"/>, in their order.</summary>
    public Run Within(TextSpan span)
    {
        while (_next > 0 && paper.Mentions[_next - 1].Span.Start >= span.Start)
        {
            _next--;
        }

        while (_next < paper.Mentions.Count && paper.Mentions[_next].Span.Start < span.Start)
        {
            _next++;
        }

        return new(paper.Mentions, _next, span.End);
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

    /// <summary>A value, since several are asked for in every sentence.</summary>
    public struct Run(List<Mention> mentions, int next, int end)
    {
        private int _next = next - 1;

        public readonly Mention Current => mentions[_next];

        public readonly Run GetEnumerator() => this;

        public bool MoveNext()
        {
            for (_next++; _next < mentions.Count && mentions[_next].Span.Start < end; _next++)
            {
                if (mentions[_next].Span.End <= end)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
