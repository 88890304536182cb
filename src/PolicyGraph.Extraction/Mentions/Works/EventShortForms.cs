using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Leads shorter names of an event to the fullest one: a series to the edition that the paper is about (中关村论坛 → 2020中关村论坛), a
/// name that drops words of the full one, and the well-known short forms (进博会), whose full names are a table's where the paper gives
/// none.
/// </summary>
internal static class EventShortForms
{
    private const int Reach = 60;
    private const int ShortestTail = 4;
    private const int LongestPlace = 3;
    private const int LongestYear = 5;

    // 大会, 论坛: no name is shorter than its kind.
    private const int KindLength = 2;

    private const int YearDigits = 4;

    private const string China = "中国";

    public static void Find(Paper paper, WorkScan scan)
    {
        AddKnown(paper, scan);
        var events = paper
            .Mentions.Where(m => m.Type == EntityType.Event)
            .OrderBy(m => m.Span.Start)
            .ThenByDescending(m => m.Span.End)
            .ToList();
        for (var i = 0; i < events.Count; i++)
        {
            if (Fuller(events, i) is { } name)
            {
                events[i].Name = SeriesHistory.IsTold(paper, events[i], name) ? events[i].Name : name;
            }
        }
    }

    private static void AddKnown(Paper paper, WorkScan scan)
    {
        if (scan.Known.Count == 0)
        {
            return;
        }

        var text = paper.Text.AsSpan();
        var taken = paper.Mentions.Where(m => m.Type == EntityType.Event).ToList();
        var covered = new PositionSet(text.Length);
        foreach (var other in taken)
        {
            covered.Add(other.Span);
        }

        foreach (var hit in scan.Known)
        {
            var span = new TextSpan(WithEdition(text, hit.Start), hit.End);
            var edition = text[span.Start..hit.Start];
            WorkScan.KnownEvents.TryAt(text, hit.Start, out _, out var table);
            var full = OfThisPaper(taken, text[hit.Start..hit.End], edition, table ?? "") ?? edition.ToString() + table;
            if (covered.Contains(span.Start) || covered.Contains(span.End - 1))
            {
                var other = LastOver(taken, span);

                // 贵阳数博会: the grammar found the short form with its place; the Games are told by theirs.
                other.Name =
                    other.Span.End == span.End
                    && !text[..span.End].EndsWith("运会")
                    && !text[..span.End].EndsWith("奥会")
                    && other.Span.Length <= span.Length + LongestPlace
                        ? full
                        : other.Name;
                continue;
            }

            paper.Mentions.Add(
                new Mention
                {
                    Span = span,
                    Type = EntityType.Event,
                    Name = full,
                    Rule = "event.known-short-form",
                    Confidence = 0.92,
                }
            );
        }
    }

    /// <summary>The last of the events within which one end of a span lies.</summary>
    private static Mention LastOver(List<Mention> events, TextSpan span) =>
        events.FindLast(m => m.Span.Contains(span.Start) || m.Span.Contains(span.End - 1))!;

    /// <summary>
    /// The event of the same edition that the paper itself names and that holds the short form's characters in their order; null where it
    /// names none.
    /// </summary>
    /// <param name="table">The full name that the table gives: the event is one of its kind.</param>
    private static string? OfThisPaper(List<Mention> events, ReadOnlySpan<char> form, ReadOnlySpan<char> edition, string table)
    {
        var kind = table.Length > KindLength ? table.AsSpan(table.Length - KindLength) : table;
        foreach (var other in events.TakeLast(Reach))
        {
            var name = other.Name.AsSpan();
            var part = name[(name.IndexOf('暨') + 1)..];
            if (
                part.Length > form.Length * 2
                && part[^1] == form[^1]
                && part.EndsWith(kind)
                && part.StartsWith(edition)
                && IsSubsequence(form, part[edition.Length..])
            )
            {
                return other.Name;
            }
        }

        foreach (var other in events.TakeLast(Reach))
        {
            // 冬奥会 of 2034年海州冬奥会.
            if (
                other.Name.AsSpan() is var name
                && name.EndsWith(form)
                && name.StartsWith(edition)
                && Editions.Without(name) is var series
                && series.Length > form.Length
                && series.Length < name.Length
            )
            {
                return other.Name;
            }
        }

        return null;
    }

    /// <summary>The start of the edition or year that touches a name on its left, else the name's own start.</summary>
    private static int WithEdition(ReadOnlySpan<char> text, int start)
    {
        for (var from = Math.Max(0, start - 8); from < start; from++)
        {
            if (Editions.At(text, from) == start - from)
            {
                return from;
            }
        }

        return start;
    }

    /// <summary>
    /// The name of the fuller event that another means, or null: the nearest before that holds all its characters in their order, else the
    /// nearest after.
    /// </summary>
    private static string? Fuller(List<Mention> events, int index)
    {
        for (var i = index - 1; i >= 0 && i >= index - Reach; i--)
        {
            if (Means(events[index].Name, events[i].Name) || IsSameSeries(events[index].Name, events[i].Name))
            {
                return events[i].Name;
            }
        }

        string? later = null;
        for (var i = index + 1; i < events.Count && i < index + Reach; i++)
        {
            if (Means(events[index].Name, events[i].Name))
            {
                // Of a series of which several editions are told, none is meant by its name.
                if (later is not null && IsOtherEdition(later, events[i].Name))
                {
                    return null;
                }

                later ??= events[i].Name;
            }
        }

        return later;
    }

