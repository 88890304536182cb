using System.Text;

namespace PolicyGraph.Model;

/// <summary>Removing white space, the same everywhere: mentions and evidence are compared in this form (docs/ontology.md).</summary>
public static class Squeezing
{
    /// <summary>True for white space, and for the marks that are none to the eye: zero-width space and byte-order mark.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff' or (>= '\u001c' and <= '\u001f');

    /// <summary><paramref name="text"/> without its blanks.</summary>
    public static string Squeeze(ReadOnlySpan<char> text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsBlank(c))
            {
                builder.Append(c);
            }
        }

        return builder.ToString();
    }
}
