using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Statistics.Indicators;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// Finds what a figure is about. In this order: what a limit governs; the list that the figure stands in; the event or scheme that its noun
/// tells; whom its clause names; whom an earlier clause of the sentence names; what the passage is about; what the article is about.
/// </summary>
internal sealed class SubjectFinder
{
    private const int NearOpening = 8;
    private static readonly string[] Everywhere = ["全球", "世界", "全世界", "各国"];
    private readonly Paper _paper;
    private readonly ArticleFrames _frames;
    private readonly PhraseTrimmer _trimmer;
    private readonly AimedPassages _aims;
    private readonly MentionWindow _window;
    private readonly SubjectNames _names;
    private readonly ClauseSubjects _clauses;
    private readonly Several _several;
    private readonly Applications _applications;
    private readonly Rulings _rulings;
    private readonly CarriedSubject _carried;
    private readonly CountOwners _counts;
    private readonly MemberOwners _members;

    public SubjectFinder(Paper paper, ArticleFrames frames, PhraseTrimmer trimmer, AimedPassages aims)
    {
        (_paper, _frames, _trimmer, _aims, _window) = (paper, frames, trimmer, aims, new MentionWindow(paper));
        _names = new SubjectNames(paper, _window);
        _several = new Several(paper, _window, _trimmer);
        _rulings = new Rulings(paper, _window);
        _applications = new Applications(paper, _window);
        var heads = new ClauseHeads(paper, _window, _trimmer, _names);
        _clauses = new ClauseSubjects(paper, frames, _window, _names, heads);
        _carried = new CarriedSubject(
            paper,
            frames,
            _window,
            _trimmer,
            _applications,
            _names,
            heads,
            new EventHeads(paper, frames, _window),
            _several,
            new Speakers(paper, _window)
        );
        _counts = new CountOwners(paper, frames, _window, _carried);
        _members = new MemberOwners(paper, _window, _names);
    }

    /// <summary>Takes note of whom a sentence opens with, figures or not; sentences must come in their order.</summary>
    public void Enter(Sentence sentence) => _carried.Enter(sentence);

    public void Find(Figure figure)
    {
        var frame = _frames[figure.Sentence.Article];
        if (figure.Kind == StatisticKind.Limit)
        {
            figure.Subject = _rulings.OfLimit(frame, figure);
        }
        else if (_members.Of(figure, out var measured) is { } member)
        {
            (figure.Subject, figure.SubjectSpan, figure.Measured) = (member.Entity, member.Span, measured);
        }
        else if (figure.ListHead is { } head && !ReferenceEquals(head, figure))
        {
            (figure.Subject, figure.SubjectSpan) = (head.Subject, head.SubjectSpan);
        }
        else if (_several.Are(figure) && _counts.Of(figure) is null)
        {
            figure.Subject = frame is { IsOfPlace: true, Topic: { Type: EntityType.Place } home } ? home : null;
        }
        else if (_clauses.Of(figure) is { } owner && (owner.Entity.Type == EntityType.Event || _counts.Of(figure) is null))
        {
            Own(figure, frame, owner);
        }
        else
        {
            figure.Subject =
                _counts.Of(figure)
                ?? (
                    !figure.IsRank
                    && IsOfEverywhere(new(figure.SharesClause ? figure.Prefix.Start : figure.Clause.Start, figure.Quantity.Span.Start))
                        ? null
                        : Understood(figure, frame)
                );
        }
    }

    private void Own(Figure figure, ArticleFrame frame, Owner owner)
    {
        figure.Subject = OfExhibition(owner.Entity, frame) ?? OfSource(figure, owner) ?? owner.Entity;
        figure.SubjectSpan = owner.Span;
        if (ReferenceEquals(figure.Subject, owner.Entity) && !IsOneOf(figure) && IsAtOpening(figure, owner.Span))
        {
            _carried.Note(figure.Sentence, owner.Entity);
        }
    }

    /// <summary>是甲省6个重点县之一，…: what follows is about the one, not the province.</summary>
    private bool IsOneOf(Figure figure) =>
        _paper.Text.AsSpan(figure.Quantity.Span.End, Math.Max(0, figure.Clause.End - figure.Quantity.Span.End)).EndsWith("之一");

