using System.Text;

namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>The text of a paper while it is taken out of its file; never longer than the file's limit.</summary>
internal sealed class LimitedText(PaperFile file)
{
    private readonly StringBuilder _text = new();

    /// <exception cref="PaperException">The text would be longer than a paper's can be.</exception>
    public void Append(ReadOnlySpan<char> piece)
    {
        if (_text.Length + piece.Length > file.Limit)
        {
            throw new PaperException(
                file.Path,
                $"it holds more than {file.Limit} characters, more than a paper can have",
                "Cut it into its papers."
            );
        }

        _text.Append(piece);
    }

    public override string ToString() => _text.ToString();
}
