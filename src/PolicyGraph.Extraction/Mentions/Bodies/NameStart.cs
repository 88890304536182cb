using PolicyGraph.Extraction.Gazetteers;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Finds where a name begins whose last word is known. It is read backwards over letters, over whole known names and over brackets inside
/// it, as far as a mark, a boundary word (a verb, a title, a preposition) or an 和 that joins two names rather than two words of one. A
/// dash between two known names (中国—东盟某中心) is the name's.
/// </summary>
internal static class NameStart
{
    /// <summary>No name seen in official papers is longer before its last word.</summary>
    private const int MaxLength = 28;
    private const int MaxBracket = 12;

    /// <param name="end">Where the last word begins.</param>
    /// <param name="floor">Not further back than this.</param>
    /// <returns>The first character of the name; <paramref name="end"/> where nothing stands before the last word.</returns>
    public static int Find(Paper paper, int end, int floor) => Walk(paper, end, Math.Max(floor, end - MaxLength), joins: true);

    /// <summary>As <see cref="Find"/>, however long the name.</summary>
    /// <param name="joins">Whether an 和 may join two words of the name.</param>
    internal static int Walk(Paper paper, int end, int floor, bool joins)
    {
        var position = end;
        while (position > floor)
        {
            var c = paper.Text[position - 1];
            if (c == '）')
            {
                var open = OpenBracket(paper.Text, position, floor);
                if (open < 0)
                {
                    break;
                }

                position = open;
                continue;
            }

            if (
                c is '—' or '–' or '─'
                && position < end
                && IsKnownAt(paper, position)
                && KnownBefore(paper, position - 1) is var first
                && first >= floor
                && first < position - 1
            )
            {
                position = first;
                continue;
            }

            if (
                !IsNameCharacter(c)
                || c == '·' && position < end && PartsField(paper, position)
                || (
                    position < end
                    && (
                        StartsSigner(paper, position)
                        || StartsCell(paper, position)
                        || (paper.Source.GapBefore(position) == Text.Gap.Line && BreaksLine(paper, position))
                    )
                )
            )
            {
                break;
            }

            if (KnownBefore(paper, position) is var known && known >= floor && known < position)
            {
                if (position < end && EndsName(paper, position) && IsKnownAt(paper, position) && !IsSeat(paper, position))
                {
                    break;
                }

                position = known;
                if (StartsWithCabinet(paper.Text.AsSpan(position)))
                {
                    break;
                }

                continue;
            }

            if (
                IsBoundaryBefore(paper, position)
                || JoinsBodies(paper, position)
                || IsCounted(paper.Text, position)
                || (c is '和' or '与' or '及' && !(joins && NameJoints.JoinWords(paper, position - 1, end, floor)))
            )
            {
                break;
            }

            position--;
        }

        return position;
    }

    /// <summary>A letter of a name: a Chinese character, a letter, a digit, or one of the marks that names hold.</summary>
    public static bool IsNameCharacter(char c) =>
        c is >= '\u4e00' and <= '\u9fff' or '·' or '-' or '&' or '〇' || char.IsAsciiLetterOrDigit(c);

    /// <summary>
    /// The start of the longest known name, or word that holds a boundary without being one, that ends at a position; the position where
    /// none does.
    /// </summary>
    public static int KnownBefore(Paper paper, int position)
    {
        foreach (var hit in paper.Forms.EndingAt(position))
        {
            if (hit.Length > 1 && IsKnown(hit.Form))
            {
                return hit.Start;
            }
        }

        return position;
    }