    /// <summary>Whom the clause does not name: taken over from the clause before, the passage, or the article.</summary>
    private Entity? Understood(Figure figure, ArticleFrame frame)
    {
        if (frame.Policy is null && _rulings.IsQuotedTarget(figure, out var target))
        {
            return target;
        }

        if (_aims.IsAim && figure.Kind == StatisticKind.Target && _carried.TopicAt(figure, frame) is { Type: EntityType.Place } home)
        {
            return home;
        }

        if (frame.IsOfPlace)
        {
            figure.FollowsNamed =
                figure.Previous is { } before && (before.SubjectSpan is not null || before.FollowsNamed) && FollowsDirectly(before, figure);
            return figure.FollowsNamed ? figure.Previous!.Subject : Backed(figure, frame) ?? _carried.Section ?? frame.Topic;
        }

        if (_applications.In(figure.Clause, out var place))
        {
            return place;
        }

        if (figure.Sentence.IsHeading)
        {
            return frame.Topic is { } topic && !TitlePlaces.IsCountry(topic) && frame.TopicFrom < figure.Quantity.Span.End ? topic : null;
        }

        if (Bracketed(figure) is { } bracketed)
        {
            return bracketed;
        }

        if (UnnamedFirms.IsSubject(_paper.Text.AsSpan(figure.Sentence.Span.Start, figure.Quantity.Span.Start - figure.Sentence.Span.Start)))
        {
            return null;
        }

        return IsToldEarlier(figure, frame, out var earlier) ? earlier : _carried.Of(figure, frame);
    }

    /// <summary>支持甲市打造枢纽，新开航线5条: in a report what follows is what the place that is backed has done.</summary>
    private Entity? Backed(Figure figure, ArticleFrame frame)
    {
        Entity? backed = null;
        if (frame is not { IsReport: true, Topic: { Type: EntityType.Place } home })
        {
            return null;
        }

        foreach (var mention in _window.Within(new(figure.Sentence.Span.Start, figure.Clause.Start)))
        {
            var before = _paper.Text.AsSpan(figure.Sentence.Span.Start, mention.Span.Start - figure.Sentence.Span.Start);
            var after = _paper.Text.AsSpan(mention.Span.End, figure.Clause.Start - mention.Span.End);
            if (
                mention is { Inside: false, Type: EntityType.Place or EntityType.Zone }
                && mention.Entity is { } place
                && !ReferenceEquals(place, home)
                && (before.EndsWith("支持") || before.EndsWith("推动") || before.EndsWith("支撑"))
                && (after.StartsWith("打造") || after.StartsWith("建设") || after.StartsWith("加快") || after.StartsWith("创建"))
                && after.IndexOf('；') < 0
                && !TitlePlaces.IsElsewhere(place, home)
            )
            {
                backed = place;
            }
        }

        return backed;
    }

    /// <summary>
    /// 甲省统计局称，全省…, 《甲省规划》提出，全省…: the province whose office or plan speaks, or whose name heads the section, whichever
    /// the paper named before.
    /// </summary>
    private Entity? OfSource(Figure figure, Owner owner)
    {
        if (owner.Span is not { Length: 2 } name || _paper.Text[name.Start] != '全')
        {
            return null;
        }

        var place = _rulings.IsQuotedTarget(figure, out var quoted)
            ? quoted
            : _carried.Source
                ?? _carried.Section
                ?? (_paper.Text[name.Start + 1] == '区' ? ZoneBefore(figure.Sentence.Span.Start, name.Start) : null);
        return place is { Type: EntityType.Place or EntityType.Zone } && place.Name[^1] == _paper.Text[name.Start + 1] ? place : null;
    }

    /// <summary>甲高新区成立十年，全区…: the zone that the sentence opens with.</summary>
    private Entity? ZoneBefore(int start, int end)
    {
        foreach (var mention in _window.Within(new(start, end)))
        {
            if (SubjectNames.MayBe(mention))
            {
                return mention is { Type: EntityType.Zone } && mention.Span.Start - start < NearOpening ? mention.Entity : null;
            }
        }

        return null;
    }

