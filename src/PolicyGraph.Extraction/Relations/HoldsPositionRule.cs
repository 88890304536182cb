using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>甲部副部长王某, 王某任甲部副部长, 王某（甲部副部长）: posts as they stand beside a name.</summary>
internal sealed class HoldsPositionRule : IRelationRule
{
    private static readonly string[] Bridges =
        ["任", "担任", "为", "同志为", "同志任", "现任", "，现任", "出任", "当选", "当选为", "兼任", "就任", "，", "系", "是", "总书记为核心的", "为核心的"];

    private const int LongestBracket = 60;

    /// <summary>How several are addressed together; no posts.</summary>
    private static readonly string[] Addresses = ["领导", "嘉宾", "代表", "专家"];

    /// <summary>How a post begins that needs no body of its own behind one that has (主任王某，副主任李某).</summary>
    private static readonly string[] Deputies = ["副", "常务副", "党组成员", "党委委员", "纪检", "秘书长", "总工程师", "总经济师", "委员"];

    private static readonly Terms Titles = Terms.Load("titles.tsv", "post", "prefix");

    public void Read(Passage passage, RelationSink sink)
    {
        if (!passage.Names(EntityType.Person))
        {
            return;
        }

        Group? last = null;
        foreach (var group in passage.Lists(Kinds.Person))
        {
            Listed(passage, group, sink);
            last = Offices(passage, group, sink) ? null : Deputed(passage, last, group, sink) ?? group;
        }

        var settled = passage.Lists(Kinds.Person).SelectMany(g => g.Members).Where(m => m.Posts.Count > 0).Select(m => m.Head).ToHashSet();
        for (var i = 0; i + 1 < passage.Mentions.Count; i++)
        {
            if (passage.Mentions[i].Type == EntityType.Person && !settled.Contains(passage.Mentions[i]))
            {
                After(passage, passage.Mentions[i], passage.Mentions[i + 1], sink);
                Bracketed(passage, i, sink);
            }
        }
    }

    /// <summary>Posts before a name; names listed bare after it (副省长王某、李某) share them.</summary>
    private static void Listed(Passage passage, Group persons, RelationSink sink)
    {
        IReadOnlyList<Post> posts = [];
        for (var i = 0; i < persons.Members.Count; i++)
        {
            var person = persons.Members[i];
            var isBare = person.Span == person.Head.Span;
            posts = person.Posts.Count > 0 || !isBare || i > 0 && (passage.EndsBefore(person.Span.Start, "，") || passage.EndsBefore(person.Span.Start, "与")) ? person.Posts : posts;
            foreach (var post in posts.Where(p => !passage.EndsBefore(p.Title.End, Addresses)))
            {
                AddPost(passage, sink, person.Head, post, person.Posts.Count > 0 ? 0.95 : 0.8);
            }
        }
    }

    /// <summary>甲市委副书记、市长王某: the post at the committee and the office at the city are two rows.</summary>
    private static void AddPost(Passage passage, RelationSink sink, Mention person, Post post, double confidence)
    {
        var evidence = post.Span.Union(person.Span);
        var kept = new List<string>();
        foreach (var title in post.Title.Of(passage.Text).Split('、', '兼'))
        {
            if (PlaceOffices.Level(title) is { } level && passage.Reading.Offices.Of(post.Body.Entity!, level) is { } place && place != post.Body.Entity)
            {
                sink.Add(RelationType.HoldsPosition, person.Entity!, place, evidence, evidence, "position.office", confidence)?.Props.TryAdd("title", title);
            }
            else
            {
                kept.Add(title);
            }
        }

        if (kept.Count > 0)
        {
            Add(sink, person, post.Body, string.Join('、', kept), evidence, "position.before", confidence);
        }
    }

    /// <summary>副市长王某、李某 behind 甲市委书记赵某: the office is held at the place that the sentence named last at that level.</summary>
    private static bool Offices(Passage passage, Group persons, RelationSink sink)
    {
        var first = persons.Members[0];
        var start = first.Span.Start - (passage.EndsBefore(first.Span.Start, "常务副") ? 3 : passage.EndsBefore(first.Span.Start, "副") ? 1 : 0);
        var title = new TextSpan(start, first.Head.Span.Start);
        if (first.Posts.Count > 0 || title.IsEmpty || PlaceOffices.Level(title.Of(passage.Text)) is not { } level)
        {
            return false;
        }

        var place = passage.Mentions.Where(m => m.Span.End <= title.Start && m.Type is EntityType.Agency or EntityType.Place or EntityType.Event)
            .Select(m => passage.Reading.Offices.Of(m.Entity!, level)).LastOrDefault(p => p is not null);
        foreach (var person in place is null ? [] : persons.Members.TakeWhile(m => m.Posts.Count == 0))
        {
            var evidence = title.Union(person.Head.Span);
            sink.Add(RelationType.HoldsPosition, person.Entity, place!, evidence, evidence, "position.office", 0.85)?.Props.TryAdd("title", title.Of(passage.Text));
        }

        return true;
    }

