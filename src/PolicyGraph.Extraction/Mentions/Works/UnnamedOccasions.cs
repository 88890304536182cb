using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// An occasion that is held or attended and only called by its kind: 甲厅举行新闻发布会, 甲市与乙集团签署协议。…出席签约仪式. It bears the
/// names of who holds it, or of the parties (甲厅新闻发布会, 甲市与乙集团签约仪式). Where the article names an event of that kind, or any
/// other before, the word speaks of that.
/// </summary>
internal sealed class UnnamedOccasions(Paper paper)
{
    private const int HostReach = 24;
    private const int PartyReach = 240;
    private const int NameReach = 300;
    private const int LongestParties = 60;
    private const int LongestLink = 1;
    private const int VerbLength = 2;
    private const int ShortestProject = 4;
    private const int ProjectLength = 2;

    // 项目举行隆重的.
    private const int LongestVerb = 12;

    /// <summary>No paper tells of more, and each looks through the names before it.</summary>
    private const int Most = 12;

    private static readonly string[] Conferences = ["发布会", "通气会", "吹风会"];

    private static readonly string[] Signings = ["签约仪式", "签字仪式", "签署仪式", "签约会"];

    private static readonly string[] Others =
    [
        "座谈会",
        "揭牌仪式",
        "挂牌仪式",
        "授牌仪式",
        "启动仪式",
        "开工仪式",
        "奠基仪式",
        "投产仪式",
        "推介会",
        "对接会",
        "研讨会",
        "论证会",
        "评审会",
        "鉴定会",
        "见面会",
        "交流会",
        "动员会",
        "推进会",
        "恳谈会",
    ];

    private readonly List<Mention> _bodies =
    [
        .. paper
            .Mentions.Where(m => m.Type is EntityType.Agency or EntityType.Organization or EntityType.Zone)
            .OrderBy(m => m.Span.End)
            .ThenByDescending(m => m.Span.Start),
    ];

    /// <param name="paper">With its named events.</param>
    /// <param name="words">Where words for occasions stand that no name ends with.</param>
    public static void Find(Paper paper, List<TextSpan> words)
    {
        if (words.Count > 0)
        {
            new UnnamedOccasions(paper).Find(words);
        }
    }

    private void Find(List<TextSpan> words)
    {
        words.Sort((a, b) => a.Start.CompareTo(b.Start));

        // 全国人民代表大会 of its standing committee is no event.
        var covered = new PositionSet(paper.Text.Length);
        foreach (var body in _bodies)
        {
            covered.Add(body.Span);
        }

        var named = paper
            .Mentions.Where(m => m.Type == EntityType.Event && !(covered.Contains(m.Span.Start) && covered.Contains(m.Span.End - 1)))
            .ToList();
        var left = Most;
        foreach (var word in words)
        {
            if (left == 0 || Held(word) is not { } verb)
            {
                continue;
            }

            var told = named.FindAll(m => Excludes(m, word));
            var meant = told.TrueForAll(m => IsNameOnly(m, word))
                ? told.Find(m => EndsAlike(m, word) && m.Span.Start - word.End <= NameReach)
                : null;
            if (meant is null && told.Count > 0 || (meant?.Name ?? Name(word, verb)) is not { } name)
            {
                continue;
            }

            left--;
            var mention = new Mention
            {
                Span = word,
                Type = EntityType.Event,
                Name = name,
                Rule = "event.occasion",
                Confidence = 0.7,
                Form = MentionForm.Short,
            };
            paper.Mentions.Add(mention);
            named.Add(mention);
        }
    }

    /// <summary>甲区举行推介会。…举办“乙”推介会: the name comes later; 关于甲案件座谈会纪要, …召开座谈会: only the title gave it.</summary>
    private bool IsNameOnly(Mention held, TextSpan word) =>
        held.Span.Start > word.End || paper.Text.AsSpan(held.Span.End).StartsWith("纪要");

    /// <summary>The verb that holds or attends it, by its class; null where none does.</summary>
    private string? Held(TextSpan word)
    {
        var text = paper.Text.AsSpan();
        var kind = text[word.Start..word.End];
        var verb =
            kind.EndsWithAny(Conferences) || kind.EndsWithAny(Signings) || kind.EndsWithAny(Others)
                ? Verbs.Before(text, EventModifiers.GeneralStart(text, word.Start))
                : null;
        return verb is "hold" or "attend" ? verb : null;
    }

