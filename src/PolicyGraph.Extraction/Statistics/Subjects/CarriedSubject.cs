using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Statistics.Indicators;
using PolicyGraph.Extraction.Statistics.Reporters;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// Whom the sentences before have set as subject: within a paragraph whoever opened the last sentence or clause that named one; beyond it the event
/// that the article reports, or the zone or place that it is about.
/// </summary>
internal sealed class CarriedSubject(Paper paper, ArticleFrames frames, MentionWindow window, PhraseTrimmer trimmer, Applications applications)
{
    private const int Clauses = 3;
    private static readonly string[] FirmWords = ["公司", "该企业", "投产", "达产", "项目建成", "一期", "二期", "首期", "厂区"];
    private const int NearOpening = 24;
    private const int Dateline = 14;
    private const int Post = 12;
    private readonly Dictionary<Entity, Entity?> _places = [];
    private int _article = -1;
    private Entity? _paragraph;
    private Entity? _place;
    private Entity? _event;

    /// <summary>The place whose office or report the sentence entered last quotes; null where it quotes none.</summary>
    public Entity? Source { get; private set; }

    /// <summary>The event that a sentence of the article has set as subject last, or null.</summary>
    public Entity? Event => _event;

    private Entity? _firm;
    private bool _isApplication;

    public void Enter(Sentence sentence)
    {
        Source = null;
        if (sentence.Article != _article)
        {
            (_article, _place, _event) = (sentence.Article, null, null);
            (_paragraph, _isApplication) = (null, false);
        }

        if (paper.Source.GapBefore(sentence.Span.Start) == Gap.Line)
        {
            (_paragraph, _firm, _isApplication) = (null, null, false);
        }

        if (sentence.IsHeading || IsItem(sentence))
        {
            return;
        }

        if (OpensWithApplication(sentence.Span, out var place))
        {
            (_paragraph, _isApplication) = (place ?? _paragraph, true);
        }
        else if (Opening(sentence) is { } entity)
        {
            _firm = entity.Type == EntityType.Organization ? entity : null;
            Note(sentence, entity);
        }
    }

    public void Note(Sentence sentence, Entity entity)
    {
        if (sentence.Article != _article || entity.Type == EntityType.Organization || EventNouns.IsOccasion(entity))
        {
            return;
        }

        (_paragraph, _isApplication) = (entity, false);
        _event = entity.Type == EntityType.Event ? entity : _event;
        _place = entity.Type is EntityType.Place or EntityType.Zone && !TitlePlaces.IsCountry(entity) ? entity : _place;
    }

    public Entity? Of(Figure figure, ArticleFrame frame)
    {
        var near = figure.Sentence.Article == _article ? _paragraph : null;
        if (_firm is not null && figure.Sentence.Article == _article && SpeaksOfFirm(figure))
        {
            return _firm;
        }

        if (_isApplication)
        {
            return near is { Type: EntityType.Place or EntityType.Zone } ? near : null;
        }

        return near ?? (frame.Topic is { Type: EntityType.Event } ? _event ?? frame.Topic : frame.Topic ?? _place);
    }

