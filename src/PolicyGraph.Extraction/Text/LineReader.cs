namespace PolicyGraph.Extraction.Text;

/// <summary>
/// Finds the lines of a text again: the squeezed view has lost them, layout (columns, titles, signatures) is read from them.
/// </summary>
public sealed class LineReader : IStage
{
    public void Run(Paper paper)
    {
        var source = paper.Source;
        var text = source.Text;
        for (var start = 0; start < text.Length; )
        {
            var end = source.LineEnd(start);
            var (breaks, indent) = Before(source, start);
            paper.Lines.Add(new(new(start, end), Width(text.AsSpan(start, end - start)), indent, breaks > 1 || start == 0));
            start = end;
        }
    }

    private static int Width(ReadOnlySpan<char> line)
    {
        var width = 0;
        foreach (var c in line)
        {
            width += c is < '\u3400' or >= '\uff00' ? 1 : 2;
        }

        return width;
    }

    /// <summary>Line ends and columns of indentation before a line; a form feed counts as a blank line.</summary>
    private static (int Breaks, int Indent) Before(SourceText source, int start)
    {
        var original = source.Original;
        var end = source.ToOriginal(new(start, start + 1)).Start;
        var breaks = 0;
        var indent = 0;
        for (var i = start == 0 ? 0 : source.ToOriginal(new(start - 1, start)).End; i < end; i++)
        {
            switch (original[i])
            {
                case '\n' or '\u2028' or '\u2029':
                    (breaks, indent) = (breaks + 1, 0);
                    break;
                case '\r' when i + 1 >= end || original[i + 1] != '\n':
                    (breaks, indent) = (breaks + 1, 0);
                    break;
                case '\f':
                    (breaks, indent) = (breaks + 2, 0);
                    break;
                case '\t':
                    indent += 4;
                    break;
                case '\u3000':
                    indent += 2;
                    break;
                case '\r' or '\u200b' or '\ufeff':
                    break;
                default:
                    indent++;
                    break;
            }
        }

        return (breaks, indent);
    }
}
