using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Text;

/// <summary>One line of the paper that is not blank.</summary>
/// <param name="Span">In the squeezed text.</param>
/// <param name="Width">Columns that its characters take, blanks left out: 2 for a Chinese character, 1 for any other (punctuation is set
/// narrow in newspapers).</param>
/// <param name="Indent">Columns of white space before it: 1 for a plain blank, 2 for a full-width one, 4 for a tab.</param>
/// <param name="AfterBlank">True for the first line of a block: a blank line, a page's end or the start of the text stands before
/// it.</param>
public readonly record struct Line(TextSpan Span, int Width, int Indent, bool AfterBlank);
