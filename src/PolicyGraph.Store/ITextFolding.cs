namespace PolicyGraph.Store;

/// <summary>
/// Which characters a search takes for the same. The store knows no Chinese: whoever does hands it in when the store is opened.
/// </summary>
public interface ITextFolding
{
    /// <summary>
    /// The character that stands for <paramref name="c"/> and all that count as the same (full-width forms, capitals, traditional
    /// characters).
    /// </summary>
    char Fold(char c);

    /// <summary>
    /// Another form whose beginning (two characters or more) finds a name, in small Latin letters (pinyin initials) and digits alone; null
    /// where there is none.
    /// </summary>
    string? Initials(string text);
}

/// <summary>Full-width forms as their plain ones, capitals as small letters; nothing else.</summary>
public sealed class PlainFolding : ITextFolding
{
    private const int FullWidthOffset = '！' - '!';

    public static PlainFolding Instance { get; } = new();

    public char Fold(char c) =>
        char.ToLowerInvariant(
            c switch
            {
                >= '！' and <= '～' => (char)(c - FullWidthOffset),
                '\u3000' => ' ',
                _ => c,
            }
        );

    public string? Initials(string text) => null;
}
