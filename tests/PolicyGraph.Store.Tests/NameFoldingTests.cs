namespace PolicyGraph.Store.Tests;

public sealed class NameFoldingTests
{
    [Theory]
    [InlineData("某市“强链”行动计划（2021—2023年）", "某市\"强链\"行动计划(2021-2023年)")]
    [InlineData("《某办法》", "某办法")]
    [InlineData("某科〔2024〕12号", "某科[2024]12号")]
    [InlineData("GB/T 38672-2020", "gb/t38672—2020")]
    [InlineData("甲——乙", "甲-乙")]
    [InlineData("２０２１５Ｇ大会", "20215g大会")]
    public void Spellings_of_one_name_are_the_same(string one, string other) => Assert.True(NameFolding.AreSame(one, other));

    [Theory]
    [InlineData("某市行动计划（2021—2023年）", "某市行动计划（2021—2025年）")]
    [InlineData("某办法", "某办法（试行）")]
    public void Names_that_differ_in_more_than_spelling_stay_apart(string one, string other) =>
        Assert.False(NameFolding.AreSame(one, other));

    [Fact]
    public void A_name_in_the_one_spelling_is_not_copied()
    {
        const string Name = "科学技术部";
        Assert.Same(Name, NameFolding.Fold(Name));
    }
}
