using System.Buffers;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>Walks back from the end of a name to its start, over bodies, quotations and brackets as wholes.</summary>
internal sealed class NameWalker
{
    private const int Longest = 45;
    private const int LongestQuotation = 60;
    private const int LongestClause = 16;
    private const int ShortestClause = 3;

    private static readonly SearchValues<char> Stops = SearchValues.Create("，。；：、！？“”‘’（）《》〈〉…〔〕【】□■▶◆,|");
    private static readonly string[] Openers =
    [
        "中国",
        "国际",
        "全国",
        "世界",
        "全球",
        "亚洲",
        "亚太",
        "国家",
        "中央",
        "省委",
        "市委",
        "专栏",
        "中外",
        "两岸",
        "海峡",
        "“",
        "《",
    ];

    private static readonly SearchValues<string> Posts = SearchValues.Create(
        [
            "所长",
            "院长",
            "部长",
            "局长",
            "厅长",
            "省长",
            "市长",
            "县长",
            "区长",
            "处长",
            "司长",
            "会长",
            "校长",
            "秘书长",
            "董事长",
            "理事长",
            "书记",
            "主任",
            "主席",
            "总裁",
            "经理",
            "教授",
            "院士",
        ],
        StringComparison.Ordinal
    );

    private readonly Paper _paper;
    private readonly PositionSet _bodyStarts;
    private readonly PositionSet _bodyEnds;
    private readonly PositionSet _sentenceStarts;

    // By the end of a body: where the longest that ends there starts.
    private readonly Dictionary<int, int> _startOf = [];

    public NameWalker(Paper paper)
    {
        _paper = paper;
        _bodyStarts = new(paper.Text.Length);
        _bodyEnds = new(paper.Text.Length);
        _sentenceStarts = new(paper.Text.Length);
        foreach (
            var body in paper.Mentions.Where(m =>
                m.Type is Model.EntityType.Agency or Model.EntityType.Organization or Model.EntityType.Place or Model.EntityType.Zone
            )
        )
        {
            _startOf[body.Span.End] = Math.Min(body.Span.Start, BodyBefore(body.Span.End));
            _bodyEnds.Add(body.Span.End);
            _bodyStarts.Add(body.Span.Start);
        }

        foreach (var sentence in paper.Sentences)
        {
            _sentenceStarts.Add(sentence.Span.Start);
        }
    }

    /// <param name="end">The start of the word that ends the name, such as 大会: what comes before it is walked over.</param>
    public WalkedStart Back(int end) => Back(end, end);

    /// <summary>
    /// As <see cref="Back(int)"/>, but taking the characters from <paramref name="from"/> on as part of the name, whatever words they hold.
    /// </summary>
    public WalkedStart Back(int end, int from)
    {
        var text = _paper.Text.AsSpan();
        var at = from;
        var joint = -1;
        while (at > 0 && end - at < Longest && !_sentenceStarts.Contains(at))
        {
            if (Editions.Opens(text[..end], at) && !GoesOnBefore(text, at))
            {
                return Begin(text[..end], at, joint, default);
            }

            var whole = Whole(text, at);
            if (whole < at)
            {
                at = whole;
                continue;
            }

            if (IsStop(text, at))
            {
                break;
            }

            var boundary = Boundaries.Before(text, at);
            if (boundary.Found && !boundary.Is("joint"))
            {
                if (!boundary.Is("conjunction"))
                {
                    return Begin(text[..end], at, joint, boundary);
                }

                if (IsAnchor(text, at))
                {
                    return new(at, boundary, IsAnchored: true, at);
                }

                joint = joint < 0 ? at : joint;
                at -= boundary.Length;
                continue;
            }

            at--;
        }

        return Begin(text[..end], at, joint, default);
    }

    /// <summary>Where the body or place starts that ends at a position; the position where none does.</summary>
    public int BodyBefore(int end) => _bodyEnds.Contains(end) ? _startOf[end] : end;

    /// <summary>
    /// Where the clause begins that ends at a position: behind a mark or 日 of a date; -1 where it is long, or holds a verb of holding or a
    /// preposition.
    /// </summary>
    public int ClauseStart(int end)
    {
        var text = _paper.Text.AsSpan();
        var at = end;
        while (at > 0 && end - at <= LongestClause && !IsStop(text, at) && !_sentenceStarts.Contains(at))
        {
            at--;
        }

        return end - at is >= ShortestClause and <= LongestClause && Boundaries.First(text, at, end) < 0 ? at : -1;
    }

    /// <summary>
    /// A year, a place or the series itself may stand before an edition (2021年第四届, 海州首届, 江海论坛2024年年会); nothing else does.
    /// </summary>
    private bool GoesOnBefore(ReadOnlySpan<char> text, int at) =>
        _bodyEnds.Contains(at)
        || text[at - 1] is '年' or '暨'
        || text[at - 1] == '）' && !Glosses.EndAt(text, at)
        || char.IsAsciiLetterOrDigit(text[at - 1])
        || text[at - 1] == '-' && at > 1 && char.IsAsciiLetterOrDigit(text[at - 2])
        || text[..at].EndsWith("中国共产党")
        || text[..at].EndsWith("论坛")
        || text[..at].EndsWith("大会");

