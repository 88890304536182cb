using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// What a title and its surroundings tell of a policy: its kind, the years it is for, the document number that stands behind it.
/// </summary>
internal static class WorkProperties
{
    private const int LongestNumber = 30;

    public static void Set(Paper paper, Mention mention, TextSpan title)
    {
        var text = paper.Text.AsSpan();
        var name = text.Slice(title.Start, title.Length);
        if (mention.Type == EntityType.Policy && TitleKinds.Of(name).Label is { } kind)
        {
            mention.Props["kind"] = kind;
        }

        if (Years(name) is { } period)
        {
            mention.Props["period"] = period;
        }

        if (!IsFormer(text, mention.Span) && DocumentNumber(text, mention.Span.End) is { Length: > 0 } number)
        {
            mention.Props["document_number"] = number;
        }
    }

    /// <summary>原《甲办法》（某发〔2008〕5号）同时废止: what bore the name before has a number of its own.</summary>
    private static bool IsFormer(ReadOnlySpan<char> text, TextSpan title) =>
        title.Start > 0 && text[title.Start] == '《' && text[title.Start - 1] is '原' or '旧';

    /// <summary>The span of years in a title (2021—2023年) as <c>2021/2023</c>, or null.</summary>
    public static string? Years(ReadOnlySpan<char> title)
    {
        for (var i = 0; i + 9 <= title.Length; i++)
        {
            if (!IsYear(title, i))
            {
                continue;
            }

            var next = i + 4;
            while (next < title.Length && title[next] is '年' or '-' or '—' or '~' or '至' or '到')
            {
                next++;
            }

            if (next > i + 4 && title[next - 1] != '年' && IsYear(title, next))
            {
                return $"{title.Slice(i, 4)}/{title.Slice(next, 4)}";
            }
        }

        return null;
    }

    /// <summary>The number in brackets behind a title: （国发〔2020〕7号） gives 国发〔2020〕7号. Empty where none stands there.</summary>
    public static string DocumentNumber(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] != '（')
        {
            return "";
        }

        var rest = text.Slice(at + 1, Math.Min(LongestNumber, text.Length - at - 1));
        var end = rest.IndexOf('号');
        var year = rest.IndexOf('〔');
        var closed = rest.IndexOf('〕');
        return
            year > 0
            && closed == year + 5
            && end > closed
            && IsYear(rest, year + 1)
            && rest[..end].IndexOfAny('，', '）') < 0
            && !rest[(end + 1)..].StartsWith("文附件")
            && !rest[(end + 1)..].StartsWith("附件")
            ? rest[..(end + 1)].ToString()
            : "";
    }

    private static bool IsYear(ReadOnlySpan<char> text, int at) =>
        at + 4 <= text.Length
        && text[at] is '1' or '2'
        && char.IsAsciiDigit(text[at + 1])
        && char.IsAsciiDigit(text[at + 2])
        && char.IsAsciiDigit(text[at + 3])
        && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4]))
        && (at == 0 || !char.IsAsciiDigit(text[at - 1]));
}
