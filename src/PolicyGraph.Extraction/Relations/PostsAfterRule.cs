using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>王某任甲部副部长, 王某，甲公司董事长, 王某（甲部副部长）: posts behind a name that has none before it.</summary>
internal sealed class PostsAfterRule : IRelationRule
{
    private static readonly string[] Bridges = ["为", "同志为", "，现任", "，", "系", "是", "总书记为核心的", "为核心的"];

    /// <summary>
    /// Verbs that put a person into a post; they say so of one whose other posts stand before the name too (甲市市长王某出任乙县县委书记).
    /// </summary>
    private static readonly string[] Appointing =
    [
        "任",
        "担任",
        "同志任",
        "同志担任",
        "现任",
        "出任",
        "当选",
        "当选为",
        "兼任",
        "就任",
        "调任",
        "升任",
        "转任",
        "改任",
        "接任",
        "拟任",
        "被任命为",
        "同志当选为",
        "被推选为",
        "被聘为",
        "获聘",
    ];

    private const int LongestBracket = 60;

    /// <summary>公司, 高新区: words for a body's kind.</summary>
    private const int ShortestKind = 2;

    private const int LongestKind = 3;

    public void Read(Passage passage, RelationSink sink)
    {
        if (!passage.Names(EntityType.Person))
        {
            return;
        }

        var persons = passage.Lists(Kinds.Person).SelectMany(g => g.Members).ToList();
        var settled = persons.Where(m => m.Posts.Count > 0).Select(m => m.Head).ToHashSet();
        var taken = persons.SelectMany(m => m.Posts).Select(p => p.Body).ToHashSet();
        foreach (var group in passage.Lists(Kinds.Person))
        {
            Meant(passage, group, sink);
        }

        for (var i = 0; i + 1 < passage.Mentions.Count; i++)
        {
            var (person, body) = (passage.Mentions[i], passage.Mentions[i + 1]);
            if (person.Type != EntityType.Person || settled.Contains(person) && !IsAppointed(passage, person, body))
            {
                continue;
            }

            // The body of the next person's posts says nothing of this one: 王某，甲局局长李某.
            if (!taken.Contains(body))
            {
                After(passage, person, body, sink);
            }

            Bracketed(passage, i, sink);
        }
    }

    private static void After(Passage passage, Mention person, Mention body, RelationSink sink)
    {
        var gap = WithoutTerm(passage.Between(person.Span.End, body.Span.Start));
        if (
            !Kinds.Body.Has(body.Type) || !(IsBridge(gap) || gap.StartsWith("，") && gap.EndsWith("，现任") && gap.Length <= LongestBracket)
        )
        {
            return;
        }

        var isCore = passage.Between(person.Span.Start, body.Span.Start).EndsWith("总书记为核心的");
        var length = isCore ? 0 : TitleLength(passage, body.Span.End);
        if (isCore)
        {
            sink.AddPost(person.Entity!, body.Entity!, "总书记", person.Span.Union(body.Span), "position.core", 0.85);
        }
        else if (length > 0 && (IsAppointed(passage, person, body) || !NamesNext(passage, body.Span.End + length)))
        {
            var title = new TextSpan(body.Span.End, body.Span.End + length);
            foreach (var appointed in IsAppointed(passage, person, body) ? Listed(passage, person) : [person])
            {
                sink.AddPost(appointed.Entity!, body.Entity!, title.Of(passage.Text), appointed.Span.Union(title), "position.after", 0.88);
            }
        }
    }

    /// <summary>王某、乙院院长李某出任丙会副会长: all names of the list that the last one ends.</summary>
    private static IEnumerable<Mention> Listed(Passage passage, Mention last) =>
        passage.Lists(Kinds.Person).FirstOrDefault(g => g.Members[^1].Head == last)?.Members.Select(m => m.Head) ?? [last];

    /// <summary>王某出任研究院秘书长: the post at a body that only its kind says.</summary>
    private static void Meant(Passage passage, Group persons, RelationSink sink)
    {
        var end = persons.Members[^1].Head.Span.End;
        var verb = passage.Between(end, passage.Span.End).WordAtStart(Appointing)?.Length ?? 0;
        for (var start = end + verb + ShortestKind; verb > 0 && start <= end + verb + LongestKind; start++)
        {
            var title = new TextSpan(start, start + TitleLength(passage, start));
            if (!title.IsEmpty && Employers.Before(passage, start) is { } body)
            {
                foreach (var person in persons.Members)
                {
                    sink.AddPost(person.Entity, body, title.Of(passage.Text), person.Head.Span.Union(title), "position.after-meant", 0.8);
                }

                return;
            }
        }
    }

    /// <summary>当选为十三届…: which term of the body it is.</summary>
    private static ReadOnlySpan<char> WithoutTerm(ReadOnlySpan<char> gap) =>
        gap.EndsWith("届") ? gap[..^1].TrimEnd("第一二三四五六七八九十0123456789") : gap;

    private static bool IsAppointed(Passage passage, Mention person, Mention body) =>
        IsOneOf(WithoutTerm(passage.Between(person.Span.End, body.Span.Start)), Appointing);

    private static bool IsBridge(ReadOnlySpan<char> gap) => IsOneOf(gap, Bridges) || IsOneOf(gap, Appointing);

    private static bool IsOneOf(ReadOnlySpan<char> gap, string[] words)
    {
        foreach (var word in words)
        {
            if (gap.SequenceEqual(word))
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
                sink.AddPost(
                    passage.Mentions[person].Entity!,
                    body.Entity!,
                    title.Of(passage.Text),
                    passage.Mentions[person].Span.Union(title),
                    "position.bracket",
                    0.9
                );
            }
        }
    }

    /// <summary>True where the title goes on to another name: 王某，甲部部长李某.</summary>
    private static bool NamesNext(Passage passage, int position) =>
        passage.Named(EntityType.Person).Any(m => m.Span.Start >= position && m.Span.Start - position <= 1);

    private static int TitleLength(Passage passage, int start) => Titles.LengthOfPosts(passage.Between(start, passage.Span.End));
}
