namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>
/// Names in the order a reader expects: runs of digits compare by their number, the rest by code unit, so that <c>v2</c> comes before
/// <c>v10</c>.
/// </summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (a, b) = (x ?? "", y ?? "");
        var (i, j) = (0, 0);
        while (i < a.Length && j < b.Length)
        {
            var difference = char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]) ? CompareNumbers(a, b, ref i, ref j) : a[i++] - b[j++];
            if (difference != 0)
            {
                return difference;
            }
        }

        return a.Length - i - (b.Length - j);
    }

    private static int CompareNumbers(string a, string b, ref int i, ref int j)
    {
        var left = Digits(a, ref i);
        var right = Digits(b, ref j);
        return left.Length != right.Length ? left.Length - right.Length : string.CompareOrdinal(left, right);
    }

    private static string Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return text[start..at].TrimStart('0');
    }
}