    /// <summary>甲公司是…。公司一期投资6亿元，投产后年产值8亿元: the sentence goes on with the firm that the one before opened with.</summary>
    private bool SpeaksOfFirm(Figure figure)
    {
        var lead = paper.Text.AsSpan(figure.Sentence.Span.Start, figure.Quantity.Span.Start - figure.Sentence.Span.Start);
        foreach (var word in FirmWords)
        {
            if (lead.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>三是甲市引领发展: an item's own subject does not hold for the items after it.</summary>
    private bool IsItem(Sentence sentence) =>
        sentence.Span.Length > 2 && paper.Text[sentence.Span.Start + 1] == '是' && Quantities.Numerals.Digits.OfWord(paper.Text[sentence.Span.Start]) > 0;

    /// <summary>Who stands at the opening of one of the first clauses: 某负责人表示，我国…</summary>
    private Entity? Opening(Sentence sentence)
    {
        var span = sentence.Span;
        var start = span.Start;
        for (var i = 0; i < Clauses && start < span.End; i++)
        {
            var clause = Statistics.Clauses.Around(paper.Text, span, new(start, start));
            var opening = trimmer.Opening(clause);
            foreach (var mention in window.Within(clause))
            {
                if (mention.Span.Start <= opening && ClauseSubjects.MayBeSubject(mention) && mention.Span.Length > 1 && !IsWhole(mention) && !ClauseSubjects.IsInWord(paper, mention) && !IsAside(mention, clause))
                {
                    return mention.Entity;
                }
            }

            if (OfSource(clause, opening) is { } whose)
            {
                return Source = whose;
            }

            if (ByKind(sentence, clause) is { } meant)
            {
                return meant;
            }

            start = Math.Max(clause.End, start) + 1;
        }

        return null;
    }

    /// <summary>甲省统计局分析称, 甲区政府工作报告显示: what follows is about the place of whoever tells it.</summary>
    private Entity? OfSource(TextSpan clause, int opening)
    {
        foreach (var mention in window.Within(clause))
        {
            if (mention is { Inside: false, Type: EntityType.Agency or EntityType.Publication, Entity: { } source } && mention.Span.Start <= opening + 2
                && (SourceWords.Speaks(paper.Text.AsSpan(mention.Span.End)) || SourceWords.IsAccount(paper.Text.AsSpan(0, mention.Span.Start), paper.Text.AsSpan(mention.Span.End))))
            {
                return _places.TryGetValue(source, out var known) ? known : _places[source] = TitlePlaces.Named(paper, source.Name);
            }
        }

        return null;
    }

    /// <summary>本届大会, 论坛期间: the event set last, else the one that the article reports.</summary>
    private Entity? ByKind(Sentence sentence, TextSpan clause)
    {
        var words = paper.Text.AsSpan(clause.Start, clause.Length);
        var topic = frames[sentence.Article].Topic is { Type: EntityType.Event } reported ? reported : null;
        var last = _paragraph is { Type: EntityType.Event } near ? near : null;
        if (EventNouns.Fragment(words) is { IsEmpty: false } part && ByFragment(sentence, part) is { } named)
        {
            return named;
        }

        return NamesEvent(clause) ? null : last is not null && EventNouns.Opens(words, last.Name) ? last : topic is not null && EventNouns.Opens(words, topic.Name) ? topic : null;
    }

    /// <summary>此次集中发布: the event of the article whose name has these words, where one was named before.</summary>
    private Entity? ByFragment(Sentence sentence, ReadOnlySpan<char> part)
    {
        var article = frames[sentence.Article].Span;
        foreach (var entity in paper.Entities)
        {
            if (entity.Type == EntityType.Event && entity.Name.AsSpan().Contains(part, StringComparison.Ordinal)
                && entity.Mentions[0].Span.Start < sentence.Span.Start && entity.Mentions.Exists(m => article.Contains(m.Span)))
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

    /// <summary>甲、乙等12个城市, a dateline (某网12月8日讯), 甲省省长张三出席: names that the sentence is not about.</summary>
    public bool IsAside(Mention mention, TextSpan clause)
    {
        var after = paper.Text.AsSpan(mention.Span.End, Math.Max(0, clause.End - mention.Span.End));
        return mention.Type == EntityType.Event && SourceWords.IsWhereLearnt(paper.Text.AsSpan(0, mention.Span.Start), after)
            || after.StartsWith("、") || after.StartsWith("”“") || after.StartsWith("”、") || after.StartsWith("”等") || after.StartsWith("等")
            || after[..Math.Min(after.Length, Dateline)].Contains("日讯", StringComparison.Ordinal) || after[..Math.Min(after.Length, Dateline)].Contains("日电", StringComparison.Ordinal)
            || window.NamesPerson(new(mention.Span.End, Math.Min(clause.End, mention.Span.End + Post)));
    }

    private bool OpensWithApplication(TextSpan sentence, out Entity? place)
    {
        var clause = Statistics.Clauses.Around(paper.Text, sentence, new(sentence.Start, sentence.Start));
        return applications.In(new(clause.Start, Math.Min(clause.End, clause.Start + NearOpening)), out place) || applications.IsMeant(clause);
    }

    private bool IsWhole(Mention mention) => paper.Text.AsSpan(mention.Span.Start, mention.Span.Length) is "全国" or "国内";

}
