namespace PolicyGraph.GraphQL.Language;

/// <summary>The text of one GraphQL document and the way from an offset to its line and column.</summary>
public sealed class Source(string text, string name = "GraphQL request")
{
    /// <summary>The document as it came, line terminators untouched.</summary>
    public string Text { get; } = text;

    /// <summary>What to call the document in messages: a file name, or "GraphQL request".</summary>
    public string Name { get; } = name;

    /// <summary>
    /// Line and column of an offset; LF, CR and CR LF each end one line (specification section 2.1.3). An offset past the end counts on in
    /// the last line.
    /// </summary>
    public SourceLocation LocationOf(int offset)
    {
        var line = 1;
        var lineStart = 0;
        var end = Math.Min(offset, Text.Length);
        for (var i = 0; i < end; i++)
        {
            var isBreak = Text[i] is '\n' || (Text[i] is '\r' && !(i + 1 < Text.Length && Text[i + 1] is '\n'));
            if (isBreak)
            {
                line++;
                lineStart = i + 1;
            }
        }

        return new SourceLocation(line, offset - lineStart + 1);
    }
}
