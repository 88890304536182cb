using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>Tells which numbers in words count things: 落户五家企业 and 设施一套 do, 三大板块 and 迈上一个台阶 do not.</summary>
internal static class WordCounts
{
    private const int LongestNoun = 14;

    /// <summary>落户五家企业 counts; 一 that only means “a”, 四方面 and 三大板块 do not.</summary>
    public static bool Count(Quantity quantity, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (quantity.Value == 0m || after.StartsWith("《"))
        {
            // 按照两个《决定》: papers named before.
            return false;
        }

        if (quantity.Value == 1m)
        {
            return quantity.Comparator != Comparator.Equal
                || IsInventory(before, after, quantity)
                || FigureWords.Only.Before(before, before.Length).Found;
        }

        return !IsStructure(after)
            && !IsCampaign(quantity, after)
            && !(before.Length > 0 && before[^1] is '这' or '上' or '下')
            && quantity.Unit is not ("次" or "级" or "类" or "批");
    }

    /// <summary>废水处理设施一套，: behind its noun, at the clause's end, even one thing is counted.</summary>
    private static bool IsInventory(ReadOnlySpan<char> before, ReadOnlySpan<char> after, Quantity quantity) =>
        quantity.Unit is "套" or "台" or "座" or "艘" or "辆" or "枚" or "份" or "间" or "栋" or "所" or "条"
        && before.Length > 2
        && (after.IsEmpty || after[0] is '、' or '和' or '及')
        && !"了有是上下这那每第另唯缺同其任某进再着过到又为成作".Contains(before[^1]);

    /// <summary>实施百家企业培育工程: a round number in words that a campaign is called by.</summary>
    private static bool IsCampaign(Quantity quantity, ReadOnlySpan<char> after)
    {
        var end = after.IndexOfAny("，。；、：（）".AsSpan());
        var noun = after[..(end < 0 ? after.Length : end)];
        return quantity.Number.Length == 1 && (noun.EndsWith("工程") || noun.EndsWith("行动") || noun.EndsWith("计划"));
    }

    /// <summary>Counts of the text's own parts: 8个方面, 3个大数据发展关键领域.</summary>
    public static bool IsStructure(ReadOnlySpan<char> after)
    {
        if (
            FigureWords.Structure.At(after, 0) is { Found: true } part
            && (part.Length >= after.Length || after[part.Length] is not ('赛' or '奖'))
        )
        {
            return true;
        }

        var end = after.IndexOfAny("，。；、：（）的上中进".AsSpan());
        var noun = after[..(end < 0 ? after.Length : end)];
        return noun.Length <= LongestNoun && FigureWords.Structure.Before(noun, noun.Length).Found;
    }
}
