using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// 甲会主席王某、副主席李某; 副市长赵某; 公司总经理周某: a title whose body is not beside it, since a name of the list, the sentence or the
/// article gave it before.
/// </summary>
internal sealed class SharedPostsRule : IRelationRule
{
    /// <summary>How a post begins that needs no body of its own behind a comma (主任王某，副主任李某); behind 、 any post does.</summary>
    private static readonly string[] Deputies =
    [
        "副",
        "常务副",
        "党组成员",
        "党组副书记",
        "党委副书记",
        "党委委员",
        "纪委书记",
        "工会主席",
        "常务理事",
        "理事",
        "总会计师",
        "总工",
        "纪检",
        "秘书长",
        "总工程师",
        "总经济师",
        "委员",
    ];

    private static readonly string[] Addresses = ["领导", "嘉宾", "代表", "专家", "负责人", "负责同志", "博士", "先生", "女士"];

    /// <summary>What joins a name to the post that it is put into.</summary>
    private static readonly string[] Elections = ["当选为", "当选", "担任", "同志为", "同志任", "为", "任"];

    private const int NearReach = 2;

    private const string Autonomous = "自治区";

    public void Read(Passage passage, RelationSink sink)
    {
        if (!passage.Names(EntityType.Person))
        {
            return;
        }

        foreach (var group in passage.Lists(Kinds.Person))
        {
            Elected(passage, group, sink);
        }

        Holder? last = null;
        foreach (var person in passage.Lists(Kinds.Person).SelectMany(g => g.Members))
        {
            last =
                person.Posts.Count > 0
                    ? person.Posts[^1].IsOfUnit
                        ? null
                        : new(person.Posts[^1].Body.Entity!, string.Empty, person.Span.End)
                    : Untitled(passage, person, last, sink);
        }
    }

    /// <summary>
    /// The post of a person who has no body beside the title. Gives what the next name of the list may share; null where nothing.
    /// </summary>
    private static Holder? Untitled(Passage passage, Phrase person, Holder? last, RelationSink sink)
    {
        var title = new TextSpan(person.Span.Start, person.Head.Span.Start);
        if (title.IsEmpty)
        {
            ByTitleBehind(passage, person, sink);
            return Bare(passage, person, last, sink);
        }

        var words = title.Of(passage.Text);
        if (words.EndsWithAny(Addresses))
        {
            return null;
        }

        if (words.EndsWith("主席", StringComparison.Ordinal) && Region(passage, title.Start, words) is { } region)
        {
            Add(sink, person, region, words.Replace(Autonomous, string.Empty, StringComparison.Ordinal), title, "position.office", 0.85);
            return null;
        }

        var place = Offices(passage, person, ref words, title, sink);
        if (words.Length == 0)
        {
            return place is null ? null : new(place, title.Of(passage.Text), person.Span.End);
        }

        if (
            last is not null
            && (Goes(passage, last, title.Start) is "、" || Goes(passage, last, title.Start) is "，" && words.StartsWithAny(Deputies))
        )
        {
            Add(sink, person, last.Body, words, title, "position.shared", 0.8);
            return new(last.Body, words, person.Span.End);
        }

        var isClause = title.Start <= passage.Span.Start || passage.Text[title.Start - 1] is '，' or '。' or '；' or '：' or '由';
        Add(
            sink,
            person,
            Employers.Before(passage, title.Start) ?? (isClause ? Employers.OfTitle(passage, title.Start, words) : null),
            words,
            title,
            "position.meant",
            0.8
        );
        return null;
    }

    /// <summary>
    /// 党委副书记、镇长李某: the offices among the posts are held at the place, the others are left for a body. Gives the last place.
    /// </summary>
    private static Entity? Offices(Passage passage, Phrase person, ref string words, TextSpan title, RelationSink sink)
    {
        Entity? place = null;
        var others = new List<string>();
        foreach (var each in words.Split('、', '兼'))
        {
            if (PlaceOffices.Level(each) is { } level)
            {
                place = Place(passage, title.Start, level);
                Add(sink, person, place, each, title, "position.office", 0.85);
            }
            else
            {
                others.Add(each);
            }
        }

        words = string.Join('、', others);
        return place;
    }

