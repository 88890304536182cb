using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Statistics.Indicators;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// Who stands at the head of a clause, behind times and words that lead in: by name, or taken up by the last words of a name (公司,
/// 该中心).
/// </summary>
internal sealed class ClauseHeads(Paper paper, MentionWindow window, PhraseTrimmer trimmer, SubjectNames names)
{
    private readonly TakenUp _takenUp = new(paper);
    private readonly ZoneClasses _classes = new(paper);

    /// <summary>The body that headed a sentence of the article last, or null: 公司 takes it up.</summary>
    public Entity? Body
    {
        get => _takenUp.Body;
        set => _takenUp.Body = value;
    }

    /// <summary>True where the article is about no place or zone of its own: 国家高新区 then means all of them.</summary>
    public bool AreClassesMeant { get; set; }

    /// <param name="clause">From its first character on.</param>
    /// <param name="floor">Where the article begins: nothing before it is taken up.</param>
    /// <param name="fits">Whether a name may be the head of the clause; of several at one place the first that fits is it.</param>
    public Owner? Of(TextSpan clause, int floor, Func<Mention, TextSpan, bool> fits)
    {
        var mentions = window.Within(clause);
        var more = mentions.MoveNext();
        for (var (at, next) = (clause.Start, clause.Start); at < clause.End; at = next)
        {
            var quoted = paper.Text[at] == '“' ? 1 : 0;
            for (; more && mentions.Current.Span.Start <= at + quoted; more = mentions.MoveNext())
            {
                if (fits(mentions.Current, clause))
                {
                    var nearest = names.Nearest(mentions.Current, clause);
                    return new(nearest.Entity!, nearest.Span);
                }
            }

            if (AreClassesMeant && _classes.At(AfterCount(at, clause.End), clause.End) is { } zones)
            {
                return new(zones, null);
            }

            if (_takenUp.At(at, clause.End, floor) is { } entity)
            {
                return new(entity, null);
            }

            next = trimmer.AfterLead(at, clause.End);
            if (next == at)
            {
                break;
            }
        }

        return null;
    }

    /// <summary>178家|国家高新区.</summary>
    private int AfterCount(int at, int end)
    {
        var next = at;
        while (next < end && char.IsAsciiDigit(paper.Text[next]))
        {
            next++;
        }

        return next > at && next < end && paper.Text[next] is '家' or '个' ? next + 1 : at;
    }
}

/// <summary>What a figure is about, and where the words name it.</summary>
/// <param name="Entity">The subject.</param>
/// <param name="Span">Its name in the clause; null where it is understood.</param>
internal readonly record struct Owner(Entity Entity, TextSpan? Span);
