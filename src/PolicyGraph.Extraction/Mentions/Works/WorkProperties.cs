using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// What a title and its surroundings tell of a policy: its kind, the years it is for, the document number that stands behind it.
/// </summary>
internal static class WorkProperties
{
    private const int LongestNumber = 30;
    private const int LongestOrder = 30;

    private static readonly string[] Orders = ["令", "公告", "通告"];

    private static readonly string[] Giving = ["公布", "颁布", "发布"];

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

        if (
            !IsFormer(text, mention.Span)
            && (
                DocumentNumber(text, mention.Span.End) ?? (mention.Type == EntityType.Policy ? OrderBefore(text, mention.Span.Start) : null)
            )
                is { } number
        )
        {
            mention.Props["document_number"] = number;
        }
    }

    /// <summary>某总理签署第12号国务院令，公布《X》: the number of the order that gives X out, as it is cited; null where none does.</summary>
    private static string? OrderBefore(ReadOnlySpan<char> text, int title)
    {
        if (title < 1 || text[title] != '《')
        {
            return null;
        }

        var before = text[Math.Max(0, title - LongestOrder)..title].TrimEnd('了');
        var verb = before.EndsWithAny(Giving) ? before[..^2].TrimEnd('，') : default;
        var start = verb.EndsWith("令") ? verb.LastIndexOf('第') : -1;
        var serial = start < 0 ? -1 : verb[start..].IndexOf('号') + 1;
        return serial > 0 && IsGiver(verb[(start + serial)..^1]) && DocumentNumbers.IsSerial(verb.Slice(start, serial))
            ? string.Concat(verb[(start + serial)..], verb.Slice(start, serial))
            : null;
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

    private static bool IsGiver(ReadOnlySpan<char> name) => name.EndsWith("主席") || Signature.IsOffice(name);

    /// <summary>
    /// The number in brackets behind a title: （国发〔2020〕7号） gives 国发〔2020〕7号, （甲部令第12号） 甲部令第12号; null where none stands
    /// there.
    /// </summary>
    public static string? DocumentNumber(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] != '（')
        {
            return null;
        }

        var rest = text.Slice(at + 1, Math.Min(LongestNumber, text.Length - at - 1));
        var end = rest.IndexOf('号') + 1;
        var number = rest[..end].TrimStart('原');
        return number.IsEmpty || number.ContainsAny("，）；。") || rest[end..].StartsWith("文附件") || rest[end..].StartsWith("附件") ? null
            : DocumentNumbers.Find(number, out _, out var length) is { } whole && length == number.Length ? whole
            : IsOrder(number) ? number.ToString()
            : null;
    }

    /// <summary>甲部令第12号, 甲部公告2021年第5号: who gives it out, the kind, the serial number.</summary>
    private static bool IsOrder(ReadOnlySpan<char> number)
    {
        foreach (var kind in Orders)
        {
            var at = number.IndexOf(kind);
            if (at > 1 && DocumentNumbers.IsSerial(number[(at + kind.Length)..]))
            {
                return true;
            }
        }

        return false;
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
