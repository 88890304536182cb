namespace PolicyGraph.Store.Searching;

/// <summary>A text that is searched for. Texts that hold it are found; only where none does, those that hold enough of its parts.</summary>
/// <param name="Folded">Without blanks at its ends, each character as the folding has it; empty where there is nothing to search
/// for.</param>
internal sealed record SearchedText(string Folded)
{
    /// <summary>Nothing longer is searched for.</summary>
    public const int Longest = 100;

    /// <summary>Up to here the parts are single characters, beyond pairs.</summary>
    private const int Short = 4;

    /// <summary>Its characters or pairs of characters, one for each place; none where a near text would be any text.</summary>
    public IReadOnlyList<string> Parts { get; } =
        Folded.Length switch
        {
            < 2 => [],
            <= Short => [.. Folded.Select(unit => unit.ToString())],
            _ => [.. Enumerable.Range(0, Folded.Length - 1).Select(at => Folded.Substring(at, 2))],
        };

    /// <summary>
    /// How many parts a near text holds at least: one wrong character spoils one part of a short text, two pairs of a longer one.
    /// </summary>
    public int Enough => Folded.Length <= Short ? Parts.Count - 1 : Math.Max((Parts.Count + 1) / 2, Parts.Count - 4);

    public static SearchedText Of(string? text, ITextFolding folding)
    {
        var trimmed = (text ?? "").Trim();
        return new(trimmed.Length > Longest ? "" : Fold(trimmed, folding));
    }

    /// <summary>A text as it is searched in: as long as it was, so that places in one are places in the other.</summary>
    public static string Fold(string text, ITextFolding folding) =>
        string.Create(
            text.Length,
            (text, folding),
            static (folded, state) =>
            {
                for (var i = 0; i < folded.Length; i++)
                {
                    folded[i] = state.folding.Fold(state.text[i]);
                }
            }
        );
}
