using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>投资120亿, 年销售额70亿: a sum whose 元 is left out, which the noun of money beside it tells.</summary>
internal static class BareMoney
{
    private const decimal Least = 100_000_000m;
    private const int Reach = 10;
    private static readonly string[] Nouns = ["投资", "销售额", "产值", "收入", "营收", "利润", "GDP", "生产总值", "资金", "贷款", "税收", "融资", "交易额", "成交额", "金额", "市值", "资产", "出口额", "进出口", "增加值", "总额", "消费"];

    /// <summary>The quantity in 元 where its clause names money beside a number of a hundred million or more without a unit; else as it is.</summary>
    public static Quantity Named(string text, Quantity quantity, TextSpan clause)
    {
        if (quantity.UnitKind != UnitKind.None || quantity.Value < Least || quantity.Form != QuantityForm.Amount)
        {
            return quantity;
        }

        var start = Math.Max(clause.Start, quantity.Span.Start - Reach);
        var after = text.AsSpan(quantity.Span.End, Math.Max(0, Math.Min(clause.End, quantity.Span.End + Reach) - quantity.Span.End));
        return HasAny(text.AsSpan(start, quantity.Span.Start - start)) || (after.StartsWith("的") && HasAny(after))
            ? quantity with { Unit = "元", UnitKind = UnitKind.Money }
            : quantity;
    }

    private static bool HasAny(ReadOnlySpan<char> run)
    {
        foreach (var noun in Nouns)
        {
            if (run.Contains(noun, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
