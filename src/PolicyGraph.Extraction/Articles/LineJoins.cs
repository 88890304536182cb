using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Articles;

/// <summary>
/// Decides whether a sentence runs on from one line to the next. Newspaper columns and PDF pages cut lines anywhere, so a line that is as
/// wide as its neighbours and has no full stop goes on; a line that is clearly shorter stands alone (a title, a heading, a signature).
/// </summary>
internal sealed class LineJoins(Paper paper)
{
    /// <summary>Lines on either side that tell how wide the column is.</summary>
    private const int Neighbours = 4;

    /// <summary>Columns from which on a line between blank lines is taken for a cut paragraph and not for a title.</summary>
    private const int ParagraphWidth = 90;

    /// <summary>Columns up to which a block's lines are names one below the other and no text.</summary>
    private const int NameWidth = 20;

    /// <summary>Columns by which a paragraph's first line is set in; the squeezed line has lost them.</summary>
    private const int FirstLineIndent = 4;

    /// <summary>Characters on either side in which a cut phrase is looked for; keeps the time linear.</summary>
    private const int PhraseWindow = 2000;

    // The line that was asked for last: the next line of one question is the line of the question after it.
    private (int Index, bool IsAlone) _last = (-1, false);

    /// <summary>
    /// True where the sentence at the end of line <paramref name="index"/> goes on in the next line; asked in the order of the lines.
    /// </summary>
    public bool GoesOn(int index)
    {
        if (index + 1 >= paper.Lines.Count)
        {
            return false;
        }

        var (line, next) = (paper.Lines[index], paper.Lines[index + 1]);
        var text = Of(paper, line);
        var following = Of(paper, next);
        if (
            LineEnds.IsStop(text)
            || StandsAlone(index)
            || LineStarts.IsItem(following)
            || LineStarts.IsByline(following)
            || StandsAlone(index + 1)
        )
        {
            return false;
        }

        var column = ColumnWidths.At(paper, index, Neighbours, isBlankEnd: true);
        var full =
            (line.Width + (line.AfterBlank ? FirstLineIndent : 0)) * 5 >= column * 4 && (column > NameWidth || IsProse(paper, index));
        if (text[^1] is '：' or '；')
        {
            return full && !next.AfterBlank && column < ParagraphWidth || SpacedColumns.IsCut(paper, index);
        }

        if (
            LineEnds.IsOpen(text)
            || HasStop(text)
            || LineShapes.IsCutText(text)
            || LineStarts.IsRest(following)
            || IsTail(paper, index + 1) && LineStarts.IsItem(text)
        )
        {
            return true;
        }

        return next.AfterBlank
            ? line.Width >= ParagraphWidth && !LineShapes.IsTitle(text)
                || full && IsColumn(paper, index, column)
                || CutsPhrase(paper.Source, next.Span.Start)
                || SpacedColumns.IsCut(paper, index)
            : full && next.Indent <= line.Indent + 1 && !LineShapes.IsTitle(text);
    }

    private static ReadOnlySpan<char> Of(Paper paper, Line line) => paper.Text.AsSpan(line.Span.Start, line.Span.Length);

    private bool StandsAlone(int index)
    {
        _last = _last.Index == index ? _last : (index, StandsAlone(paper, paper.Lines[index]));
        return _last.IsAlone;
    }

    private static bool StandsAlone(Paper paper, Line line)
    {
        var text = Of(paper, line);
        return LineShapes.IsDate(text)
            || LineShapes.IsCredit(text)
            || LineShapes.EndsWithSource(text)
            || LineShapes.EndsWithPage(text)
            || LineShapes.IsFromPage(text)
            || LineShapes.IsRule(text)
            || LineShapes.IsMasthead(text)
            || LineShapes.IsImprint(text)
            || IsContents(paper, line)
            || HeadDay.Closes(paper, line.Span)
                && (line.AfterBlank || char.IsAsciiDigit(text[0]) || HeadLabels.IsLabelled(paper, line.Span));
    }

    /// <summary>True for a line of a table of contents: blanks or dots between the title and its page.</summary>
    private static bool IsContents(Paper paper, Line line)
    {
        var (text, end) = (paper.Text, line.Span.End);
        var digits = end;
        while (digits > line.Span.Start && end - digits < 4 && char.IsAsciiDigit(text[digits - 1]))
        {
            digits--;
        }

        return digits < end
            && digits - line.Span.Start > 3
            && (
                paper.Source.GapBefore(digits) == Gap.Space && text[digits - 1] > '\u2e80' && line.Width < ParagraphWidth
                || text.AsSpan(line.Span.Start, digits - line.Span.Start).EndsWith("...")
            );
    }

    /// <summary>True for the last few characters of a heading that was cut: a very short line alone between blank lines.</summary>
    private static bool IsTail(Paper paper, int index)
    {
        var line = paper.Lines[index];
        return line.AfterBlank && line.Span.Length < 4 && (index + 1 == paper.Lines.Count || paper.Lines[index + 1].AfterBlank);
    }

    /// <summary>
    /// True where the two characters before <paramref name="position"/> and the two after it stand together elsewhere nearby: a line end
    /// that cuts 知识产|权强国 cuts a phrase that the passage uses again, while a title and its first sentence meet only once.
    /// </summary>
    private static bool CutsPhrase(SourceText source, int position)
    {
        var text = source.Text;
        if (position < 2 || position + 2 > text.Length)
        {
            return false;
        }

        var phrase = text.AsSpan(position - 2, 4);
        if (phrase.ContainsAnyExceptInRange('\u3400', '\u9fff'))
        {
            return false;
        }

        var to = Math.Min(text.Length, position + PhraseWindow);
        for (var from = Math.Max(0, position - PhraseWindow); from < to; )
        {
            var found = text.AsSpan(from, to - from).IndexOf(phrase, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            from += found + 2;
            if (source.GapBefore(from) != Gap.Line)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a sentence has ended within the line: what follows it there is no title.</summary>
    private static bool HasStop(ReadOnlySpan<char> line) => line.ContainsAny("。！？");

    /// <summary>
    /// True where sentences run near a line of its block: names below each other and headlines have no full stops or commas.
    /// </summary>
    private static bool IsProse(Paper paper, int index)
    {
        var first = index;
        while (first > 0 && first > index - Neighbours && !paper.Lines[first].AfterBlank)
        {
            first--;
        }

        var last = index;
        while (last + 1 < paper.Lines.Count && last < index + Neighbours && !paper.Lines[last + 1].AfterBlank)
        {
            last++;
        }

        return paper
            .Text.AsSpan(paper.Lines[first].Span.Start, paper.Lines[last].Span.End - paper.Lines[first].Span.Start)
            .ContainsAny("。，；");
    }

    /// <summary>
    /// True where line <paramref name="index"/> ends a block of running text: the line before it is as wide as the column and it ends with
    /// no page number.
    /// </summary>
    private static bool IsColumn(Paper paper, int index, int column)
    {
        var (line, before) = (paper.Lines[index], paper.Lines[Math.Max(0, index - 1)]);
        return !line.AfterBlank
            && IsProse(paper, index)
            && !char.IsAsciiDigit(paper.Text[line.Span.End - 1])
            && (before.Width + (before.AfterBlank ? FirstLineIndent : 0)) * 5 >= column * 4;
    }
}
