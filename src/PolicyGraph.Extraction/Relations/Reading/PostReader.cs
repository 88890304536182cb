using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>Reads the posts before a person's name, right to left: 甲局副局长、乙研究院院长王某.</summary>
internal static class PostReader
{
    private const int LongestTitle = 36;

    private const Kinds Employers = Kinds.Body | Kinds.Event;

    /// <summary>（甲信通院）, what a bracket adds to a body's name.</summary>
    private const int LongestGloss = 14;

    /// <summary>The unit that a title holds between its parts is seldom longer (主任、党委甲甲部部长).</summary>
    private const int LongestOwn = 2;

    /// <summary>（副局级）, what a bracket adds to a title.</summary>
    private const int LongestRank = 8;

    /// <summary>What may stand before a title without a body (副院长, 原副主席).</summary>
    private static readonly string[] Ranks = ["常务副", "副", "原", "前"];

    /// <summary>Verbs and particles that no title holds: where one stands, what lies before the name is a clause.</summary>
    private static readonly System.Buffers.SearchValues<char> NoTitle = System.Buffers.SearchValues.Create(
        "的了在于由向把被是上号，。；：！？《》“”"
    );

    /// <param name="mentions">The sentence's outermost mentions.</param>
    /// <param name="index">The person among them.</param>
    public static Phrase Read(string text, IReadOnlyList<Mention> mentions, int index)
    {
        var person = mentions[index];
        if (person.Rule == RosterNames.Rule)
        {
            return new() { Head = person, Span = person.Span };
        }

        if (index > 0 && TryAround(text, mentions[index - 1], person, out var around))
        {
            return around;
        }

        var posts = new List<Post>();
        var start = person.Span.Start;
        for (var i = index - 1; i >= 0 && Employers.Has(mentions[i].Type); i--)
        {
            var body = mentions[i];
            if (IsGloss(text, mentions, i))
            {
                body = mentions[--i];
            }

            if (body.Span.End == start && posts.Count > 0)
            {
                start = body.Span.Start;
                continue;
            }

            if (
                IsBranch(mentions, i, start)
                || !TryTitle(text, new(TitleStart(text, body), start), body.Type, posts.Count == 0, out var title)
            )
            {
                body =
                    i > 0 && body.Type is EntityType.Place or EntityType.Event && Kinds.Actor.Has(mentions[i - 1].Type)
                        ? mentions[--i]
                        : null;
                if (body is null || !TryTitle(text, new(body.Span.End, start), body.Type, posts.Count == 0, out title))
                {
                    break;
                }
            }

            posts.Insert(0, new(body, title, new(body.Span.Start, title.End), UnitTitles.IsOfUnit(title.Of(text))));
            start = body.Span.Start;
            while (i > 0 && IsShared(text, mentions[i - 1], body))
            {
                body = mentions[--i];
                posts.Insert(0, new(body, title, new(body.Span.Start, title.End)));
                start = body.Span.Start;
            }
        }

        return new()
        {
            Head = person,
            Span = new(BareTitle(text, start, posts.Count), person.Span.End),
            Posts = posts,
        };
    }

    /// <summary>甲研究院（甲院）院长: the second name is in brackets behind the first.</summary>
    private static bool IsGloss(string text, IReadOnlyList<Mention> mentions, int index)
    {
        var mention = mentions[index];
        return index > 0
            && mention.Span.End < text.Length
            && text[mention.Span.End] == '）'
            && text[mention.Span.Start - 1] == '（'
            && mentions[index - 1].Span.End == mention.Span.Start - 1
            && Kinds.Actor.Has(mentions[index - 1].Type);
    }

    /// <summary>Where the title begins: behind the body's name, and behind the brackets that follow it.</summary>
    private static int TitleStart(string text, Mention body)
    {
        var end = body.Span.End;
        var close = end < text.Length && text[end] == '（' ? text.IndexOf('）', end, Math.Min(LongestGloss, text.Length - end)) : -1;
        return close < 0 ? end : close + 1;
    }

    /// <summary>True where the words end with a title.</summary>
    public static bool IsTitle(string words) => Titles.OfGuests.Before(words, words.Length).Found;

    /// <summary>甲协会、乙协会秘书长, 甲公司/乙基金合伙人: one title at two bodies of a kind.</summary>
    private static bool IsShared(string text, Mention other, Mention body)
    {
        var gap = text.AsSpan(other.Span.End, Math.Max(0, body.Span.Start - other.Span.End));
        return other.Type == EntityType.Organization
            && body.Type == EntityType.Organization
            && (gap is "/" || gap is "、" && text.AsSpan(other.Span.End - 2, 2).SequenceEqual(text.AsSpan(body.Span.End - 2, 2)));
    }

    /// <summary>甲公司中国总裁: a place right behind a body is part of the post at that body.</summary>
    private static bool IsBranch(IReadOnlyList<Mention> mentions, int index, int end) =>
        index > 0
        && mentions[index].Type is EntityType.Place or EntityType.Event
        && mentions[index].Span.End < end
        && mentions[index - 1].Span.End == mentions[index].Span.Start
        && Kinds.Actor.Has(mentions[index - 1].Type);