    /// <summary>True where a name begins at this position as names of events and schemes do.</summary>
    public bool IsAnchor(ReadOnlySpan<char> text, int at)
    {
        if (_bodyStarts.Contains(at) || Editions.At(text, at) > 0)
        {
            return true;
        }

        return text[at..].StartsWithAny(Openers);
    }

    /// <summary>A conjunction belongs to the name where the name is anchored before it, else the name begins behind it.</summary>
    private WalkedStart Begin(ReadOnlySpan<char> text, int start, int joint, Term boundary)
    {
        var reach = start;
        if (joint > start && (!IsAnchor(text, start) || IsParted(text[start..joint])))
        {
            start = joint;
        }

        for (var soft = Boundaries.SoftAt(text, start); soft > 0; soft = Boundaries.SoftAt(text, start))
        {
            start += soft;
        }

        // 经甲委员会第三次会议审议: who passed something.
        start += start < text.Length && text[start] == '经' && _bodyStarts.Contains(start + 1) ? 1 : 0;
        start += Numbering(text[start..]);
        start += Editions.CountAt(text, start);
        while (start < text.Length && text[start] is '-' or '—' or '·' or '.')
        {
            start++;
        }

        return new(start, boundary, IsAnchor(text, start), reach);
    }

    /// <summary>
    /// 甲所所长张某和乙论坛, 甲大赛方案及乙大赛, 甲大会和乙大赛: who speaks, a paper or a whole event is no half of an event's name.
    /// </summary>
    private static bool IsParted(ReadOnlySpan<char> half) =>
        half.ContainsAny(Posts)
        || TitleKinds.Policies.Before(half, half.Length - 1).Found
        || EventEnds.Suffixes.Before(half, half.Length - 1) is { Length: > 1 } event_ && event_.Is("strong");

    // NO.2甲论坛: the number of the item that the name heads.
    private static int Numbering(ReadOnlySpan<char> name)
    {
        var length =
            name.StartsWith("NO.", StringComparison.OrdinalIgnoreCase) || name.StartsWith("TOP", StringComparison.OrdinalIgnoreCase)
                ? 3
                : 0;
        var digits = length;
        while (length > 0 && digits < name.Length && char.IsAsciiDigit(name[digits]))
        {
            digits++;
        }

        return digits > length ? digits : 0;
    }

    private int Whole(ReadOnlySpan<char> text, int end)
    {
        if (_bodyEnds.Contains(end))
        {
            return _startOf[end];
        }

        var open = text[end - 1] switch
        {
            '”' => '“',
            '’' => '‘',
            '》' => '《',
            '）' => '（',
            _ => '\0',
        };
        if (text[end - 1] == '、' && end > 1 && text[end - 2] == '》' && text[end..].StartsWith("《"))
        {
            // 《甲》、《乙》两项标准讨论会
            return Whole(text, end - 1);
        }

        if (open == '\0' || open == '（' && (IsItem(text, end) || Glosses.EndAt(text, end)))
        {
            return end;
        }

        var from = Math.Max(0, end - LongestQuotation);
        var found = text[from..(end - 1)].LastIndexOf(open);
        return found < 0 ? end : from + found;
    }

    // （一）大赛安排: the number of a list's item is no part of what it heads.
    private static bool IsItem(ReadOnlySpan<char> text, int end)
    {
        var start = end - 1;
        while (
            start > 0
            && end - start < 4
            && text[start - 1] is >= '0' and <= '9' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十'
        )
        {
            start--;
        }

        return start < end - 1 && start > 0 && text[start - 1] == '（';
    }

    private static bool IsStop(ReadOnlySpan<char> text, int at)
    {
        var c = text[at - 1];
        return Stops.Contains(c)
            || (c is '—' or '-' && IsDash(text, at))
            || (c is '电' or '讯' && at > 1 && text[at - 2] is '日' or '报' or '社')
            || (c is '日' or '月' && at > 1 && char.IsAsciiDigit(text[at - 2]));
    }

    // A single dash joins (中国—东盟), a double one parts.
    private static bool IsDash(ReadOnlySpan<char> text, int at) => at > 1 && text[at - 2] == text[at - 1];
}

/// <summary>Where a name that ends at a known word begins.</summary>
/// <param name="Position">Its first character.</param>
/// <param name="Boundary">The word that stands before it; none where punctuation or a sentence's start does.</param>
/// <param name="IsAnchored">True where it begins as names do: with a year, an edition, a place or body, 中国, a quotation.</param>
/// <param name="Reach">Where the walk ended; before the position where a conjunction on the way was not taken for part of the name.</param>
internal readonly record struct WalkedStart(int Position, Term Boundary, bool IsAnchored, int Reach);