    private bool FollowsDirectly(Figure previous, Figure figure) =>
        figure.SharesClause || Clauses.Before(_paper.Text, figure.Sentence.Span, figure.Clause.Start).Start == previous.Clause.Start;

    /// <summary>甲省（59.2）, but not 来自甲省（12个）: the name before the bracket is what the value is of.</summary>
    private Entity? Bracketed(Figure figure)
    {
        if (
            figure.Clause.Start < figure.Sentence.Span.Start + 2
            || _paper.Text[figure.Clause.Start - 1] != '（'
            || figure.Prefix.Length > 1
        )
        {
            return null;
        }

        var outer = new TextSpan(figure.Sentence.Span.Start, figure.Clause.Start - 1);
        if (_paper.Text.AsSpan(outer.Start, outer.Length).Contains("来自", StringComparison.Ordinal))
        {
            return figure.Previous?.Subject;
        }

        foreach (var mention in _window.Within(outer))
        {
            if (mention.Span.End == outer.End && SubjectNames.MayBe(mention))
            {
                return mention.Entity;
            }
        }

        return null;
    }

    /// <summary>
    /// Whom the clauses before name, the nearest first: the subject of a figure there, or who heads the clause; null where it is the world.
    /// </summary>
    private bool IsToldEarlier(Figure figure, ArticleFrame frame, out Entity? subject)
    {
        subject = null;
        if (figure.SharesClause && Told(figure, figure.Clause) is { } same)
        {
            subject = same;
            return true;
        }

        for (var clause = figure.Clause; ; )
        {
            var before = Clauses.Before(_paper.Text, figure.Sentence.Span, clause.Start);
            if (before.IsEmpty || before.Start >= clause.Start)
            {
                return false;
            }

            if ((Told(figure, before) ?? _carried.HeadOf(before, figure.Sentence)) is { } entity)
            {
                return !IsSpeaker(entity, figure, frame) && Take(OfExhibition(entity, frame) ?? entity, figure, out subject);
            }

            if (IsOfEverywhere(before))
            {
                return true;
            }

            clause = before;
        }
    }

    private bool Take(Entity entity, Figure figure, out Entity? subject)
    {
        subject = entity;
        _carried.Note(figure.Sentence, entity);
        return true;
    }

    /// <summary>甲公司董事长张三表示 in the report of an event: the body stands there for its person.</summary>
    private bool IsSpeaker(Entity entity, Figure figure, ArticleFrame frame) =>
        entity.Type == EntityType.Organization && frame.Topic is { Type: EntityType.Event } && _window.NamesPerson(figure.Sentence.Span);

    /// <summary>The exhibition areas of an event belong to it.</summary>
    private static Entity? OfExhibition(Entity named, ArticleFrame frame) =>
        frame.Topic is { Type: EntityType.Event } topic
        && (named.Name.EndsWith("展区", StringComparison.Ordinal) || named.Name.EndsWith("展馆", StringComparison.Ordinal))
            ? topic
            : null;

    /// <summary>The subject that an earlier figure in that clause was given by name.</summary>
    private Entity? Told(Figure figure, TextSpan clause)
    {
        for (var earlier = figure.Previous; earlier is not null; earlier = earlier.Previous)
        {
            if (
                earlier.SubjectSpan is { } name
                && !IsOneOf(earlier)
                && !_names.IsHome(name)
                && !_names.IsField(name)
                && earlier.Clause.Overlaps(clause)
            )
            {
                return earlier.Subject;
            }
        }

        return null;
    }

    private bool IsAtOpening(Figure figure, TextSpan? name) =>
        name is not { } span
        || span.Start <= _trimmer.Opening(new(figure.Clause.Start, Math.Max(figure.Clause.Start, figure.Quantity.Span.Start)))
            && !_names.IsHome(span)
            && !_names.IsField(span);

    /// <summary>全球共有…: the world is no entity of the graph; 全球10亿人次关注 tells where they are.</summary>
    private bool IsOfEverywhere(TextSpan run)
    {
        var start = _trimmer.Opening(run);
        return start + 1 < run.End && _paper.Text.AsSpan(start, run.End - start - 1).StartsWithAny(Everywhere);
    }
}
