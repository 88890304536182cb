using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Statistics.Indicators;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// Finds what a figure is about: the name that opens its clause or stands right before what is measured, else the one that opens an earlier clause
/// of the sentence, else the passage's or the article's own.
/// </summary>
internal sealed class SubjectFinder(Paper paper, ArticleFrames frames)
{
    /// <summary>How far a subject that a sentence names holds for those after it, where the article has one of its own.</summary>
    private const int Near = 200;

    private static readonly string[] Prepositions = ["来自", "对", "与", "和", "同", "向", "从", "由", "根据", "按照", "经", "依托", "面向", "围绕", "赴", "跟", "为", "、", "针对", "支持", "鼓励", "高出", "高于", "低于", "比", "较", "优于", "快于", "非", "除", "（", "占", "达到", "居"];
    private static readonly string[] Everywhere = ["全球", "世界", "全世界", "各国"];
    private static readonly string[] Fields = ["全国", "国内"];
    private readonly PhraseTrimmer _trimmer = new(paper);
    private (Entity Entity, int Article)? _topic;
    private (Entity Entity, int Article)? _event;
    private readonly Dictionary<int, Entity?> _policies = [];
    private int _topicAt;
    private int _next;

    public void Find(Figure figure)
    {
        var frame = frames[figure.Sentence.Article];
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

        if (InClause(figure) is { } mention)
        {
            (figure.Subject, figure.SubjectSpan) = (mention.Entity, mention.Span);
            if (IsAtOpening(figure, mention))
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

        if (frame.IsReport || frame.Rules == RuleKind.Plan)
        {
            return figure.Previous is { SubjectSpan: not null } previous && FollowsDirectly(previous, figure) ? previous.Subject : frame.Topic;
        }

        if (figure.Sentence.IsHeading)
        {
            return frame.Topic is { Type: EntityType.Event } ? frame.Topic : null;
        }

        if (Bracketed(figure) is { } bracketed)
        {
            return bracketed;
        }

        if (EarlierInSentence(figure) is { } earlier && !(earlier.Type == EntityType.Organization && frame.Topic is { Type: EntityType.Event } && NamesPerson(figure.Sentence.Span)))
        {
            Note(figure, earlier);
            return earlier;
        }

        if (frame.Topic is { Type: EntityType.Event } && _event is { } happening && happening.Article == figure.Sentence.Article)
        {
            return happening.Entity;
        }

        if (frame.Topic is { Type: EntityType.Event })
        {
            return frame.Topic;
        }

        var carried = _topic is { } topic && topic.Article == figure.Sentence.Article ? topic.Entity : null;
        return frame.Topic is null || figure.Sentence.Span.Start - _topicAt < Near ? carried ?? frame.Topic : frame.Topic;
    }

    private void Note(Figure figure, Entity entity)
    {
        if (entity.Type is EntityType.Event)
        {
            _event = (entity, figure.Sentence.Article);
        }

        if (entity.Type is not EntityType.Organization && !string.Equals(entity.Name, "中国", StringComparison.Ordinal))
        {
            _topic = (entity, figure.Sentence.Article);
            _topicAt = figure.Sentence.Span.Start;
        }
    }

    private bool FollowsDirectly(Figure previous, Figure figure) =>
        figure.SharesClause || Clauses.Before(paper.Text, figure.Sentence.Span, figure.Clause.Start).Start == previous.Clause.Start;

    private Mention? InClause(Figure figure)
    {
        var start = figure.SharesClause ? figure.Prefix.Start : figure.Clause.Start;
        var run = new TextSpan(AfterExamples(start, figure.Quantity.Span.Start), figure.Quantity.Span.Start);
        if (figure.IsRank && RankVerbs.Start(paper.Text.AsSpan(run.Start, run.Length)) is > 0 and var verb)
        {
            run = new(run.Start, run.Start + verb);
        }

        var opening = _trimmer.Trim(run, null).Start;
        var item = figure.Member is null ? _trimmer.Trim(new(AfterComma(run), run.End), null).Start : opening;
        Mention? beside = null;
        foreach (var mention in Within(run))
        {
            if (item > opening && mention.Span.Start > opening && mention.Span.Start == item && MayBeSubject(mention))
            {
                return mention;
            }
        }

        foreach (var mention in Within(run))
        {
            if (!MayBeSubject(mention) || (figure.IsRank && IsField(mention)))
            {
                continue;
            }

            if (mention.Span.Start <= opening)
            {
                return mention;
            }

            beside = IsAfterPreposition(mention.Span.Start, run.Start) || mention.Entity!.Type == EntityType.Organization && mention.Span.End < run.End ? beside : mention;
        }

        return beside ?? Following(figure);
    }

    /// <summary>Where the last 等 before the number ends: what stands before it only gives examples of what is counted.</summary>
    private int AfterExamples(int start, int end)
    {
        var etc = paper.Text.AsSpan(start, end - start).LastIndexOf('等');
        return etc < 0 ? start : start + etc + 1;
    }

    private int AfterComma(TextSpan run)
    {
        var comma = paper.Text.AsSpan(run.Start, run.Length).LastIndexOf('、');
        return comma < 0 ? run.Start : run.Start + comma + 1;
    }

    /// <summary>甲省（59.2）, but not 来自甲省（12个）: the name before the bracket is what the value is of.</summary>
    private Entity? Bracketed(Figure figure)
    {
        if (figure.Clause.Start < 2 || paper.Text[figure.Clause.Start - 1] != '（' || figure.Prefix.Length > 1)
        {
            return null;
        }

        var outer = new TextSpan(figure.Sentence.Span.Start, figure.Clause.Start - 1);
        if (paper.Text.AsSpan(outer.Start, outer.Length).Contains("来自", StringComparison.Ordinal))
        {
            return figure.Previous?.Subject;
        }

        foreach (var mention in Within(outer))
        {
            if (mention.Span.End == outer.End && MayBeSubject(mention))
            {
                return mention.Entity;
            }
        }

        return null;
    }

    /// <summary>首期100亿元创新基金, 为期四天的展会: the fund or event named right after its size.</summary>
    private Mention? Following(Figure figure)
    {
        foreach (var mention in Within(new(figure.Quantity.Span.End, figure.Suffix.End)))
        {
            var named = figure.Quantity.UnitKind switch
            {
                Quantities.UnitKind.Money => mention.Type == EntityType.Organization,
                Quantities.UnitKind.Duration => mention.Type == EntityType.Event,
                _ => false,
            };
            if (named && mention.Entity is not null && mention.Span.Start <= figure.Quantity.Span.End + 3)
            {
                return mention;
            }
        }

        return null;
    }

    private Entity? EarlierInSentence(Figure figure)
    {
        for (var clause = figure.Clause; ;)
        {
            var before = Clauses.Before(paper.Text, figure.Sentence.Span, clause.Start);
            if (before.IsEmpty || before.Start >= clause.Start)
            {
                return null;
            }

            if (Told(figure, before) is { } told)
            {
                return told;
            }

            var opening = _trimmer.Trim(before, null).Start;
            foreach (var mention in Within(before))
            {
                if (mention.Span.Start <= opening && MayBeSubject(mention) && !IsField(mention) && !NamesPost(mention, before))
                {
                    return mention.Entity;
                }
            }

            clause = before;
        }
    }

    /// <summary>The subject that an earlier figure in that clause was given by name.</summary>
    private static Entity? Told(Figure figure, TextSpan clause)
    {
        for (var earlier = figure.Previous; earlier is not null; earlier = earlier.Previous)
        {
            if (earlier.SubjectSpan is not null && earlier.Clause.Overlaps(clause))
            {
                return earlier.Subject;
            }
        }

        return null;
    }

    /// <summary>甲集团董事长张三: the body stands there for its person.</summary>
    private bool NamesPost(Mention body, TextSpan clause)
    {
        if (body.Type != EntityType.Organization)
        {
            return false;
        }

        return NamesPerson(new(body.Span.End, clause.End));
    }

    private bool NamesPerson(TextSpan run)
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

    private bool IsAtOpening(Figure figure, Mention mention) =>
        mention.Span.Start <= _trimmer.Trim(new(figure.Clause.Start, Math.Max(figure.Clause.Start, figure.Quantity.Span.Start)), null).Start && !IsField(mention);

    /// <summary>13家园区率先试点某制度: the scheme is what the count is about.</summary>
    private Entity? Piloted(Figure figure)
    {
        foreach (var mention in Within(figure.Suffix))
        {
            if (mention is { Type: EntityType.Policy, Entity: { } entity } && paper.Text.AsSpan(figure.Suffix.Start, mention.Span.Start - figure.Suffix.Start).EndsWith("试点"))
            {
                return entity;
            }
        }

        return null;
    }

    private Entity? LastPolicy(Figure figure)
    {
        var frame = frames[figure.Sentence.Article];
        if (frame.Rules != RuleKind.None)
        {
            return frame.Governed;
        }

        return _policies.TryGetValue(figure.Sentence.Article, out var known) ? known : _policies[figure.Sentence.Article] = MostNamedPolicy(frame);
    }

    private Entity? MostNamedPolicy(ArticleFrame frame) =>
        paper.Mentions.Where(m => m is { Type: EntityType.Policy, Entity: not null } && frame.Span.Contains(m.Span))
            .GroupBy(m => m.Entity).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;

    private static bool MayBeSubject(Mention mention) =>
        !mention.Inside && mention.Entity is not null && mention.Type is EntityType.Place or EntityType.Zone or EntityType.Organization or EntityType.Event;

    private bool IsField(Mention mention) => Array.Exists(Fields, field => paper.Text.AsSpan(mention.Span.Start, mention.Span.Length).SequenceEqual(field));

    private bool IsOfEverywhere(Figure figure)
    {
        var start = _trimmer.Trim(new(figure.Clause.Start, figure.Quantity.Span.Start), null).Start;
        return Array.Exists(Everywhere, word => paper.Text.AsSpan(start).StartsWith(word)) && !figure.IsRank;
    }

    private bool IsAfterPreposition(int position, int floor)
    {
        var before = paper.Text.AsSpan(floor, position - floor);
        foreach (var word in Prepositions)
        {
            if (before.EndsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<Mention> Within(TextSpan span)
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
}