    /// <summary>甲大学王某教授: the body before the name, the title after it.</summary>
    private static bool TryAround(string text, Mention body, Mention person, out Phrase phrase)
    {
        var title = new TextSpan(person.Span.End, person.Span.End + TitleAt(text, person.Span.End));
        var isAround =
            (body.Span.End == person.Span.Start || text.AsSpan(body.Span.End, Math.Max(0, person.Span.Start - body.Span.End)) is "的")
            && Employers.Has(body.Type)
            && !title.IsEmpty;
        phrase = new()
        {
            Head = person,
            Span = isAround ? new(body.Span.Start, title.End) : person.Span,
            Posts = isAround ? [new(body, title, body.Span.Union(title))] : [],
        };
        return isAround;
    }

    private static int TitleAt(string text, int position)
    {
        var first = Titles.PostsAndPrefixes.At(text, position);
        var second = first.Is("prefix") ? Titles.PostsAndPrefixes.At(text, position + first.Length) : default;
        return first.Is("prefix") && !second.Found ? 0 : first.Length + second.Length;
    }

    /// <summary>The title that fills a gap up to the name, or up to the next post where a mark of listing closes it.</summary>
    private static bool TryTitle(string text, TextSpan gap, EntityType employer, bool beforeName, out TextSpan title)
    {
        title = beforeName ? WithoutRank(text, gap) : TrimLink(text, gap);
        title = employer == EntityType.Place && IsOfficeOf(text, gap.Start) ? new(title.Start - 1, title.End) : title;
        var words = text.AsSpan(title.Start, Math.Max(0, title.Length));
        return !words.IsEmpty
            && words.Length <= LongestTitle
            && (beforeName || title.End < gap.End || IsAllTitles(words))
            && words.IndexOfAny(NoTitle) < 0
            && !HoldsName(words)
            && Titles.OfGuests.Before(words, words.Length) is { Found: true } last
            && (beforeName || !last.Is("honorific"))
            && (employer != EntityType.Place || IsAllTitles(words));
    }

    /// <summary>
    /// 会长甲乙丙丁、某俱乐部主席: where a mark follows a name that is not known, what stands behind it is another person's.
    /// </summary>
    private static bool HoldsName(ReadOnlySpan<char> words)
    {
        for (var mark = words.IndexOf('、'); mark >= 0; mark = words.IndexOf('、'))
        {
            if (
                !Titles.OfGuests.Before(words, mark).Found
                && Titles.PostsAndPrefixes.At(words, 0) is { Found: true } title
                && mark - title.Length > LongestOwn
            )
            {
                return true;
            }

            words = words[(mark + 1)..];
        }

        return false;
    }

    /// <summary>甲市长王某: the last character of the place's name is the first of the title too.</summary>
    private static bool IsOfficeOf(string text, int start) =>
        text[start] == '长'
        && (start + 1 == text.Length || text[start + 1] != '江')
        && text[start - 1] is '市' or '省' or '县' or '区' or '州' or '镇';

    /// <summary>At a place only offices are held (副省长); other words before the title belong to a body whose name is not known.</summary>
    private static bool IsAllTitles(ReadOnlySpan<char> words)
    {
        var at = 0;
        while (at < words.Length)
        {
            var term = Titles.PostsAndPrefixes.At(words, at);
            if (!term.Found && words[at] is not ('、' or '兼'))
            {
                return false;
            }

            at += Math.Max(1, term.Length);
        }

        return true;
    }

    /// <summary>甲司二级巡视员（副局级）王某: the bracket is no part of the title.</summary>
    private static TextSpan WithoutRank(string text, TextSpan gap)
    {
        var open =
            gap.End > gap.Start && text[gap.End - 1] == '）' ? text.LastIndexOf('（', gap.End - 1, Math.Min(LongestRank, gap.Length)) : -1;
        return open > gap.Start && text[open - 1] != '（' ? new(gap.Start, open) : gap;
    }

    private static TextSpan TrimLink(string text, TextSpan gap)
    {
        var end = gap.End;
        while (end > gap.Start && text[end - 1] is '、' or '兼' or '，' or '和')
        {
            end--;
        }

        // 甲部部长、原乙部部长王某: 原 says so of the post behind it.
        var isFormer = end > gap.Start + 1 && text[end - 1] is '原' or '前' && text[end - 2] is '、' or '兼' or '，';
        return isFormer ? TrimLink(text, new(gap.Start, end - 1)) : new(gap.Start, end);
    }

    /// <summary>Takes a title without a body into the phrase (主任王某), so that lists of names are seen as lists.</summary>
    private static int BareTitle(string text, int start, int posts)
    {
        var last = start;
        for (var isTitle = posts == 0; isTitle; )
        {
            // 党委委员、副总经理王某: a mark parts posts of one person.
            start -= start < last && start > 1 && text[start - 1] is '、' or '兼' && EndsWithPost(text, start - 1) ? 1 : 0;
            var from = Math.Max(0, start - LongestTitle);
            var term = Titles.OfGuests.Before(text.AsSpan(from, start - from), start - from);
            isTitle = term.Found;
            start -= term.Length + (isTitle ? RankLength(text, start - term.Length) : 0);
        }

        return start;
    }

    private static bool EndsWithPost(string text, int end)
    {
        var from = Math.Max(0, end - LongestTitle);
        return Titles.OfGuests.Before(text.AsSpan(from, end - from), end - from) is { Class: "post", Length: > 1 };
    }

    private static int RankLength(string text, int end)
    {
        foreach (var rank in Ranks)
        {
            if (end >= rank.Length && text.AsSpan(end - rank.Length, rank.Length).SequenceEqual(rank))
            {
                return rank.Length;
            }
        }

        return 0;
    }
}
