using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Statistics.Indicators;
using PolicyGraph.Extraction.Statistics.Reporters;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// Whom the sentences before have set as subject: within a paragraph whoever headed the last sentence or clause that named one; beyond it
/// the event that the article reports, or what it is about.
/// </summary>
internal sealed class CarriedSubject(
    Paper paper,
    ArticleFrames frames,
    MentionWindow window,
    PhraseTrimmer trimmer,
    Applications applications,
    SubjectNames names,
    ClauseHeads heads,
    EventHeads events,
    Several several,
    Speakers speakers
)
{
    private const int Clauses = 3;
    private const int NearOpening = 24;
    private static readonly string[] Profiles = ["简介", "概况", "介绍", "基本情况", "概述", "情况", "基本概况", "情况介绍"];
    private static readonly string[] ProjectWords = ["投产", "达产", "项目建成", "一期", "二期", "首期", "厂区"];
    private static readonly string[] Hosting =
    [
        "主办",
        "承办",
        "协办",
        "联合举办",
        "共同举办",
        "联合主办",
        "共同主办",
        "联合承办",
        "共同承办",
        "指导",
        "支持",
    ];
    private readonly Dictionary<Entity, Entity?> _places = [];
    private readonly Func<Mention, TextSpan, bool> _fits = (mention, clause) =>
        names.MayHead(mention) && !names.IsField(mention.Span) && !names.IsAside(mention, clause);
    private int _article = -1;
    private Entity? _paragraph;
    private Entity? _place;
    private Entity? _body;
    private Entity? _before;
    private Entity? _speaker;
    private int _from;
    private bool _isNameless;

    /// <summary>The place whose office or report the sentence entered last quotes; null where it quotes none.</summary>
    public Entity? Source { get; private set; }

    /// <summary>The event that a sentence of the article has set as subject last, or null.</summary>
    public Entity? Event { get; private set; }

    /// <summary>
    /// What the last heading that is a name (甲县简介, 三、乙片区, 甲市：某业破百亿) puts its section under; null where there was none.
    /// </summary>
    public Entity? Section { get; private set; }

    /// <summary>Takes note of whom a sentence opens with; sentences must come in their order.</summary>
    public void Enter(Sentence sentence)
    {
        (Source, _from) = (null, sentence.Span.Start);
        if (sentence.Article != _article)
        {
            (_article, _place, Event, Section) = (sentence.Article, null, null, null);
            (_paragraph, _body, _speaker, _isNameless) = (null, null, null, false);
            heads.Body = null;
            heads.AreClassesMeant =
                frames[sentence.Article] is { IsReport: false, Policy: null } frame
                && (frame.Topic is null || TitlePlaces.IsCountry(frame.Topic));
        }

        if (
            paper.Source.GapBefore(sentence.Span.Start) == Gap.Line
            && !Sections.GoesOn(paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length))
        )
        {
            (_paragraph, _body, _speaker, _isNameless) = (null, null, null, false);
        }

        if (sentence.IsHeading)
        {
            Section = Headed(sentence.Span) ?? Section;
        }

        if (sentence.IsHeading || IsItem(sentence))
        {
            return;
        }

        var opening = FirstClause(sentence.Span);
        (_before, _speaker) = (_paragraph, speakers.In(opening) ?? _speaker);
        if (OpensWithApplication(opening, out var place) || OpensWithSeveral(sentence.Span, opening))
        {
            (_paragraph, _body, _isNameless) = (place ?? _paragraph, null, true);
        }
        else if (Opening(sentence, opening) is { } entity)
        {
            Note(sentence, entity);
        }
    }

    /// <summary>Lets an entity be the subject until another takes over.</summary>
    public void Note(Sentence sentence, Entity entity)
    {
        if (sentence.Article != _article || EventNouns.IsOccasion(entity))
        {
            return;
        }

        _isNameless = false;
        if (entity.Type == EntityType.Organization)
        {
            _body = heads.Body = entity;
            return;
        }

        (_paragraph, _body) = (entity, null);
        Event = entity.Type == EntityType.Event ? entity : Event;
        _place = entity.Type is EntityType.Place or EntityType.Zone && !TitlePlaces.IsCountry(entity) ? entity : _place;
    }

    /// <summary>What a figure is about whose sentence names nobody; what a speaker at an event tells is about whom he speaks for.</summary>
    public Entity? Of(Figure figure, ArticleFrame frame)
    {
        var isHere = figure.Sentence.Article == _article;
        if (_isNameless && isHere)
        {
            return _paragraph is { Type: EntityType.Place or EntityType.Zone } ? _paragraph : null;
        }

        if (
            _body is not null
            && isHere
            && (frame.Topic is not { Type: EntityType.Event } && _paragraph is not { Type: EntityType.Event } || TellsOfProject(figure))
        )
        {
            return _body;
        }

        var near = isHere ? (figure.Quantity.Span.Start < _from ? _before : _paragraph) ?? Section : null;
        near =
            near is not null && frame is { IsReport: false, TopicFrom: >= 0, Topic: { } home } && TitlePlaces.Holds(near, SeatOf(home))
                ? home
                : near;
        var carried = near ?? (frame.Topic is { Type: EntityType.Event } ? Event ?? frame.Topic : TopicAt(figure, frame) ?? _place);
        return
            carried is { Type: EntityType.Event }
            && isHere
            && _speaker is not null
            && !speakers.IsOfOccasion(figure.Clause)
            && !speakers.Organizes(_speaker, carried)
            ? _speaker
            : carried;
    }

    /// <summary>What the article is about; where it has not named that yet, the place that it named last, or its country.</summary>
    public Entity? TopicAt(Figure figure, ArticleFrame frame) =>
        frame.TopicFrom <= figure.Quantity.Span.End ? frame.Topic
        : figure.Sentence.Article == _article && _place is not null ? _place
        : TitlePlaces.Country(paper);

    /// <summary>Who heads a clause: by name or taken up by its kind; the place of whoever tells what follows.</summary>
    public Entity? HeadOf(TextSpan clause, Sentence sentence)
    {
        if (
            heads.Of(clause, frames[sentence.Article].Span.Start, _fits) is { } head
            && !(head.Entity.Type is EntityType.Organization or EntityType.Place or EntityType.Zone && IsHosting(clause))
        )
        {
            return head.Entity;
        }

        return
            OfSource(clause) is { } whose
            && !(frames[sentence.Article].Topic is { Type: EntityType.Event } reported && speakers.Organizes(whose, reported))
            ? Source = whose
            : events.Of(clause, sentence, _paragraph);
    }

    /// <summary>The place in which a zone lies; any other entity itself.</summary>
    private Entity SeatOf(Entity home)
    {
        if (home.Type != EntityType.Zone)
        {
            return home;
        }

        if (!_places.TryGetValue(home, out var seat))
        {
            _places.Add(home, seat = paper.Relations.Find(r => r.Type == RelationType.LocatedIn && ReferenceEquals(r.From, home))?.To);
        }

        return seat ?? home;
    }

    /// <summary>甲协会与乙市政府共同举办: who holds an event is not what its report is about.</summary>
    private bool IsHosting(TextSpan clause) => paper.Text.AsSpan(clause.Start, clause.Length).EndsWithAny(Hosting);

    /// <summary>
    /// 甲公司投资6亿元。一期投产后年产值8亿元: in the report of an event the sentence goes on with the firm that the one before opened
    /// with.
    /// </summary>
    private bool TellsOfProject(Figure figure)
    {
        var lead = paper.Text.AsSpan(figure.Sentence.Span.Start, figure.Quantity.Span.Start - figure.Sentence.Span.Start);
        foreach (var word in ProjectWords)
        {
            if (lead.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>甲县简介, 甲市：某业破百亿: a heading that consists of a name, or sets one before it.</summary>
    private Entity? Headed(TextSpan heading)
    {
        var opening = trimmer.Opening(heading);
        foreach (var mention in window.Within(heading))
        {
            if (mention.Span.Start <= opening && names.MayHead(mention) && !EventNouns.IsOccasion(mention.Entity!))
            {
                var rest = paper.Text.AsSpan(mention.Span.End, heading.End - mention.Span.End).TrimEnd("：。");
                return
                    (rest.IsEmpty || paper.Text[mention.Span.End] == '：') && mention.Type is EntityType.Place or EntityType.Zone
                    || Array.IndexOf(Profiles, rest.ToString()) >= 0
                    ? mention.Entity
                    : null;
            }
        }

        return null;
    }

    /// <summary>三是甲市引领发展: an item's own subject does not hold for the items after it.</summary>
    private bool IsItem(Sentence sentence) =>
        sentence.Span.Length > 2
        && paper.Text[sentence.Span.Start + 1] == '是'
        && Quantities.Numerals.Digits.OfWord(paper.Text[sentence.Span.Start]) > 0;

    /// <summary>三年来，这些城市…: several places, in the first clause or the one behind it.</summary>
    private bool OpensWithSeveral(TextSpan sentence, TextSpan first) =>
        several.Opens(first)
        || first.End + 1 < sentence.End
            && several.Opens(Statistics.Clauses.Around(paper.Text, sentence, new(first.End + 1, first.End + 1)));

    /// <summary>Who heads one of the first clauses: 某负责人表示，我国…</summary>
    private Entity? Opening(Sentence sentence, TextSpan first)
    {
        var span = sentence.Span;
        for (var (i, start) = (0, span.Start); i < Clauses && start < span.End; i++)
        {
            var clause = i == 0 ? first : Statistics.Clauses.Around(paper.Text, span, new(start, start));
            if (HeadOf(clause, sentence) is { } entity)
            {
                _from = clause.Start;
                return entity;
            }

            start = Math.Max(clause.End, start) + 1;
        }

        return null;
    }

    /// <summary>甲省统计局分析称, 甲区政府工作报告显示: what follows is about the place of whoever tells it.</summary>
    private Entity? OfSource(TextSpan clause)
    {
        foreach (var mention in window.Within(clause))
        {
            if (
                mention is { Inside: false, Type: EntityType.Agency or EntityType.Publication, Entity: { } source }
                && mention.Span.Start <= trimmer.Opening(clause) + 2
                && (
                    SourceWords.Speaks(paper.Text.AsSpan(mention.Span.End))
                    || SourceWords.IsAccount(paper.Text.AsSpan(0, mention.Span.Start), paper.Text.AsSpan(mention.Span.End))
                )
            )
            {
                return _places.TryGetValue(source, out var known) ? known : _places[source] = TitlePlaces.Named(paper, source.Name);
            }
        }

        return null;
    }

    private TextSpan FirstClause(TextSpan sentence) => Statistics.Clauses.Around(paper.Text, sentence, new(sentence.Start, sentence.Start));

    private bool OpensWithApplication(TextSpan clause, out Entity? place) =>
        applications.In(new(clause.Start, Math.Min(clause.End, clause.Start + NearOpening)), out place) || applications.IsMeant(clause);
}
