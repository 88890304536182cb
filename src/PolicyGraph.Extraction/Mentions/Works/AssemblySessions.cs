using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Sessions of the people's congresses and the consultative conferences, in full and in the short form that papers use:
/// 十四届全国人大三次会议 is 第十四届全国人民代表大会第三次会议 (Constitution, articles 60 and 61), 省十四届人大二次会议 keeps its form.
/// </summary>
internal static class AssemblySessions
{
    private const string Numerals = "一二三四五六七八九十0123456789";
    private const int Longest = 30;

    private static readonly string[] Ends = ["次会议", "次全会", "次全体会议", "次常务会议"];

    private static readonly string[] Owners =
    [
        "全国政协",
        "政协",
        "自治区党委",
        "省委",
        "市委",
        "区委",
        "县委",
        "州委",
        "省政协",
        "市政协",
        "全国",
        "省",
        "市",
        "自治区",
        "区",
        "县",
    ];

    public static void Find(Paper paper)
    {
        var text = paper.Text;
        var found = new List<Mention>();
        Dictionary<int, int>? bodies = null;
        foreach (var end in Ends)
        {
            for (var at = text.IndexOf(end, StringComparison.Ordinal); at >= 0; at = text.IndexOf(end, at + 1, StringComparison.Ordinal))
            {
                var session = NumeralBefore(text, at);
                var term = session < at ? Term(text, session) : -1;
                if (term >= 0)
                {
                    bodies ??= BodyEnds.Of(paper, organizations: false);
                    var owner = Owner(paper, term, bodies);
                    found.Add(Session(paper, owner, new(at, at + end.Length), session));
                    AddAssembly(paper, new(owner, term), session, bodies);
                }
            }
        }

        Replace(paper, found);
    }

    /// <summary>
    /// The congress or committee of a place whose session it is: 某市第三届人民代表大会常务委员会第四次会议 names
    /// 某市人民代表大会常务委员会.
    /// </summary>
    private static void AddAssembly(Paper paper, TextSpan place, int session, Dictionary<int, int> bodies)
    {
        var end = paper.Text[session - 1] == '第' ? session - 1 : session;
        if (
            !place.IsEmpty
            && place.Length == 1
            && Standing(paper.Text, place.End, end) is { } standing
            && Meant(paper, paper.Text[place.Start]) is { } meant
        )
        {
            // 市十五届人大常委会第四十五次会议, in the news of one city.
            paper.Mentions.Add(
                new Mention
                {
                    Span = new(place.Start, end),
                    Type = EntityType.Agency,
                    Name = meant + standing,
                    Rule = "agency.assembly",
                    Confidence = 0.85,
                    Form = MentionForm.Short,
                }
            );
            return;
        }

        var assembly =
            place.IsEmpty || !bodies.ContainsKey(place.End)
                ? -1
                : paper.Text.IndexOf("届人民代表大会", place.End, end - place.End, StringComparison.Ordinal);
        if (assembly > 0)
        {
            var name = paper.Source.Surface(place) + paper.Source.Surface(new(assembly + 1, end));
            paper.Mentions.Add(
                new Mention
                {
                    Span = new(place.Start, end),
                    Type = EntityType.Agency,
                    Name = name,
                    Rule = "agency.assembly",
                    Confidence = 0.9,
                }
            );
        }
    }

    private static string? Standing(string text, int start, int end) =>
        text.AsSpan(start, end - start) is var body && body.EndsWith("届人大常委会") ? "人民代表大会常务委员会"
        : body.EndsWith("届人大") ? "人民代表大会"
        : null;

