using System.Buffers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Events by the word that ends their names (论坛, 博览会, 启动仪式, and the short 博会). Words that name events alone (class
/// <c>strong</c>) want a name before them that is more than general; words that also name any meeting (class <c>named</c>) want a long one,
/// or one that begins with a year, an edition, a place or a body; words for any gathering at all (class <c>gathering</c>: 会议, 活动) want
/// the latter.
/// </summary>
internal static class EventNames
{
    private const int LongestHalf = 48;

    // 暨 and a modifier.
    private const int ShortestHalf = 3;

    private static readonly SearchValues<char> HalfStops = SearchValues.Create("，。；：！？《》,");

    /// <returns>Where words for meetings and ceremonies stand that no name was found for.</returns>
    public static List<TextSpan> Find(Paper paper, NameWalker walker, WorkScan scan)
    {
        var bare = new List<TextSpan>();
        var text = paper.Text.AsSpan();
        var hits = scan.Events;
        for (var i = hits.Count - 1; i >= 0; )
        {
            var end = hits[i].End;
            var suffix = EventEnds.Suffixes.Before(text, end);
            var start = Add(paper, walker, end, suffix);
            if (start == end - suffix.Length && suffix.Is("named") && !EventEnds.IsNone(text, end, suffix))
            {
                bare.Add(new(start, end));
            }

            for (i--; i >= 0 && hits[i].End > Math.Min(end - 1, start); i--) { }
        }

        return bare;
    }

    /// <summary>
    /// 甲工作会议暨乙计划实施十五周年总结和表彰大会: where the second half ends that 暨 joins, whatever words it holds; the names found in
    /// it are part of the whole.
    /// </summary>
    private static int SecondHalf(Paper paper, int end)
    {
        var text = paper.Text.AsSpan();
        var rest = text[end..Math.Min(text.Length, end + LongestHalf)];
        if (!rest.StartsWith("暨"))
        {
            return end;
        }

        var stop = rest.IndexOfAny(HalfStops);
        rest = stop < 0 ? rest : rest[..stop];
        for (var at = ShortestHalf; at < rest.Length; at++)
        {
            var last = end + at;
            for (
                var word = EventEnds.Suffixes.At(text, last);
                word.Found && !word.Is("short") && !word.Is("held") && !EventEnds.IsNone(text, last + word.Length, word);
                word = EventEnds.Suffixes.At(text, last)
            )
            {
                last += word.Length;
            }

            if (last > end + at)
            {
                // Names are found from the text's end on, so those of the half are the last found.
                while (paper.Mentions is [.., { Type: EntityType.Event } inner] && inner.Span.Start > end && inner.Span.End <= last)
                {
                    paper.Mentions.RemoveAt(paper.Mentions.Count - 1);
                }

                return last;
            }
        }

        return end;
    }

    /// <returns>Where the name starts, or the suffix where none was found; suffixes behind that are part of the name.</returns>
    private static int Add(Paper paper, NameWalker walker, int end, Term suffix)
    {
        var text = paper.Text.AsSpan();
        var head = end - suffix.Length;
        var start =
            EventEnds.IsNone(text, end, suffix) || OpenedEvents.IsOfQuoted(text, head, suffix)
                ? head
                : EventStart.Find(walker, text, head, suffix);
        if (start == head)
        {
            return head;
        }

        if (EventEnds.IsSaidOf(text, start, end))
        {
            return head;
        }

        end = OpenedEvents.IsOpening(text, start, head, suffix) ? head : Editions.WithBracket(text, SecondHalf(paper, end));
        var mention = new Mention
        {
            Span = new(start, end),
            Type = EntityType.Event,
            Name = paper.Source.Surface(new(start, end)),
            Rule = suffix.Is("strong") ? "event.suffix" : "event.anchored-suffix",
            Confidence = walker.IsAnchor(text, start) ? 0.9 : 0.75,
        };
        if (Editions.Number(text[start..end]) is { } edition)
        {
            mention.Props["edition"] = edition;
        }

        paper.Mentions.Add(mention);
        OpenedEvents.Add(paper, start, head, suffix);
        return start;
    }
}