    /// <summary>True where an event of the article is what the word means, or may have it for a part.</summary>
    private bool Excludes(Mention held, TextSpan word) =>
        ArticleAt(held.Span.Start) == ArticleAt(word.Start)
        && (
            held.Span.End <= word.Start
                ? held.Rule is "event.suffix" or "event.anchored-suffix" or "event.list" || EndsAlike(held, word)
                : EndsAlike(held, word)
        );

    private bool EndsAlike(Mention held, TextSpan word) => held.Span.Of(paper.Text).EndsWith(word.Of(paper.Text), StringComparison.Ordinal);

    private int ArticleAt(int position) => paper.Sentences[Math.Max(0, paper.FirstSentence(position + 1) - 1)].Article;

    private string? Name(TextSpan word, string verb)
    {
        var kind = word.Of(paper.Text);
        if (verb == "hold" && (Project(word.Start) ?? Host(word.Start) ?? City(word)) is { } host)
        {
            return paper.Source.Surface(host) + kind;
        }

        var isSigning = kind.AsSpan().EndsWithAny(Signings);
        return isSigning && Parties(word.Start) is { } signed ? paper.Source.Surface(signed) + kind
            : verb == "attend" && (isSigning || kind.AsSpan().EndsWithAny(Conferences)) ? kind
            : null;
    }

    /// <summary>由甲公司承建的乙项目举行开工仪式: what the ceremony is of; null where the verb's subject is no project.</summary>
    private TextSpan? Project(int position)
    {
        var text = paper.Text.AsSpan();
        var before = text[Math.Max(0, position - LongestParties)..position];
        var verb = Math.Max(before.LastIndexOf("项目举"), before.LastIndexOf("工程举"));
        if (verb < 0 || before.Length - verb > LongestVerb)
        {
            return null;
        }

        var from = before[..verb].LastIndexOfAny("的，。；：！？、,".AsSpan()) + 1;
        return from > 0 && verb - from >= ShortestProject
            ? new(position - before.Length + from, position - before.Length + verb + ProjectLength)
            : null;
    }

    /// <summary>Who holds it: the body before the verb, with the one that a conjunction joins to it.</summary>
    private TextSpan? Host(int position)
    {
        var last = _bodies.FindLastIndex(m => m.Span.End <= position && position - m.Span.End <= HostReach);
        if (
            last < 0
            || paper.Text.AsSpan(_bodies[last].Span.End, position - _bodies[last].Span.End).ContainsAny("，。；：！？、“”,;:!?".AsSpan())
        )
        {
            return null;
        }

        // 乙厅在甲集团举行座谈会: where it is held, and before that who holds it.
        var host = Joined(_bodies[last].Span);
        var isSite = host.Start > 0 && paper.Text[host.Start - 1] is '在' or '于';
        return isSite ? _bodies.FindLast(m => m.Span.End == host.Start - 1)?.Span
            : host.Start > 0 && paper.Text[host.Start - 1] == '的' ? null
            : host;
    }

    /// <summary>甲市与乙集团 of 甲市与乙集团签署战略合作协议, some sentences before.</summary>
    private TextSpan? Parties(int position)
    {
        var from = Math.Max(0, position - PartyReach);
        foreach (var body in _bodies)
        {
            if (
                body.Span.Start >= from
                && body.Span.End <= position
                && Joined(body.Span) is var joined
                && joined.Length > body.Span.Length
                && paper.Text.AsSpan(body.Span.End, Math.Min(HostReach, position - body.Span.End)).Contains('签')
            )
            {
                return joined;
            }
        }

        return null;
    }

    /// <summary>甲市举行新闻发布会 is the city's; of other occasions a place is mostly the site.</summary>
    private TextSpan? City(TextSpan word)
    {
        var text = paper.Text.AsSpan();
        var verb = word.Start - VerbLength;
        return verb > 0 && text[verb..word.Start] is "举行" or "召开" && text[word.Start..].StartsWith("新闻")
            ? paper
                .Mentions.Find(m =>
                    m.Type == EntityType.Place
                    && m.Span.End == verb
                    && (m.Span.Start == 0 || paper.Text[m.Span.Start - 1] is not ('在' or '于'))
                )
                ?.Span
            : null;
    }

    private TextSpan Joined(TextSpan last)
    {
        var link = last.Start;
        var text = paper.Text;
        if (link < LongestLink + 1 || text[link - 1] is not ('与' or '和' or '、'))
        {
            return last;
        }

        var first = _bodies.FindLast(m => m.Span.End == link - LongestLink);
        return first is not null && last.End - first.Span.Start <= LongestParties ? new(first.Span.Start, last.End) : last;
    }
}
