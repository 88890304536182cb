namespace PolicyGraph.Store.Neo4j.Schema;

/// <summary>
/// The text of a statistic that gives it its place in <see cref="Queries.KeptOrder"/>: Neo4j reads an index forwards or backwards, and
/// cannot read one by a day backwards and by an indicator forwards at once. The last day comes first, each digit as what is missing to
/// nine, so that the latest is the least; those without one begin with what comes after all digits.
/// </summary>
internal static class ListOrder
{
    /// <summary>The property of statistics that holds it; an index is on it.</summary>
    public const string Property = "listOrder";

    private const string NoDay = ":";

    /// <param name="lastDay">As <c>2019-12-31</c>, or null.</param>
    /// <returns>As <c>7980-87-68</c> and the indicator, in the form of <see cref="CodeUnitOrder"/>.</returns>
    public static string Of(string? lastDay, string? indicator) =>
        (lastDay is null ? NoDay : Turned(lastDay)) + CodeUnitOrder.Of(indicator ?? "");

    private static string Turned(string day) =>
        string.Create(
            day.Length,
            day,
            static (turned, day) =>
            {
                for (var i = 0; i < turned.Length; i++)
                {
                    turned[i] = char.IsAsciiDigit(day[i]) ? (char)('0' + '9' - day[i]) : day[i];
                }
            }
        );
}
