namespace PolicyGraph.Model.Tests;

/// <summary>A traditional character stands for its simplified one; characters that simplified texts use too stay.</summary>
public class TraditionalCharactersTests
{
    [Theory]
    [InlineData("國務院關於印發《臺灣農業園區發展綱要》的通知", "国务院关于印发《台湾农业园区发展纲要》的通知")]
    [InlineData("著名企业家到乾县考察", "著名企业家到乾县考察")]
    [InlineData("GB/T 1—2020，🙂", "GB/T 1—2020，🙂")]
    [InlineData("", "")]
    public void A_text_is_written_in_simplified_characters(string text, string simplified) =>
        Assert.Equal(simplified, TraditionalCharacters.Simplify(text));

    [Fact]
    public void A_text_without_them_is_itself()
    {
        const string Text = "国务院";

        Assert.Same(Text, TraditionalCharacters.Simplify(Text));
    }

    [Fact]
    public void What_is_simplified_stays_so() =>
        Assert.All(
            Enumerable.Range(0, char.MaxValue + 1).Select(code => TraditionalCharacters.Simplify((char)code)),
            c => Assert.Equal(c, TraditionalCharacters.Simplify(c))
        );
}
