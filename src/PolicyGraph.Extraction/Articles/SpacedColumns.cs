namespace PolicyGraph.Extraction.Articles;

/// <summary>
/// Newspaper columns whose every line is followed by a blank one, as programs take them out of a page. There a blank line means nothing:
/// the column's width tells a line that was cut from one that ends, and commas and stops tell running text from headlines and names.
/// </summary>
internal static class SpacedColumns
{
    /// <summary>Lines on either side that are looked at.</summary>
    private const int Reach = 6;

    /// <summary>
    /// Lines on either side that tell how wide the column is: a headline over it or a wider column beside it is further off on one side.
    /// </summary>
    private const int WidthReach = 3;

    /// <summary>Cut lines of one width from which on they make a column.</summary>
    private const int FewestPeers = 3;

    private const int FirstLineIndent = 4;

    /// <summary>The last place where 、 may close a heading's number: （十二、.</summary>
    private const int LongestNumber = 3;

    /// <summary>True where line <paramref name="index"/>, which has no full stop at its end, is one of such a column's cut lines.</summary>
    public static bool IsCut(Paper paper, int index)
    {
        var lines = paper.Lines;
        if (index + 1 >= lines.Count || !lines[index + 1].AfterBlank || lines[index + 1].Indent > lines[index].Indent + 1)
        {
            return false;
        }

        var width = Width(paper, index);
        return width * 5 >= ColumnWidths.At(paper, index, WidthReach, isBlankEnd: false) * 4 && IsColumn(paper, index, width);
    }

    /// <summary>
    /// Columns of a line; the first of a paragraph is set in, which its blanks may not show any more. What is below the first is wider or
    /// its end; a headline stands above another first line, and an item without a comma may be one.
    /// </summary>
    private static int Width(Paper paper, int index)
    {
        var width = paper.Lines[index].Width;
        var isFirst =
            (index == 0 || LineEnds.IsStop(Of(paper, index - 1)))
            && index + 1 < paper.Lines.Count
            && (paper.Lines[index + 1].Width > width || LineEnds.IsStop(Of(paper, index + 1)))
            && (!LineStarts.IsItem(Of(paper, index)) || Of(paper, index).Contains('，'));
        return width + (isFirst ? FirstLineIndent : 0);
    }

    /// <summary>
    /// True where nearly every line nearby follows a blank one and the cut ones among them are as wide as <paramref name="width"/> and are
    /// prose.
    /// </summary>
    private static bool IsColumn(Paper paper, int index, int width)
    {
        var (lines, spaced, cut, peers, prose) = (0, 0, 0, 0, 0);
        for (var i = Math.Max(0, index - Reach); i < paper.Lines.Count && i <= index + Reach; i++)
        {
            var text = Of(paper, i);
            lines++;
            spaced += paper.Lines[i].AfterBlank ? 1 : 0;
            if (LineEnds.IsStop(text))
            {
                continue;
            }

            cut++;
            if (Math.Abs(Width(paper, i) - width) * 4 <= width)
            {
                peers++;
                prose += text.ContainsAny("，。；") || text.LastIndexOf('、') > LongestNumber || EndsTwoLinesOn(paper, i) ? 1 : 0;
            }
        }

        return spaced * 3 >= lines * 2 && cut * 2 >= lines && peers > FewestPeers && prose * 4 >= peers && peers * 2 > cut;
    }

    /// <summary>True where a sentence without a comma ends two lines below: 某人在某地|出席某会议并|致辞。</summary>
    private static bool EndsTwoLinesOn(Paper paper, int index) =>
        index + 2 < paper.Lines.Count && !LineEnds.IsStop(Of(paper, index + 1)) && Of(paper, index + 2)[^1] == '。';

    private static ReadOnlySpan<char> Of(Paper paper, int index)
    {
        var span = paper.Lines[index].Span;
        return paper.Text.AsSpan(span.Start, span.Length);
    }
}