    /// <summary>
    /// The place that a bare 省 or 市 before a session's number means: that which the paper names most, of those of its rank; null where it
    /// names none.
    /// </summary>
    private static string? Meant(Paper paper, char rank) =>
        paper
            .Mentions.Where(m => m.Type == EntityType.Place && m.Name.EndsWith(rank))
            .GroupBy(m => m.Name, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Key;

    // What the suffixes of events found within a session's name is part of it.
    private static void Replace(Paper paper, List<Mention> found)
    {
        if (found.Count == 0)
        {
            return;
        }

        var covered = new PositionSet(paper.Text.Length);
        foreach (var session in found)
        {
            covered.Add(session.Span);
        }

        paper.Mentions.RemoveAll(m =>
            m.Type == EntityType.Event
            && (covered.Contains(m.Span.Start) || covered.Contains(m.Span.End - 1))
            && !IsConference(paper, m, covered)
        );
        paper.Mentions.AddRange(found);
        Join(paper, found);
    }

    /// <summary>
    /// 某市第三届人民代表大会代表名额…, in the news of that congress's one session (市三届人大一次会议): its sitting is what is told of.
    /// </summary>
    private static void Join(Paper paper, List<Mention> found)
    {
        if (found.TrueForAll(m => m.Name == found[0].Name))
        {
            foreach (
                var congress in paper.Mentions.Where(m =>
                    m.Type == EntityType.Event && m.Span.Of(paper.Text).EndsWith("届人民代表大会", StringComparison.Ordinal)
                )
            )
            {
                congress.Name =
                    TermOf(congress.Span.Of(paper.Text)) == TermOf(found[0].Span.Of(paper.Text)) ? found[0].Name : congress.Name;
            }
        }
    }

    /// <summary>十七 of 市十七届 and of 某市第十七届.</summary>
    private static string TermOf(string name)
    {
        var mark = name.IndexOf('届', StringComparison.Ordinal);
        return mark < 0 ? name : name[NumeralBefore(name, mark)..mark];
    }

    /// <summary>甲省政协十三届一次会议新闻发布会: an event of its own, whose name begins with the session's.</summary>
    private static bool IsConference(Paper paper, Mention mention, PositionSet covered) =>
        !covered.Contains(mention.Span.End - 1) && paper.Text.AsSpan(mention.Span.Start, mention.Span.Length).EndsWith("发布会");

    /// <summary>The start of the term's number (第十四届), or -1 where none stands near before the session's.</summary>
    private static int Term(string text, int session)
    {
        var from = Math.Max(0, session - Longest);
        var mark = text.LastIndexOf('届', session - 1, session - from);
        var body = mark < 0 ? "" : text[(mark + 1)..session];
        if (
            !(
                body.Contains("人大", StringComparison.Ordinal)
                || body.Contains("人民代表大会", StringComparison.Ordinal)
                || body.Contains("委员会", StringComparison.Ordinal)
                || body.Contains("政协", StringComparison.Ordinal)
                || body.Contains("政府", StringComparison.Ordinal)
                || body is "" or "第"
            )
            || body.Contains("会议", StringComparison.Ordinal)
            || body.AsSpan().IndexOfAny('，', '。', '、') >= 0
        )
        {
            return -1;
        }

        var numeral = NumeralBefore(text, mark);
        return numeral == mark ? -1
            : numeral > 0 && text[numeral - 1] == '第' ? numeral - 1
            : numeral;
    }

    private static int NumeralBefore(string text, int at)
    {
        var start = at;
        while (
            start > 0
            && at - start < 4
            && Numerals.Contains(text[start - 1], StringComparison.Ordinal)
            && (start == at || char.IsAsciiDigit(text[start - 1]) == char.IsAsciiDigit(text[start]))
        )
        {
            start--;
        }

        return start;
    }

    private static int Owner(Paper paper, int term, Dictionary<int, int> bodies)
    {
        if (bodies.TryGetValue(term, out var body))
        {
            return body;
        }

        foreach (var owner in Owners)
        {
            if (paper.Text.AsSpan(0, term).EndsWith(owner))
            {
                return term - owner.Length;
            }
        }

        return term;
    }

    private static Mention Session(Paper paper, int start, TextSpan end, int session)
    {
        var span = new TextSpan(start, end.End);
        var surface = paper.Source.Surface(span);
        var assembly = surface.IndexOf("届全国人大", StringComparison.Ordinal);
        var isShort = assembly > 0 && !surface.Contains("常委会", StringComparison.Ordinal);
        var name = isShort ? $"第{surface[..assembly].TrimStart('第')}届全国人民代表大会第{paper.Text[session..end.Start]}次会议" : surface;
        return new Mention
        {
            Span = span,
            Type = EntityType.Event,
            Name = name,
            Rule = "event.assembly-session",
            Confidence = 0.95,
        };
    }
}
