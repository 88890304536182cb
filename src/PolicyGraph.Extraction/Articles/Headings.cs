using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Articles;

/// <summary>
/// Tells an article's title from the other lines that stand alone: sections, contents, mastheads, captions, notices to subscribers.
/// </summary>
internal static class Headings
{
    private const int LongestLabel = 6;

    private static readonly string[] Words =
    [
        "目录",
        "本期导读",
        "本期重点",
        "导读",
        "启事",
        "广告",
        "微信公众号",
        "内部参考",
        "欢迎订阅",
        "下转",
        "上接",
        "http",
        "扫码",
    ];

    /// <summary>
    /// The title among the headings that open an article: the first after the page's furniture and the section's label; a bulletin's item
    /// without its number. Null where none is one.
    /// </summary>
    public static TextSpan? TitleOf(Paper paper, int first, int end)
    {
        TextSpan? title = null;
        TextSpan? label = null;
        TextSpan? item = null;
        var isPassed = true;
        for (var i = first; i < end && paper.Sentences[i].IsHeading; i++)
        {
            var span = paper.Sentences[i].Span;
            var text = paper.Text.AsSpan(span.Start, span.Length);
            if (LineStarts.IsByline(text) || LineShapes.EndsWithSource(text) || LineStarts.IsItem(text))
            {
                item ??=
                    i > 0 && i == first && text.IndexOfAny('.', '、') is > 0 and var mark && mark + 2 < text.Length
                        ? new(span.Start + mark + 1, span.End)
                        : null;
                continue;
            }

            if (IsFurniture(paper, span) || text.Length <= LongestLabel)
            {
                isPassed = true;
                label ??= IsFurniture(paper, span) ? null : span;
            }
            else if (isPassed)
            {
                (title, isPassed) = (WithoutLabel(span, text), false);
            }
        }

        return title ?? label ?? item;
    }

    /// <summary>A headline that runs into the label of the box beside it (…时政要闻（扫码阅读全文）) ends before that.</summary>
    private static TextSpan WithoutLabel(TextSpan span, ReadOnlySpan<char> text)
    {
        var box = text.IndexOf("（扫码");
        if (box <= LongestLabel)
        {
            return span;
        }

        var head = text[..box];
        var label =
            head.EndsWith("要闻") ? 4
            : head.EndsWith("导读") ? 4
            : 0;
        return new(span.Start, span.Start + box - label);
    }

    /// <summary>True for a line that belongs to the page and not to an article.</summary>
    public static bool IsFurniture(Paper paper, TextSpan span)
    {
        var text = paper.Text.AsSpan(span.Start, span.Length);
        if (
            LineShapes.IsDate(text)
            || LineShapes.IsRule(text)
            || LineShapes.IsMasthead(text)
            || LineShapes.IsCredit(text)
            || LineShapes.IsImprint(text)
            || IsPage(paper, span, text)
            || HeadDay.Closes(paper, span)
        )
        {
            return true;
        }

        foreach (var word in Words)
        {
            if (text.Length < 50 && text.IndexOf(word) is >= 0 and < 8)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A page's number (2版, 15) or a line of contents that ends with one.</summary>
    private static bool IsPage(Paper paper, TextSpan span, ReadOnlySpan<char> text) =>
        text.TrimEnd('版').TrimEnd("0123456789").IsEmpty
        || char.IsAsciiDigit(text[^1]) && paper.Source.GapBefore(span.Start + text.TrimEnd("0123456789").Length) == Gap.Space
        || text.TrimEnd("0123456789").EndsWith("...");
}
