namespace PolicyGraph.Extraction.Articles;

/// <summary>How wide the column is in which a line stands, told from the lines above and below it.</summary>
internal static class ColumnWidths
{
    /// <summary>
    /// The widest line of the passage that the line belongs to, itself included. Where a wider headline, or another article's wider column,
    /// meets it on one side, the other side tells, if sentences run there; a headline of two lines over a text tells nothing.
    /// </summary>
    /// <param name="reach">Lines on either side that are looked at.</param>
    /// <param name="isBlankEnd">Whether a blank line ends the passage.</param>
    public static int At(Paper paper, int index, int reach, bool isBlankEnd)
    {
        var (above, below) = ((Width: 0, IsProse: false), (Width: 0, IsProse: false));
        for (var i = index; i > 0 && i > index - reach && !(isBlankEnd && paper.Lines[i].AfterBlank); i--)
        {
            above = Widen(paper, above, i - 1);
        }

        for (var i = index + 1; i < paper.Lines.Count && i <= index + reach && !(isBlankEnd && paper.Lines[i].AfterBlank); i++)
        {
            below = Widen(paper, below, i);
        }

        var (narrow, wide) = above.Width < below.Width ? (above, below) : (below, above);
        return Math.Max(paper.Lines[index].Width, narrow.IsProse ? narrow.Width : wide.Width);
    }

    /// <summary>A cut line makes it prose; a short sentence of its own (特此通知。) stands above signatures too.</summary>
    private static (int Width, bool IsProse) Widen(Paper paper, (int Width, bool IsProse) passage, int index)
    {
        var line = paper.Lines[index];
        var text = paper.Text.AsSpan(line.Span.Start, line.Span.Length);
        return (Math.Max(passage.Width, line.Width), passage.IsProse || text.ContainsAny("。，；") && !LineEnds.IsStop(text));
    }
}
