using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Linking;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// The event that a clause opens with by its kind alone (本届大会, 论坛期间, 此次集中发布): the one set as subject last, else the one that
/// the article reports.
/// </summary>
internal sealed class EventHeads(Paper paper, ArticleFrames frames, MentionWindow window)
{
    private const int NearOpening = 24;

    /// <param name="clause">From its first character on.</param>
    /// <param name="sentence">The sentence that it belongs to.</param>
    /// <param name="near">What the passage is about so far, or null.</param>
    public Entity? Of(TextSpan clause, Sentence sentence, Entity? near)
    {
        var words = paper.Text.AsSpan(clause.Start, clause.Length);
        var topic = frames[sentence.Article].Topic is { Type: EntityType.Event } reported ? reported : null;
        var last = near is { Type: EntityType.Event } ? near : null;
        if (EventNouns.Fragment(words) is { IsEmpty: false } part && ByFragment(sentence, part) is { } named)
        {
            return named;
        }

        return NamesEvent(clause) ? null
            : last is not null && EventNouns.Opens(words, last.Name) ? last
            : topic is not null && EventNouns.Opens(words, topic.Name) ? topic
            : null;
    }

    /// <summary>此次集中发布: the event of the article whose name has these words, where one was named before.</summary>
    private Entity? ByFragment(Sentence sentence, ReadOnlySpan<char> part)
    {
        var article = frames[sentence.Article].Span;
        foreach (var entity in paper.Entities)
        {
            if (
                entity.Type == EntityType.Event
                && entity.Name.AsSpan().Contains(part, StringComparison.Ordinal)
                && entity.Mentions[0].Span.Start < sentence.Span.Start
                && entity.Mentions.Exists(m => article.Contains(m.Span))
            )
            {
                return entity;
            }
        }

        return null;
    }

    /// <summary>论坛技术交易大会 is an event of its own, though its first word would name the article's.</summary>
    private bool NamesEvent(TextSpan clause)
    {
        foreach (var mention in window.Within(new(clause.Start, Math.Min(clause.End, clause.Start + NearOpening))))
        {
            if (mention is { Type: EntityType.Event, Inside: false })
            {
                return true;
            }
        }

        return false;
    }
}