    /// <summary>
    /// 大会选举王某为会长，李某、赵某为副会长: all names of a list before the post, at the body that the article is about.
    /// </summary>
    private static void Elected(Passage passage, Group persons, RelationSink sink)
    {
        var end = persons.Members[^1].Head.Span.End;
        var link = Array.Find(Elections, word => passage.Between(end, passage.Span.End).StartsWith(word));
        var title = link is null
            ? default
            : new TextSpan(
                end + link.Length,
                Titles.At(passage.Text, end + link.Length) is { Class: "post" } term ? end + link.Length + term.Length : end + link.Length
            );
        var isWhole = !title.IsEmpty && (title.End == passage.Span.End || passage.Text[title.End] is '，' or '。' or '；' or '、' or '（');
        var body = isWhole ? Employers.OfTitle(passage, persons.Span.Start, title.Of(passage.Text)) : null;
        foreach (var person in body is null ? [] : persons.Members.Where(p => p.Posts.Count == 0))
        {
            sink.AddPost(person.Entity, body!, title.Of(passage.Text), person.Head.Span.Union(title), "position.elected", 0.8);
        }
    }

    /// <summary>副主任李某、赵某: a bare name behind one whose title is shared.</summary>
    private static Holder? Bare(Passage passage, Phrase person, Holder? last, RelationSink sink)
    {
        if (last is null || last.Title.Length == 0 || Goes(passage, last, person.Span.Start) is not "、")
        {
            return null;
        }

        Add(sink, person, last.Body, last.Title, person.Span, "position.shared", 0.8);
        return last with { End = person.Span.End };
    }

    /// <summary>王某董事长、李某总经理陪同: a full name with its title behind it, at the body that the passage is about.</summary>
    private static void ByTitleBehind(Passage passage, Phrase person, RelationSink sink)
    {
        var title = new TextSpan(person.Head.Span.End, person.Head.Span.End + Titles.Posts.At(passage.Text, person.Head.Span.End).Length);
        if (!title.IsEmpty && person.Posts.Count == 0)
        {
            Add(
                sink,
                person,
                Employers.OfTitle(passage, person.Span.Start, title.Of(passage.Text)),
                title.Of(passage.Text),
                title,
                "position.behind",
                0.75
            );
        }
    }

    /// <summary>
    /// The place of an office behind 甲市委书记赵某: the one that the sentence, or one just before, named last at that level; on a line of
    /// its own (省长王某) the one that the paper is of.
    /// </summary>
    private static Entity? Place(Passage passage, int position, char level) =>
        passage
            .Mentions.Where(m => m.Span.End <= position && m.Type is EntityType.Agency or EntityType.Place or EntityType.Event)
            .Select(m => passage.Reading.Offices.Of(m.Entity!, level, isApart: true))
            .LastOrDefault(p => p is not null)
        ?? (
            passage.Reading.Before(
                passage,
                position,
                m =>
                    m.Type is EntityType.Agency or EntityType.Place
                    && passage.Reading.Offices.Of(m.Entity!, level, isApart: true) is not null,
                NearReach
            )
                is { } named
                ? passage.Reading.Offices.Of(named.Entity!, level, isApart: true)
                : null
        )
        ?? (
            IsLine(passage, position)
                ? passage.Reading.Paper.Mentions.Find(m => m.Type == EntityType.Place && m.Entity!.Name[^1] == level)?.Entity
                : null
        );

    /// <summary>省长王某 as a line of its own, with which a paper is signed.</summary>
    private static bool IsLine(Passage passage, int position)
    {
        var source = passage.Reading.Paper.Source;
        return source.GapBefore(position) == Gap.Line
            && passage.Lists(Kinds.Person).FirstOrDefault(g => g.Span.Start == position) is { Members.Count: 1 } signer
            && (signer.Span.End == passage.Text.Length || source.GapBefore(signer.Span.End) == Gap.Line);
    }

    /// <summary>自治区主席王某: the region whose chairman that is, named last or in the paper's title.</summary>
    private static Entity? Region(Passage passage, int position, string title) =>
        !title.StartsWith(Autonomous, StringComparison.Ordinal) && !passage.EndsBefore(position, Autonomous) ? null
        : Place(passage, position, '区') is { } near && near.Name.EndsWith(Autonomous, StringComparison.Ordinal) ? near
        : passage
            .Reading.Paper.Mentions.Find(m => m.Type == EntityType.Place && m.Entity!.Name.EndsWith(Autonomous, StringComparison.Ordinal))
            ?.Entity;

    private static string Goes(Passage passage, Holder last, int start) => passage.Between(last.End, start).ToString();

    private static void Add(RelationSink sink, Phrase person, Entity? body, string title, TextSpan words, string rule, double confidence)
    {
        if (body is not null)
        {
            sink.AddPost(person.Entity, body, title, words.Union(person.Head.Span), rule, confidence);
        }
    }

    /// <param name="Body">Where the last named post is held.</param>
    /// <param name="Title">The title that a bare name behind it shares; empty where the post has its body beside it.</param>
    /// <param name="End">Where the last name ends.</param>
    private sealed record Holder(Entity Body, string Title, int End);
}
