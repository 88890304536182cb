using System.Globalization;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>What of a node never changes, in whatever version of the graph.</summary>
/// <param name="Index">Its place in the node table, given once and never to another.</param>
/// <param name="Id">The 64 bits of its <see cref="NodeId"/>.</param>
/// <param name="Text">What it is ordered by: its name, of statistics the indicator; null for other nodes.</param>
/// <param name="Day">Of statistics the last day of the period as a number, 20211231; 0 for none.</param>
internal sealed record NodeHead(int Index, NodeKind Kind, ulong Id, string? Text, int Day)
{
    private const int Month = 100;
    private const int Year = 10000;

    /// <summary>The id as text.</summary>
    public string IdText => new NodeId(Kind.Label, Id).ToString();

    /// <summary>The name of entities and indicators.</summary>
    public string? Name => Kind.IsStatistic ? null : Text;

    /// <summary>What a cursor of <see cref="KeptOrder"/> holds.</summary>
    public string?[] Keys => [Name, LastDay, Kind.IsStatistic ? Text : null];

    private string? LastDay =>
        Day == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{Day / Year:D4}-{Day / Month % Month:D2}-{Day % Month:D2}");

    /// <summary>By <see cref="KeptOrder"/>.</summary>
    public static int Compare(NodeHead left, NodeHead right)
    {
        if (ReferenceEquals(left, right))
        {
            return 0;
        }

        var order = left.Kind.Turn - right.Kind.Turn;
        order = order != 0 ? order : right.Day.CompareTo(left.Day);
        order = order != 0 ? order : string.CompareOrdinal(left.Text, right.Text);
        return order != 0 ? order : CompareIds(left, right);
    }

    /// <summary>By the text of the ids.</summary>
    public static int CompareIds(NodeHead left, NodeHead right) =>
        ReferenceEquals(left.Kind, right.Kind) ? left.Id.CompareTo(right.Id) : string.CompareOrdinal(left.IdText, right.IdText);

    /// <summary>An ISO day as <see cref="Day"/> has it; 0 for none.</summary>
    public static int DayOf(string? iso) =>
        iso is null
            ? 0
            : int.Parse(iso.AsSpan(0, 4), CultureInfo.InvariantCulture) * Year
                + int.Parse(iso.AsSpan(5, 2), CultureInfo.InvariantCulture) * Month
                + int.Parse(iso.AsSpan(8, 2), CultureInfo.InvariantCulture);
}
