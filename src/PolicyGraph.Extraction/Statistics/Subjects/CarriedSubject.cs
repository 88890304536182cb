using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Statistics.Indicators;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// Whom the sentences before have set as subject: within a paragraph whoever opened the last sentence or clause that named one; beyond it the event
/// that the article reports, or the zone or place that it is about.
/// </summary>
internal sealed class CarriedSubject(Paper paper, MentionWindow window, PhraseTrimmer trimmer)
{
    private const int Clauses = 3;
    private int _article = -1;
    private Entity? _paragraph;
    private Entity? _place;
    private Entity? _event;

    public void Enter(Sentence sentence)
    {
        if (sentence.Article != _article)
        {
            (_article, _place, _event) = (sentence.Article, null, null);
            _paragraph = null;
        }

        if (paper.Source.GapBefore(sentence.Span.Start) == Gap.Line)
        {
            _paragraph = null;
        }

        if (!sentence.IsHeading && !IsItem(sentence) && Opening(sentence.Span) is { } entity)
        {
            Note(sentence, entity);
        }
    }

    public void Note(Sentence sentence, Entity entity)
    {
        if (sentence.Article != _article || entity.Type == EntityType.Organization)
        {
            return;
        }

        _paragraph = entity;
        _event = entity.Type == EntityType.Event ? entity : _event;
        _place = entity.Type is EntityType.Place or EntityType.Zone && !IsCountry(entity) ? entity : _place;
    }

    public Entity? Of(Figure figure, ArticleFrame frame)
    {
        var near = figure.Sentence.Article == _article ? _paragraph : null;
        return near ?? (frame.Topic is { Type: EntityType.Event } ? _event ?? frame.Topic : frame.Topic ?? _place);
    }

    /// <summary>三是甲市引领发展: an item's own subject does not hold for the items after it.</summary>
    private bool IsItem(Sentence sentence) =>
        sentence.Span.Length > 2 && paper.Text[sentence.Span.Start + 1] == '是' && Quantities.Numerals.Digits.OfWord(paper.Text[sentence.Span.Start]) > 0;

    /// <summary>Who stands at the opening of one of the first clauses: 某负责人表示，我国…</summary>
    private Entity? Opening(TextSpan sentence)
    {
        var start = sentence.Start;
        for (var i = 0; i < Clauses && start < sentence.End; i++)
        {
            var clause = Statistics.Clauses.Around(paper.Text, sentence, new(start, start));
            var opening = trimmer.Opening(clause);
            foreach (var mention in window.Within(clause))
            {
                if (mention.Span.Start <= opening && ClauseSubjects.MayBeSubject(mention) && mention.Span.Length > 1 && !IsWhole(mention))
                {
                    return mention.Entity;
                }
            }

            start = Math.Max(clause.End, start) + 1;
        }

        return null;
    }

    private bool IsWhole(Mention mention) => paper.Text.AsSpan(mention.Span.Start, mention.Span.Length) is "全国" or "国内";

    private static bool IsCountry(Entity entity) => string.Equals(entity.Name, "中国", StringComparison.Ordinal);
}