    /// <summary>第二十届高交会 and 首届高交会.</summary>
    private static bool IsOtherEdition(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        Editions.Number(one) is { } first && Editions.Number(other) is { } second && first != second;

    /// <summary>首届甲论坛 and 2025甲论坛 in one paper: one says the edition, the other the year.</summary>
    private static bool IsSameSeries(ReadOnlySpan<char> name, ReadOnlySpan<char> other)
    {
        // Most pairs are of one name, or of events whose names end otherwise.
        if (name[^1] != other[^1] || name.SequenceEqual(other))
        {
            return false;
        }

        var series = Editions.Without(name);
        var otherSeries = Editions.Without(other);
        var edition = name[..^series.Length];
        var otherEdition = other[..^otherSeries.Length];
        return series.SequenceEqual(otherSeries)
            && !edition.IsEmpty
            && !otherEdition.IsEmpty
            && edition.Contains('届') != otherEdition.Contains('届')
            && (
                Editions.IsYear(edition) && edition.Length <= LongestYear
                || Editions.IsYear(otherEdition) && otherEdition.Length <= LongestYear
            );
    }

    /// <summary>True where the fuller name, or one of the two that 暨 joins in it, is the shorter one's.</summary>
    internal static bool Means(ReadOnlySpan<char> shorter, ReadOnlySpan<char> fuller)
    {
        return MeansOne(shorter, fuller)
            || MeansBoth(shorter, fuller)
            || fuller.IndexOf('暨') is >= 0 and var joint
                && (
                    shorter.SequenceEqual(fuller[..joint])
                    || shorter.SequenceEqual(fuller[(joint + 1)..])
                    || MeansOne(shorter, fuller[..joint])
                    || MeansOne(shorter, fuller[(joint + 1)..])
                );
    }

    /// <summary>2030数字大会暨第十一届智博会 of a pair whose halves are said in full.</summary>
    private static bool MeansBoth(ReadOnlySpan<char> shorter, ReadOnlySpan<char> fuller) =>
        shorter.IndexOf('暨') is > 0 and var cut
        && fuller.IndexOf('暨') is > 0 and var joint
        && (MeansOne(shorter[..cut], fuller[..joint]) || shorter[..cut].SequenceEqual(fuller[..joint]))
        && (MeansOne(shorter[(cut + 1)..], fuller[(joint + 1)..]) || shorter[(cut + 1)..].SequenceEqual(fuller[(joint + 1)..]));

    private static bool MeansOne(ReadOnlySpan<char> shorter, ReadOnlySpan<char> fuller)
    {
        if (fuller is [.., '）'] && shorter is [.., not '）'] && fuller.LastIndexOf('（') is > 0 and var bracket)
        {
            return shorter.SequenceEqual(fuller[..bracket]) || MeansOne(shorter, fuller[..bracket]);
        }

        if (shorter.IsEmpty || shorter.Length >= fuller.Length || shorter[^1] != fuller[^1])
        {
            return false;
        }

        var series = Editions.Without(fuller);
        var edition = shorter.Length - Editions.Without(shorter).Length;
        if (edition > 0 && !fuller.StartsWith(shorter[..edition]) && !fuller[..^series.Length].EndsWith(shorter[..edition]))
        {
            return false;
        }

        if (edition == fuller.Length - series.Length - YearDigits && series.SequenceEqual(shorter[edition..]))
        {
            // 2030第十届甲会, the second time without the year.
            return true;
        }

        shorter = shorter[edition..];
        if (shorter.Length < KindLength || series.Length < KindLength)
        {
            return false;
        }

        if (series.IndexOf(shorter) is >= 0 and var at && at + shorter.Length < series.Length)
        {
            // 渔博会筹备会 is a meeting about 渔博会.
            return false;
        }

        if (shorter.Length is 3 or 4 && shorter[^1] == '会' && series[^1] == '会' && series.Length >= 2 * shorter.Length)
        {
            return IsSubsequence(shorter, series);
        }

        if (IsFair(shorter, series) || series.StartsWith(China) && IsFair(shorter, series[China.Length..].TrimStart("（(·")))
        {
            return IsSubsequence(shorter, series);
        }

        // 台博会 → 甲市台博会.
        return (shorter.Length >= ShortestTail - (shorter[^1] == '会' ? 1 : 0) && series.EndsWith(shorter))
            || edition > 0 && shorter.Length == ShortestTail && shorter[^2..].SequenceEqual(series[^2..]) && series.StartsWith(shorter[..2])
            || (
                shorter.Length > ShortestTail
                && shorter[^2..].SequenceEqual(series[^2..])
                && series.StartsWith(shorter[..2])
                && shorter.Length * 5 >= series.Length * 3
                && IsSubsequence(shorter, series)
            );
    }

    /// <summary>广博会 → 广州博览会: the short form of a fair's kind, behind the first character of its name.</summary>
    private static bool IsFair(ReadOnlySpan<char> shorter, ReadOnlySpan<char> series) =>
        shorter.Length > 2
        && shorter[0] == series[0]
        && (
            (shorter.EndsWith("博会") || shorter.EndsWith("博览会") && shorter.Length < series.Length) && series.EndsWith("博览会")
            || shorter.EndsWith("交会") && series.EndsWith("交易会")
            || shorter.EndsWith("洽会") && series.EndsWith("洽谈会")
        );

    private static bool IsSubsequence(ReadOnlySpan<char> shorter, ReadOnlySpan<char> longer)
    {
        var at = 0;
        foreach (var c in longer)
        {
            if (at < shorter.Length && shorter[at] == c)
            {
                at++;
            }
        }

        return at == shorter.Length;
    }
}
