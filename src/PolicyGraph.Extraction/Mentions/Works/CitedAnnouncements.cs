using PolicyGraph.Extraction.Papers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Announcements that a text cites by their number instead of a title: 某总局公告2017年第24号, 中华人民共和国国家标准公告（2024年第24号）.
/// The number in the bracket behind a title belongs to that, and one in a head is the paper's own.
/// </summary>
internal static class CitedAnnouncements
{
    /// <summary>The rule of these mentions.</summary>
    public const string Rule = "work.cited-announcement";

    /// <summary>What stands between who announces and the number.</summary>
    public const string Word = "公告";

    private const string State = "中华人民共和国";
    private const int LongestSerial = 14;

    private static readonly string[] Series = ["国家标准", "行业标准", "地方标准"];

    public static void Find(Paper paper)
    {
        var text = paper.Text;
        Dictionary<int, int>? bodies = null;
        for (
            var at = text.IndexOf(Word, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(Word, at + Word.Length, StringComparison.Ordinal)
        )
        {
            var end = SerialEnd(text, at + Word.Length);
            if (end == 0)
            {
                continue;
            }

            var start = Series.Any(series => text.AsSpan(0, at).EndsWith(series))
                ? StateStart(text, at - Series[0].Length)
                : BodyStart(text, at, bodies ??= BodyEnds.Of(paper, organizations: false));
            if (start < at && !IsOwn(paper, start, end) && !IsInBracket(text.AsSpan(0, start)))
            {
                var span = new TextSpan(start, end);
                paper.Mentions.Add(
                    new()
                    {
                        Span = span,
                        Type = EntityType.Policy,
                        Name = OwnName(paper, span) ?? paper.Source.Surface(span),
                        Rule = Rule,
                        Confidence = 0.96,
                    }
                );
            }
        }
    }

    /// <summary>Where 2017年第24号 or （2024年第24号） ends; 0 where none starts here.</summary>
    private static int SerialEnd(string text, int at)
    {
        var rest = text.AsSpan(at, Math.Min(LongestSerial, text.Length - at));
        var end = rest.IndexOf('号') + 1;
        end += end > 0 && rest[0] == '（' && end < rest.Length && rest[end] == '）' ? 1 : 0;
        return end > 0 && rest[..end].Contains('年') && DocumentNumbers.IsSerial(rest[..end]) ? at + end : 0;
    }

    private static int StateStart(string text, int start) =>
        text.AsSpan(0, start).EndsWith(State) ? start - State.Length
        : text.AsSpan(0, start).EndsWith("中国") ? start - 2
        : start;

    /// <summary>The start of the run of bodies that ends at a position; the position where none does.</summary>
    private static int BodyStart(string text, int at, Dictionary<int, int> bodies)
    {
        var start = at;
        while (
            bodies.TryGetValue(start, out var from)
            || start < at && start > 0 && text[start - 1] == '、' && bodies.TryGetValue(start - 1, out from)
        )
        {
            start = from;
        }

        return start;
    }

    /// <summary>《X》（某部公告…）, 《X》（原某部公告…）: the number of what the marks name.</summary>
    private static bool IsInBracket(ReadOnlySpan<char> before) => before.TrimEnd('原') is [.., '（' or '《'];

    /// <summary>A paper that is cited by its own number is itself.</summary>
    private static string? OwnName(Paper paper, TextSpan span) =>
        paper.Official is { DocumentNumber: { } number } head && span.Of(paper.Text) == number
            ? head.Policies.Find(policy => policy.HasNumber)?.Name
            : null;

    private static bool IsOwn(Paper paper, int start, int end) =>
        paper.Official is { } head
            && (head.Number is { } number && number.Overlaps(new(start, end)) || head.Title.Overlaps(new(start, end)))
        || paper.Source.GapBefore(start) == Text.Gap.Line && paper.Source.GapBefore(end) == Text.Gap.Line;
}
