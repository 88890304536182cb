using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Statistics.Indicators;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// Finds what a figure is about: the name that opens its clause or stands right before what is measured, else the one that opens an earlier clause
/// of the sentence, else the passage's or the article's own.
/// </summary>
internal sealed class SubjectFinder
{
    private static readonly string[] Everywhere = ["全球", "世界", "全世界", "各国"];
    private readonly Paper _paper;
    private readonly ArticleFrames _frames;
    private readonly PhraseTrimmer _trimmer;
    private readonly MentionWindow _window;
    private readonly ClauseSubjects _clauses;
    private readonly Applications _applications;
    private readonly QuotedPolicies _quoted;
    private readonly CarriedSubject _carried;
    private readonly Dictionary<int, Entity?> _policies = [];

    public SubjectFinder(Paper paper, ArticleFrames frames)
    {
        (_paper, _frames, _trimmer, _window) = (paper, frames, new PhraseTrimmer(paper), new MentionWindow(paper));
        _clauses = new ClauseSubjects(paper, _window, _trimmer);
        _quoted = new QuotedPolicies(paper, _window);
        _applications = new Applications(paper, _window);
        _carried = new CarriedSubject(paper, frames, _window, _trimmer, _applications);
    }

    /// <summary>Takes note of whom a sentence opens with, figures or not; sentences must come in their order.</summary>
    public void Enter(Sentence sentence) => _carried.Enter(sentence);

    public void Find(Figure figure)
    {
        var frame = _frames[figure.Sentence.Article];
        if (figure.Kind == StatisticKind.Limit)
        {
            figure.Subject = LastPolicy(figure) ?? frame.Governed;
            return;
        }

        if (figure.ListHead is { } head && !ReferenceEquals(head, figure))
        {
            (figure.Subject, figure.SubjectSpan) = (head.Subject, head.SubjectSpan);
            return;
        }

        if (_clauses.IsOfSeveral(figure))
        {
            return;
        }

        var named = _clauses.Of(figure);
        if (Attended(figure, frame) is { } attended && named is not { Type: EntityType.Event })
        {
            figure.Subject = attended;
            return;
        }

        if (named is { } mention)
        {
            (figure.Subject, figure.SubjectSpan) = (OfExhibition(mention, frame) ?? OfSource(mention) ?? mention.Entity, mention.Span);
            if (IsAtOpening(figure, mention) && !IsHome(mention.Span) && ReferenceEquals(figure.Subject, mention.Entity))
            {
                Note(figure, mention.Entity!);
            }

            return;
        }

        figure.Subject = IsOfEverywhere(figure) ? null : Understood(figure, frame);
    }

    /// <summary>Whom the sentence does not name: taken over from the clause before, the passage, or the article.</summary>
    private Entity? Understood(Figure figure, ArticleFrame frame)
    {
        if (Piloted(figure) is { } policy)
        {
            return policy;
        }

        if (frame.Policy is null && _quoted.IsTarget(figure, out var target))
        {
            return target;
        }

        if (frame.IsReport || frame.Rules == RuleKind.Plan)
        {
            return figure.Previous is { SubjectSpan: not null } previous && FollowsDirectly(previous, figure) ? previous.Subject : frame.Topic;
        }

        if (_applications.In(figure.Clause, out var place))
        {
            return place;
        }

        if (figure.Sentence.IsHeading)
        {
            return frame.Topic is { Type: EntityType.Event } ? frame.Topic : null;
        }

        if (Bracketed(figure) is { } bracketed)
        {
            return bracketed;
        }

        if (UnnamedFirms.IsSubject(_paper.Text.AsSpan(figure.Sentence.Span.Start, figure.Quantity.Span.Start - figure.Sentence.Span.Start)))
        {
            return null;
        }

        if (EarlierInSentence(figure) is { } earlier && !(earlier.Type == EntityType.Organization && frame.Topic is { Type: EntityType.Event } && _window.NamesPerson(figure.Sentence.Span)))
        {
            Note(figure, earlier);
            return earlier;
        }

        return _carried.Of(figure, frame);
    }

    /// <summary>甲省统计局称，全省…: the province whose office speaks, whichever the paper named before.</summary>
    private Entity? OfSource(Mention mention) =>
        _carried.Source is { Type: EntityType.Place } place && mention.Span.Length == 2 && _paper.Text[mention.Span.Start] == '全' && place.Name[^1] == _paper.Text[mention.Span.Start + 1] ? place : null;

