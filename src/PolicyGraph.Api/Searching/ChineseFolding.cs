using System.Collections.Frozen;
using PolicyGraph.Model;
using PolicyGraph.Store;

namespace PolicyGraph.Api.Searching;

/// <summary>
/// What a search takes for the same in Chinese: full-width forms, capitals, and traditional characters as their simplified ones
/// (<see cref="TraditionalCharacters"/>); and names by the initials of their pinyin (<c>pinyin-initials.tsv</c>, one reading for each
/// character): <c>kxjsb</c> is 科学技术部.
/// </summary>
public sealed class ChineseFolding : ITextFolding
{
    private readonly FrozenDictionary<char, char> _initials = Rows("pinyin-initials.tsv")
        .SelectMany(row => row[1].Select(character => KeyValuePair.Create(character, row[0][0])))
        .ToFrozenDictionary();

    private ChineseFolding() { }

    public static ChineseFolding Instance { get; } = new();

    /// <inheritdoc/>
    public char Fold(char c) => TraditionalCharacters.Simplify(PlainFolding.Instance.Fold(c));

    /// <summary>
    /// The initials of its characters with its letters and digits between them, without its signs; null where no character has an initial.
    /// </summary>
    public string? Initials(string text)
    {
        Span<char> initials = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var (count, found) = (0, false);
        foreach (var c in text)
        {
            var folded = Fold(c);
            if (_initials.TryGetValue(folded, out var initial))
            {
                (initials[count++], found) = (initial, true);
            }
            else if (char.IsAsciiLetterOrDigit(folded))
            {
                initials[count++] = folded;
            }
        }

        return found ? new string(initials[..count]) : null;
    }

    private static IEnumerable<string[]> Rows(string resource)
    {
        using var stream =
            typeof(ChineseFolding).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {resource}.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))];
    }
}