    /// <summary>True where a name that the gazetteers know starts here.</summary>
    public static bool IsKnownAt(Paper paper, int position)
    {
        foreach (var hit in paper.Forms.StartingAt(position))
        {
            if (
                hit.Length > 1
                && (hit.Form.Kinds & (EntryKinds.Place | EntryKinds.Agency | EntryKinds.Zone | EntryKinds.Organization)) != EntryKinds.None
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a division's rank ends its form: 官渡区, not 官渡.</summary>
    public static bool EndsWithRank(string form) => form[^1] is '省' or '市' or '区' or '县' or '州' or '盟' or '旗';

    /// <summary>True where a known name, or a word that names start with, stands at a position.</summary>
    public static bool StartsKnown(Paper paper, int position)
    {
        foreach (var hit in paper.Forms.StartingAt(position))
        {
            if (hit.Length > 1 && IsKnown(hit.Form) && !hit.Form.Is(WordClasses.Compound))
            {
                return true;
            }
        }

        return false;
    }

    // 3 甲有限公司 甲有限公司技术中心: a table's row sets its number, a firm and what is the firm's side by side.
    private static bool StartsCell(Paper paper, int position)
    {
        if (paper.Source.GapBefore(position) != Text.Gap.Space)
        {
            return false;
        }

        var first = position;
        while (first > 0 && char.IsAsciiDigit(paper.Text[first - 1]) && paper.Source.GapBefore(first) != Text.Gap.Line)
        {
            first--;
        }

        return first < position
            ? first == 0 || paper.Source.GapBefore(first) == Text.Gap.Line
            : paper.Text.AsSpan(0, position).EndsWith("公司");
    }

    // 某联盟联合某智库: behind a whole name, 联合 is what the body does.
    private static bool JoinsBodies(Paper paper, int position)
    {
        if (position < 4 || !paper.Text.AsSpan(0, position).EndsWith("联合"))
        {
            return false;
        }

        if (paper.Text[position - 3] == '）')
        {
            return true;
        }

        foreach (var hit in paper.Forms.EndingAt(position - 2))
        {
            if (hit.Length > 1 && hit.Form.Is(WordClasses.OrganizationSuffix) && hit.Form.Text is not ("银行" or "大学" or "学院"))
            {
                return true;
            }
        }

        return false;
    }

    // 某部北京某某研究所 is one name: the place is the seat of the ministry's institute; on a new line it would begin another.
    private static bool IsSeat(Paper paper, int position) =>
        paper.Forms.TryLongest(position, EntryKinds.Place, out _)
        && !paper.Forms.TryLongest(position, EntryKinds.Agency | EntryKinds.Organization | EntryKinds.Zone, out _)
        && paper.Source.GapBefore(position) == Text.Gap.None;

    // 报国务院某领导小组: no name holds the State Council's but at its start.
    private static bool StartsWithCabinet(ReadOnlySpan<char> name) => name.StartsWith("国务院");

    // 石油化工·某省某开发区: the dot parts a field from the name of a known place.
    private static bool PartsField(Paper paper, int position) =>
        IsKnownAt(paper, position)
        && position > 1
        && (
            paper.Text[position - 2] == '）'
            || paper.Forms.TryLongestBefore(position - 1, EntryKinds.Word, out var field) && field.Form.Is(WordClasses.Modifier)
        );

    // Signers side by side, parted by a blank: 某市统计局 国家统计局某市调查队.
    private static bool StartsSigner(Paper paper, int position) =>
        paper.Source.GapBefore(position) != Text.Gap.None && paper.Forms.TryLongest(position, EntryKinds.Agency, out _);

    // 工业和信息化部中央网信办, run together in a head, are two; 清华大学深圳研究院 is one.
    private static bool EndsName(Paper paper, int position)
    {
        foreach (var hit in paper.Forms.EndingAt(position))
        {
            if (hit.Length > 1 && (hit.Form.Kinds & EntryKinds.Agency) != EntryKinds.None)
            {
                return true;
            }
        }

        return false;
    }

    // 6家银行, 多家企业: a counter after its number. 58号某大厦: a house number before the house.
    private static bool IsCounted(string text, int position) =>
        position > 1
        && text[position - 1]
            is '号'
                or '家'
                or '个'
                or '所'
                or '名'
                or '位'
                or '座'
                or '项'
                or '批'
                or '条'
                or '只'
                or '亩'
                or '年'
                or '月'
                or '日'
        && (
            char.IsAsciiDigit(text[position - 2])
            || "多余几数百千万两二三四五六七八九十一".Contains(text[position - 2], StringComparison.Ordinal)
        );

    private static bool IsKnown(LexiconForm form) =>
        (form.Kinds & (EntryKinds.Place | EntryKinds.Agency | EntryKinds.Zone | EntryKinds.Organization)) != EntryKinds.None
        || form.Is(WordClasses.Compound | WordClasses.OrganizationPrefix);

    private static bool IsBoundaryBefore(Paper paper, int position)
    {
        foreach (var hit in paper.Forms.EndingAt(position))
        {
            if (hit.Form.Is(WordClasses.Boundary) && !IsCrossed(paper, position))
            {
                return true;
            }
        }

        return false;
    }

    // 开工 ends inside 工业: the last character belongs to the word after it.
    private static bool IsCrossed(Paper paper, int position)
    {
        foreach (var hit in paper.Forms.StartingAt(position - 1))
        {
            if (hit.Length == 2 && hit.Form.Is(WordClasses.Modifier | WordClasses.Compound))
            {
                return true;
            }
        }

        return false;
    }

    // A line that is cut anywhere goes on; one that ends before a heading or a list's item does not, but only the layout knows. A digit or
    // a mark at the line's start is the sign of a new item.
    private static bool BreaksLine(Paper paper, int position) =>
        char.IsAsciiDigit(paper.Text[position])
        || paper.Forms.TryLongest(position, EntryKinds.Organization | EntryKinds.Agency, out var known) && known.Length > 1;

    // （二）遵守某所章程: the number of a list's item is no part of a name.
    private static bool IsItem(ReadOnlySpan<char> inner) => !inner.ContainsAnyExcept("0123456789一二三四五六七八九十");

    private static int OpenBracket(string text, int close, int floor)
    {
        for (var i = close - 2; i >= Math.Max(floor, close - MaxBracket); i--)
        {
            if (text[i] == '（')
            {
                return IsItem(text.AsSpan(i + 1, close - i - 2)) ? -1 : i;
            }

            if (!IsNameCharacter(text[i]))
            {
                return -1;
            }
        }

        return -1;
    }
}