    /// <summary>来自甲市等地的300人参会: those who came are the event's.</summary>
    private Entity? Attended(Figure figure, ArticleFrame frame)
    {
        if (figure.Quantity.UnitKind != Quantities.UnitKind.People)
        {
            return null;
        }

        var suffix = _paper.Text.AsSpan(figure.Suffix.Start, figure.Suffix.Length);
        return suffix.StartsWith("参会") || suffix.StartsWith("与会") || suffix.StartsWith("到会") || suffix.StartsWith("出席") || suffix.StartsWith("参加会议") || suffix.StartsWith("参加了会议") || suffix.StartsWith("参加活动")
            ? _carried.Event ?? (frame.Topic is { Type: EntityType.Event } topic ? topic : null)
            : null;
    }

    private void Note(Figure figure, Entity entity) => _carried.Note(figure.Sentence, entity);

    private bool FollowsDirectly(Figure previous, Figure figure) =>
        figure.SharesClause || Clauses.Before(_paper.Text, figure.Sentence.Span, figure.Clause.Start).Start == previous.Clause.Start;

    /// <summary>甲省（59.2）, but not 来自甲省（12个）: the name before the bracket is what the value is of.</summary>
    private Entity? Bracketed(Figure figure)
    {
        if (figure.Clause.Start < 2 || _paper.Text[figure.Clause.Start - 1] != '（' || figure.Prefix.Length > 1)
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
            if (mention.Span.End == outer.End && ClauseSubjects.MayBeSubject(mention))
            {
                return mention.Entity;
            }
        }

        return null;
    }

    private Entity? EarlierInSentence(Figure figure)
    {
        for (var clause = figure.Clause; ;)
        {
            var before = Clauses.Before(_paper.Text, figure.Sentence.Span, clause.Start);
            if (before.IsEmpty || before.Start >= clause.Start)
            {
                return null;
            }

            if (Told(figure, before) is { } told)
            {
                return told;
            }

            var opening = _trimmer.Opening(before);
            foreach (var mention in _window.Within(before))
            {
                if (mention.Span.Start <= opening && mention.Span.Length > 1 && ClauseSubjects.MayBeSubject(mention) && !ClauseSubjects.IsInWord(_paper, mention) && !_clauses.IsField(mention) && !_clauses.NamesPost(mention, before) && !_carried.IsAside(mention, before))
                {
                    return mention.Entity;
                }
            }

            clause = before;
        }
    }

    /// <summary>The exhibition areas of an event belong to it.</summary>
    private static Entity? OfExhibition(Mention mention, ArticleFrame frame) =>
        frame.Topic is { Type: EntityType.Event } topic && mention.Name is var name && (name.EndsWith("展区", StringComparison.Ordinal) || name.EndsWith("展馆", StringComparison.Ordinal)) ? topic : null;

    /// <summary>国内12个省: from where, for this figure alone.</summary>
    private bool IsHome(TextSpan span) => _paper.Text.AsSpan(span.Start, span.Length) is "国内" or "境内";

    /// <summary>The subject that an earlier figure in that clause was given by name.</summary>
    private Entity? Told(Figure figure, TextSpan clause)
    {
        for (var earlier = figure.Previous; earlier is not null; earlier = earlier.Previous)
        {
            if (earlier.SubjectSpan is { } name && !IsHome(name) && earlier.Clause.Overlaps(clause))
            {
                return earlier.Subject;
            }
        }

        return null;
    }

    private bool IsAtOpening(Figure figure, Mention mention) =>
        mention.Span.Start <= _trimmer.Opening(new(figure.Clause.Start, Math.Max(figure.Clause.Start, figure.Quantity.Span.Start))) && !_clauses.IsField(mention);

    /// <summary>13家园区率先试点某制度: the scheme is what the count is about.</summary>
    private Entity? Piloted(Figure figure)
    {
        foreach (var mention in _window.Within(figure.Suffix))
        {
            if (mention is { Type: EntityType.Policy, Entity: { } entity } && _paper.Text.AsSpan(figure.Suffix.Start, mention.Span.Start - figure.Suffix.Start).EndsWith("试点"))
            {
                return entity;
            }
        }

        return null;
    }

    private Entity? LastPolicy(Figure figure)
    {
        var frame = _frames[figure.Sentence.Article];
        if (frame.Rules != RuleKind.None)
        {
            return frame.Governed;
        }

        return _policies.TryGetValue(figure.Sentence.Article, out var known) ? known : _policies[figure.Sentence.Article] = MostNamedPolicy(frame);
    }

    private Entity? MostNamedPolicy(ArticleFrame frame) =>
        _paper.Mentions.Where(m => m is { Type: EntityType.Policy, Entity: not null } && frame.Span.Contains(m.Span))
            .GroupBy(m => m.Entity).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;

    private bool IsOfEverywhere(Figure figure)
    {
        var start = _trimmer.Opening(new(figure.Clause.Start, figure.Quantity.Span.Start));
        return Array.Exists(Everywhere, word => _paper.Text.AsSpan(start).StartsWith(word)) && !figure.IsRank;
    }

}
