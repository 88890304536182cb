using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Tests;

public sealed class PropertyListTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("level=省", "level=省")]
    [InlineData("period=甲 code=乙 level=丙", "code=乙 level=丙 period=甲")]
    [InlineData("a=1 A=2 b=3 a=4 c=5 b=6", "A=2 a=1 b=3 c=5")]
    public void The_first_value_of_a_name_stays_and_names_stand_in_order(string added, string expected)
    {
        var list = Of(added);
        Assert.Equal(expected, string.Join(' ', list.Select(row => $"{row.Key}={row.Value.Text}")));
        Assert.All(list, row => Assert.Equal(row.Value, list[row.Key]));
        Assert.All(list.Keys, key => Assert.True(list.ContainsKey(key)));
        Assert.Equal(list.Count, list.Values.Count());
    }

    [Fact]
    public void Setting_replaces_and_adds()
    {
        var list = new PropertyList { ["level"] = "区", ["code"] = "一" };
        list["level"] = "县";
        list["area"] = 3;
        Assert.Equal(["area", "code", "level"], list.Keys);
        Assert.Equal("县", list["level"].Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("b=1")]
    [InlineData("a=1 c=2")]
    public void What_is_not_there_is_not_found(string added)
    {
        var list = Of(added);
        Assert.False(list.ContainsKey("bb"));
        Assert.False(list.TryGetValue("0", out _));
        Assert.Throws<KeyNotFoundException>(() => list["d"]);
    }

    [Fact]
    public void Filling_adds_only_what_is_missing()
    {
        var list = Of("b=1");
        list.Fill(Of("a=2 b=3 c=4"));
        Assert.Equal("a=2 b=1 c=4", string.Join(' ', list.Select(row => $"{row.Key}={row.Value.Text}")));
    }

    private static PropertyList Of(string rows)
    {
        var list = new PropertyList();
        foreach (var row in rows.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = row.Split('=');
            list.TryAdd(parts[0], (PropertyValue)parts[1]);
        }

        return list;
    }
}
