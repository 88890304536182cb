using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Statistics.Reporters;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// What an article as a whole is about, so that a figure whose sentence names nobody still has a subject. In this order: a report's place;
/// what an official paper decides on or where it holds; the event that news report; the zone or place of the headline; what the article
/// names most; its country.
/// </summary>
internal sealed class ArticleTopics(Paper paper)
{
    private const int Lead = 200;
    private const int Often = 3;
    private const int Reach = 40;
    private const int LeastParts = 2;

    // 12月28日电.
    private const int LongestDay = 8;

    private static readonly string[] Happenings =
    [
        "开幕",
        "闭幕",
        "落幕",
        "举行",
        "举办",
        "召开",
        "拉开帷幕",
        "收官",
        "启幕",
        "圆满结束",
        "落下帷幕",
    ];
    private readonly PaperSubjects _own = new(paper);

    /// <summary>Sets what the frame's figures are about, what its rules govern, and the event of any kind that it reports.</summary>
    /// <param name="title">The article's headline, or null.</param>
    /// <param name="body">Where its text begins.</param>
    public void Decide(ArticleFrame frame, TextSpan? title, int body)
    {
        var news = OfNews(frame, title, body);
        frame.Governed = _own.Governed(frame);
        var own = frame.IsReport ? null : _own.Topic(frame);
        frame.Topic = frame.IsReport ? _own.Reported(frame.Title) : own ?? news.Topic ?? Remaining(news.Named);
        frame.TopicFrom =
            own is null && !frame.IsReport && news.Topic is { Type: EntityType.Place or EntityType.Zone } ? FirstIn(news.Topic, frame) : -1;
        frame.IsOwnAccount =
            frame.TopicFrom >= 0
            && frame.Topic is { Type: EntityType.Place } home
            && (
                ReferenceEquals(home, frame.Represented)
                || home.Mentions.Exists(m => frame.Span.Contains(m.Span) && SpeaksAsOwn(m)) && HasParts(frame)
            );
    }

    /// <summary>我市, 我县: whoever writes is of the place.</summary>
    private bool SpeaksAsOwn(Mention mention) =>
        mention is { Type: EntityType.Place, Span.Length: 2, Entity: { } home }
        && paper.Text[mention.Span.Start] == '我'
        && !TitlePlaces.IsCountry(home);

    /// <summary>我代表甲县人民政府, 受甲县人民政府委托: the place whose government gives the report.</summary>
    private Entity? Represented(Mention mention) =>
        mention is { Inside: false, Type: EntityType.Agency, Entity: { } agency }
        && paper.Text.AsSpan(0, mention.Span.Start) is var before
        && (before.EndsWith("我代表") || before.EndsWith("受") && paper.Text.AsSpan(mention.Span.End).TrimStart('的').StartsWith("委托"))
        && agency.Name.EndsWith("政府", StringComparison.Ordinal)
            ? TitlePlaces.Named(paper, agency.Name)
            : null;

    /// <summary>True where two lines or more open parts: 一、…, （二）….</summary>
    private bool HasParts(ArticleFrame frame)
    {
        var parts = 0;
        foreach (var sentence in paper.Sentences)
        {
            parts +=
                frame.Span.Contains(sentence.Span)
                && paper.Source.GapBefore(sentence.Span.Start) == Gap.Line
                && Sections.Level(paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length)) is 1 or 2
                    ? 1
                    : 0;
        }

