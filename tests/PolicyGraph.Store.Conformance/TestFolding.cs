namespace PolicyGraph.Store.Conformance;

/// <summary>A folding small enough to be read: one traditional character, the initials of a few.</summary>
public sealed class TestFolding : ITextFolding
{
    private const string Known = "海州市商务局财政甲乙丙简称通知";
    private const string Letters = "hzsswjczjybjctz";

    public static TestFolding Instance { get; } = new();

    public char Fold(char c) => c == '務' ? '务' : PlainFolding.Instance.Fold(c);

    public string? Initials(string text)
    {
        var initials = text.Select(Fold)
            .Where(c => Known.Contains(c) || char.IsAsciiLetterOrDigit(c))
            .Select(c => Known.IndexOf(c) is >= 0 and var at ? Letters[at] : c);
        return text.Any(c => Known.Contains(Fold(c))) ? string.Concat(initials) : null;
    }
}
