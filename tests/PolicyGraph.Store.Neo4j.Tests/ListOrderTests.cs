using PolicyGraph.Store.Neo4j.Schema;

namespace PolicyGraph.Store.Neo4j.Tests;

public class ListOrderTests
{
    [Fact]
    public void The_latest_comes_first_then_the_indicator_and_what_has_no_day_last()
    {
        (string? Day, string Indicator)[] inOrder =
        [
            ("2024-12-31", "产值"),
            ("2024-12-31", "出口额"),
            ("2024-12-30", "产值"),
            ("2024-03-31", "产值"),
            ("2019-12-31", "a"),
            ("2019-12-31", "\ud840\udc00"),
            ("2019-12-31", "\uff21"),
            ("0999-01-01", "产值"),
            (null, "产值"),
            (null, "出口额"),
        ];

        Assert.Equal(inOrder, inOrder.Reverse().OrderBy(one => ListOrder.Of(one.Day, one.Indicator), StringComparer.Ordinal));
    }
}