        return parts >= LeastParts;
    }

    private static int FirstIn(Entity topic, ArticleFrame frame)
    {
        foreach (var mention in topic.Mentions)
        {
            if (mention.Span.Start >= frame.Span.Start)
            {
                return mention.Span.Start;
            }
        }

        return -1;
    }

    private (Entity? Topic, Entity? Named) OfNews(ArticleFrame frame, TextSpan? title, int body)
    {
        var counts = new Dictionary<Entity, int>();
        Entity? happening = null;
        Entity? titled = null;
        Entity? home = null;
        var titledEnd = -1;
        for (var i = paper.FirstMention(frame.Span.Start); i < paper.Mentions.Count && paper.Mentions[i].Span.Start < frame.Span.End; i++)
        {
            var mention = paper.Mentions[i];
            frame.Represented ??= Represented(mention);
            if (
                !frame.Span.Contains(mention.Span)
                || mention.Inside
                || mention.Entity is not { } entity
                || entity.Type is not (EntityType.Event or EntityType.Zone or EntityType.Place)
                || IsWhereLearnt(mention)
                || IsInByline(mention, title, body)
            )
            {
                continue;
            }

            counts[entity] = counts.GetValueOrDefault(entity) + 1;
            home ??= SpeaksAsOwn(mention) ? entity : null;
            if (
                title is { } line
                && line.Contains(mention.Span)
                && !TitlePlaces.IsCountry(entity)
                && !EventNouns.IsOccasion(entity)
                && !IsVenue(mention)
                && (titled is null || (mention.Span.Start == titledEnd && TitlePlaces.IsProvince(titled)))
            )
            {
                // Of 甲省乙市 in a headline the nearer place is meant.
                (titled, titledEnd) = (entity, mention.Span.End);
            }

            if (
                entity.Type == EntityType.Event
                && (mention.Span.Start < body + Lead || title is { } head && head.Contains(mention.Span))
                && Happens(mention)
            )
            {
                frame.Occasion ??= entity;
                happening ??= EventNouns.IsOccasion(entity) ? null : entity;
            }
        }

        var whole = TitlePlaces.Country(paper) is { } country ? counts.GetValueOrDefault(country) : 0;
        titled = titled is not null && IsPart(titled, counts, whole) ? null : titled;
        return (
            frame.Represented
                ?? happening
                ?? titled
                ?? Seat(frame.Occasion)
                ?? Most(counts, static e => e.Type == EntityType.Event, 2)
                ?? home
                ?? Most(counts, e => !TitlePlaces.IsCountry(e) && !IsPart(e, counts, whole), Often),
            Most(counts, static e => true, 1)
        );
    }

    /// <summary>Where nothing stands out: the country, else whatever is named; of a place that is not named only a zone can be meant.</summary>
    private Entity? Remaining(Entity? named) =>
        !_own.IsOfNoKnownPlace() ? TitlePlaces.Country(paper) ?? named
        : named is { Type: EntityType.Zone } ? named
        : null;

    /// <summary>西部地区 in news that name the country as often: the part is not what they are about.</summary>
    private static bool IsPart(Entity entity, Dictionary<Entity, int> counts, int whole) =>
        TitlePlaces.IsRegion(entity) && whole >= counts[entity];

    /// <summary>甲省人民代表大会会议开幕: what is told there is about the place whose assembly it is.</summary>
    private Entity? Seat(Entity? occasion) =>
        occasion is not null && EventNouns.IsSession(occasion) ? TitlePlaces.Named(paper, occasion.Name) : null;

    /// <summary>某社乌鲁木齐9月8日电: where news come from is not what they are about.</summary>
    private bool IsInByline(Mention mention, TextSpan? title, int body) =>
        mention.Type == EntityType.Place
        && ((mention.Span.End <= body && title is { } head && mention.Span.Start >= head.End) || IsDatedLine(mention));

    /// <summary>新华社乌鲁木齐|9月8日电, 本报长沙|电, where no line above parts it from the text.</summary>
    private bool IsDatedLine(Mention mention)
    {
        var after = paper.Text.AsSpan(mention.Span.End, Math.Min(LongestDay, paper.Text.Length - mention.Span.End));
        var before = paper.Text.AsSpan(0, mention.Span.Start);
        if (after.StartsWith("电") && (before.EndsWith("报") || before.EndsWith("社") || before.EndsWith("网")))
        {
            return true;
        }

        return after.Length > 0
            && char.IsAsciiDigit(after[0])
            && after.IndexOf("日电") is > 0 and var wire
            && after[..wire].IndexOfAny("，。") < 0;
    }

    /// <summary>记者从甲会议上获悉: where the news was learnt is not what it is about.</summary>
    private bool IsWhereLearnt(Mention mention) =>
        mention.Type == EntityType.Event
        && SourceWords.IsWhereLearnt(paper.Text.AsSpan(0, mention.Span.Start), paper.Text.AsSpan(mention.Span.End));

    private static Entity? Most(Dictionary<Entity, int> counts, Func<Entity, bool> fits, int least)
    {
        Entity? best = null;
        var most = least - 1;
        foreach (var (entity, count) in counts)
        {
            if (count > most && fits(entity) && !EventNouns.IsOccasion(entity))
            {
                (best, most) = (entity, count);
            }
        }

        return best;
    }

    /// <summary>…发布会在甲市召开: the headline's place is where, not what.</summary>
    private bool IsVenue(Mention mention) =>
        mention.Type == EntityType.Place
        && mention.Span.Start > 0
        && paper.Text[mention.Span.Start - 1]
            is '在'
                or '于'
                or '赴'
                or '占'
                or '超'
                or '比'
                or '较'
                or '与'
                or '同'
                or '距'
                or '向'
                or '从';

    private int NextEvent(Mention mention)
    {
        for (
            var i = paper.FirstMention(mention.Span.End);
            i < paper.Mentions.Count && paper.Mentions[i].Span.Start < mention.Span.End + Reach;
            i++
        )
        {
            if (paper.Mentions[i] is { Type: EntityType.Event, Inside: false } next && next.Span.Start >= mention.Span.End)
            {
                return next.Span.Start;
            }
        }

        return paper.Text.Length;
    }

    private bool Happens(Mention mention)
    {
        // 甲大会活动之一，乙对接会在某地举行: what happens is the event named last before the verb.
        var end = Math.Min(NextEvent(mention), Math.Min(paper.Text.Length, mention.Span.End + Reach));
        var start = Math.Max(0, mention.Span.Start - 25);
        var around = paper.Text.AsSpan(start, end - start);
        foreach (var word in Happenings)
        {
            if (around.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
