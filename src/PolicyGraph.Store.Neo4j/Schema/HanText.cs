using System.Text;

namespace PolicyGraph.Store.Neo4j.Schema;

/// <summary>
/// A text with every UTF-16 code unit as one Chinese character: itself where it is one of the common ones (U+4E00–U+9FA5), else one of CJK
/// extensions B and C that stands for it. Neo4j's <c>cjk</c> analyzer makes pairs of characters of Chinese alone and drops or joins the
/// rest (Latin words, digits, brackets); of such a text it makes pairs throughout, so a quoted phrase finds what the text holds, neither
/// less nor more. And Cypher's <c>size</c>, which counts code points, counts code units.
/// </summary>
internal static class HanText
{
    private const char FirstCommon = '\u4e00';
    private const char LastCommon = '\u9fa5';
    private const int ExtensionB = 0x20000;
    private const int EndOfExtensionB = 0x2a6d6;
    private const int GapBeforeExtensionC = 0x30;

    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(FirstCommon, LastCommon) < 0)
        {
            return text;
        }

        var chinese = new StringBuilder(text.Length * 2);
        foreach (var unit in text)
        {
            chinese.Append(unit is >= FirstCommon and <= LastCommon ? unit.ToString() : char.ConvertFromUtf32(StandIn(unit)));
        }

        return chinese.ToString();
    }

    private static int StandIn(char unit)
    {
        var place = ExtensionB + (unit < FirstCommon ? unit : unit - (LastCommon - FirstCommon + 1));
        return place <= EndOfExtensionB ? place : place + GapBeforeExtensionC;
    }
}