    /// <summary>甲会主任王某，副主任李某、赵某，秘书长周某: at the body of the one before. Gives the group that names the body for the next; null where this one does not go on.</summary>
    private static Group? Deputed(Passage passage, Group? last, Group group, RelationSink sink)
    {
        var person = group.Members[0];
        var start = person.Span.Start;
        start -= passage.EndsBefore(start, "常务副") ? 3 : passage.EndsBefore(start, "副") ? 1 : 0;
        var title = new TextSpan(start, person.Head.Span.Start);
        var words = title.Of(passage.Text);
        var body = last?.Members.LastOrDefault(m => m.Posts.Count > 0)?.Posts[^1].Body;
        if (body is null || person.Posts.Count > 0 || !Array.Exists(Deputies, word => words.StartsWith(word, StringComparison.Ordinal))
            || passage.Between(last!.Span.End, start) is not ("，" or "、") && !Follows(passage, last, start))
        {
            return null;
        }

        foreach (var member in group.Members)
        {
            Add(sink, member.Head, body, words, title.Union(member.Head.Span), "position.deputy", 0.8);
        }

        return last;
    }

    /// <summary>True where only further deputies lie between.</summary>
    private static bool Follows(Passage passage, Group last, int start) =>
        passage.Groups.Where(g => g.Span.Start >= last.Span.End && g.Span.End <= start).LastOrDefault() is { } between
        && between.IsOf(Kinds.Person) && between.Members.All(m => m.Posts.Count == 0) && passage.Between(between.Span.End, start) is "，" or "、"
        && !passage.Between(last.Span.End, start).ContainsAny("。；");

    private static void After(Passage passage, Mention person, Mention body, RelationSink sink)
    {
        var gap = passage.Between(person.Span.End, body.Span.Start);
        if (!Kinds.Body.Has(body.Type) || !(IsBridge(gap) || gap.StartsWith("，") && gap.EndsWith("，现任") && gap.Length <= LongestBracket))
        {
            return;
        }

        var isCore = passage.Between(person.Span.Start, body.Span.Start).EndsWith("总书记为核心的");
        var length = isCore ? 0 : TitleLength(passage, body.Span.End);
        if (isCore)
        {
            Add(sink, person, body, "总书记", person.Span.Union(body.Span), "position.core", 0.85);
        }
        else if (length > 0 && !NamesNext(passage, body.Span.End + length))
        {
            var title = new TextSpan(body.Span.End, body.Span.End + length);
            Add(sink, person, body, title.Of(passage.Text), person.Span.Union(title), "position.after", 0.88);
        }
    }

    private static bool IsBridge(ReadOnlySpan<char> gap)
    {
        foreach (var bridge in Bridges)
        {
            if (gap.SequenceEqual(bridge))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>王某（甲局局长、乙会会长）: each body in the bracket with what follows it.</summary>
    private static void Bracketed(Passage passage, int person, RelationSink sink)
    {
        var open = passage.Mentions[person].Span.End;
        var rest = passage.Between(open, Math.Min(passage.Span.End, open + LongestBracket));
        var close = rest.IndexOf('）');
        if (close < 0 || rest[0] != '（')
        {
            return;
        }

        for (var i = person + 1; i < passage.Mentions.Count && passage.Mentions[i].Span.End <= open + close; i++)
        {
            var body = passage.Mentions[i];
            var words = passage.Between(body.Span.End, open + close + 1);
            var title = new TextSpan(body.Span.End, body.Span.End + words.IndexOfAny('、', '，', '）'));
            if (Kinds.Body.Has(body.Type) && PostReader.IsTitle(title.Of(passage.Text)))
            {
                Add(sink, passage.Mentions[person], body, title.Of(passage.Text), passage.Mentions[person].Span.Union(title), "position.bracket", 0.9);
            }
        }
    }

    /// <summary>True where the title goes on to another name: 王某，甲部部长李某.</summary>
    private static bool NamesNext(Passage passage, int position) =>
        passage.Named(EntityType.Person).Any(m => m.Span.Start >= position && m.Span.Start - position <= 1);

    private static int TitleLength(Passage passage, int start)
    {
        var end = start;
        while (end < passage.Span.End)
        {
            var isMark = end > start && passage.Text[end] is '、' or '兼';
            var term = Titles.At(passage.Text, isMark ? end + 1 : end);
            if (!term.Found)
            {
                break;
            }

            end += term.Length + (isMark ? 1 : 0);
        }

        return end - start;
    }

    private static void Add(RelationSink sink, Mention person, Mention body, string title, TextSpan evidence, string rule, double confidence) =>
        sink.Add(RelationType.HoldsPosition, person.Entity!, body.Entity!, evidence, evidence, rule, confidence)?.Props.TryAdd("title", title);
}
