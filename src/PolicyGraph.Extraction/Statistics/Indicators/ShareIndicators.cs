using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>Indicators of shares: 占甲比例30%, 超过甲的一半, 按照甲的40%给予乙, 60%的丙.</summary>
internal static class ShareIndicators
{
    private const int LongestRate = 7;
    private const int LongestTax = 10;
    private const int LongestSum = 12;
    private static readonly string[] Yields = ["创造", "贡献", "产出", "支撑"];
    private static readonly string[] Attained = ["完成", "达到", "为", "相当于", "是"];

    /// <param name="stated">The indicator as the plain rules read it; may be empty.</param>
    /// <param name="inherited">What the figure or clause before names.</param>
    /// <param name="sum">What a sentence that opens with 其中 tells the parts of; empty for others.</param>
    public static string Build(Figure figure, IndicatorWords words, string stated, Func<string> inherited, string sum)
    {
        var text = words.Text;
        var prefix = text[figure.Prefix.Start..figure.Prefix.End];
        if (Granted(figure, text, prefix) is { Length: > 0 } granted)
        {
            return granted;
        }

        if (
            prefix is "的"
            && figure is { SharesClause: true, Previous: { Kind: Model.StatisticKind.Target, Indicator: var task } }
            && task.IndexOf('年', StringComparison.Ordinal) is > 1 and var year
            && (task.EndsWith("任务", StringComparison.Ordinal) || task.EndsWith("计划", StringComparison.Ordinal))
        )
        {
            // 产值3亿元，完成年任务7亿元的43%.
            year -= task[year - 1] is '全' or '本' ? 1 : 0;
            return $"{task[..year]}占{task[year..]}比重";
        }

        if (Divided(figure, words, inherited) is { Length: > 0 } divided)
        {
            return divided;
        }

        if (Rate(figure, text, prefix) is { Length: > 0 } rate)
        {
            return rate;
        }

        if (Used(figure, text, prefix) is { Length: > 0 } used)
        {
            return used;
        }

        if (stated is "占比" or "比重" or "份额" or "市场份额")
        {
            return inherited() + stated;
        }

        if (Within(stated) is { Length: > 0 } within)
        {
            return inherited() + within;
        }

        var of = prefix.IndexOf('占', StringComparison.Ordinal);
        if (of >= 0 && !prefix[(of + 1)..].StartsWith('比') && !prefix[(of + 1)..].StartsWith("有率", StringComparison.Ordinal))
        {
            var who =
                of > 1 || (figure.Member is not null && stated.Contains('占', StringComparison.Ordinal))
                    ? stated.Split('占')[0]
                    : inherited();
            var bracket = prefix.IndexOf('（', of);
            var whole = prefix[(of + 1)..(bracket > of ? bracket : prefix.Length)].TrimEnd('的', '约', '近', '超');
            while (FigureWords.Link.Before(whole, whole.Length) is { Found: true } link)
            {
                whole = whole[..^link.Length];
            }

            whole = whole.Replace("的比", "比", StringComparison.Ordinal);
            var end = whole.IndexOf("比重", StringComparison.Ordinal);
            whole = end > 0 ? whole[..(end + 2)] : whole;
            whole = whole.Length > 0 || sum.Length > LongestSum ? whole : sum;
            if (whole.Length == 0)
            {
                return who + "占比";
            }

            return who + "占" + whole + (whole.EndsWith('比') || whole.EndsWith('重') || whole.EndsWith('例') ? "" : "比重");
        }

        return prefix.StartsWith('与') && prefix.Contains("之比", StringComparison.Ordinal)
            ? inherited() + prefix[..(prefix.IndexOf("之比", StringComparison.Ordinal) + 2)]
            : Exceeding(figure, words, prefix, inherited) ?? Attaining(prefix, inherited) ?? Parallel(figure, stated) ?? stated;
    }

    /// <summary>以全国3%的土地创造了…: what is used is a share of the whole, and so is what it yields (创造了12%的产值).</summary>
    private static string Used(Figure figure, string text, string prefix)
    {
        var suffix = text.AsSpan(figure.Suffix.Start, figure.Suffix.Length);
        var with = prefix.LastIndexOf('以');
        var whole = with < 0 ? "" : prefix[(with + 1)..].TrimEnd('近', '约', '的');
        if (!suffix.StartsWith("的") || (whole.Length > 0 && FigureWords.RankField.At(whole, 0).Length != whole.Length))
        {
            return "";
        }

        var verb = suffix.IndexOfAny("创贡产支");
        if (with >= 0)
        {
            return verb > 2 ? $"{suffix[1..verb]}占{(whole.Length > 0 ? whole : "全国")}比重" : "";
        }

        return
            figure is { SharesClause: true, Previous.Measure: Model.Measure.Share }
            && prefix.TrimEnd('近', '约', '超', '了').AsSpan().EndsWithAny(Yields)
            && suffix.Length > 2
            ? $"占{suffix[1..]}比重"
            : "";
    }

    /// <summary>为预算的101%, 完成年度计划的53%: how much of it the amount before makes up.</summary>
    private static string? Attaining(string prefix, Func<string> inherited)
    {
        var verb = prefix.WordAtStart(Attained);
        var whole = verb is null || !prefix.EndsWith('的') ? "" : prefix[verb.Length..^1];
        return whole.Length > 1 && inherited() is { Length: > 0 } who ? $"{who}占{whole}比重" : null;
    }

    /// <summary>分别占全省和全市总量的8%和22%: each share is of its own whole; what the last one ends with holds for all.</summary>
    private static string Divided(Figure figure, IndicatorWords words, Func<string> inherited)
    {
        var prefix = figure.ListHead is { } head ? words.Of(head.Prefix) : "";
        var of = prefix.IndexOf('占', StringComparison.Ordinal);
        var wholes = of < 0 ? [] : prefix[(of + 1)..].TrimEnd('的').Split('、', '和', '与');
        var index = 0;
        for (var earlier = figure; !ReferenceEquals(earlier, figure.ListHead) && earlier.Previous is not null; earlier = earlier.Previous)
        {
            index++;
        }

        if (wholes.Length < 2 || index >= wholes.Length || wholes[^1].Length < wholes[0].Length)
        {
            return "";
        }

        var own = index == wholes.Length - 1 ? wholes[^1] : wholes[index] + wholes[^1][wholes[index].Length..];
        var who = RuledTopics.Plain(prefix[..of].Replace("分别", "", StringComparison.Ordinal));
        return $"{(who.Length > 1 ? who : inherited())}占{own}比重";
    }

    /// <summary>征收甲税 → 甲税, before 税率.</summary>
    private static string Levied(ReadOnlySpan<char> rest) =>
        (rest.StartsWith("缴纳") || rest.StartsWith("征收")) && rest.IndexOf('税') is > 1 and < LongestTax and var tax
            ? rest[2..(tax + 1)].ToString()
            : "";

    /// <summary>在甲中占比, 在甲中的比重 → 占甲比重; who has the share stands before.</summary>
    private static string Within(string stated)
    {
        var end =
            stated.EndsWith("占比", StringComparison.Ordinal) || stated.EndsWith("比重", StringComparison.Ordinal)
                ? stated[..^2].TrimEnd('的', '所', '占')
                : "";
        return end.Length > 2 && end[^1] == '中' ? "占" + end.TrimStart('在')[..^1] + "比重" : "";
    }

    /// <summary>减按1%征收率征收, 适用3%税率: the rate is named right after its number.</summary>
    private static string Rate(Figure figure, string text, string prefix)
    {
        var suffix = text.AsSpan(figure.Suffix.Start, Math.Min(LongestRate, figure.Suffix.Length)).TrimStart('的');
        var end = suffix.IndexOf('率');
        return
            figure.Kind == Model.StatisticKind.Limit
            && end > 0
            && (
                prefix.EndsWith('按')
                || prefix.EndsWith('依')
                || prefix.EndsWith("按照", StringComparison.Ordinal)
                || prefix.EndsWith("依照", StringComparison.Ordinal)
                || prefix.EndsWith("适用", StringComparison.Ordinal)
                || prefix.EndsWith("执行", StringComparison.Ordinal)
            )
            ? Levied(text.AsSpan(figure.Suffix.Start, figure.Suffix.Length).TrimStart('的')[(end + 1)..]) + suffix[..(end + 1)].ToString()
            : "";
    }

    /// <summary>第一产业增加值占甲比重为5%，第二产业增加值比重为40%，第三产业为55%: what the first is part of holds for the rest.</summary>
    private static string? Parallel(Figure figure, string stated)
    {
        var of = figure.Previous is { Measure: Model.Measure.Share } previous
            ? previous.Indicator.IndexOf('占', StringComparison.Ordinal)
            : -1;
        if (of < 2 || stated.Length < 3 || stated.Contains('率', StringComparison.Ordinal))
        {
            return null;
        }

        var (who, whole) = (figure.Previous!.Indicator[..of], figure.Previous.Indicator[of..]);
        var part =
            stated.EndsWith("比重", StringComparison.Ordinal) || stated.EndsWith("占比", StringComparison.Ordinal) ? stated[..^2] : stated;
        var shared = part.Length < 3 ? -1 : who.IndexOf(part[^2..], StringComparison.Ordinal);
        return shared < 0 || who[0] != part[0] ? null : part + who[(shared + 2)..] + whole;
    }

    /// <summary>
    /// 规模超过甲的50% → 规模占甲比重; the bound stands before the whole, who has the share before that or in an earlier clause.
    /// </summary>
    private static string? Exceeding(Figure figure, IndicatorWords words, string prefix, Func<string> inherited)
    {
        if (
            !prefix.EndsWith('的')
            || !Comparators.TryWithin(prefix.AsSpan(0, prefix.Length - 1), out var at, out var length, out var sign)
            || at + length >= prefix.Length - 2
        )
        {
            return null;
        }

        var who = RuledTopics.Plain(prefix[..at]);
        if (who.Length == 0)
        {
            who = figure.Kind == Model.StatisticKind.Limit ? RuledTopics.Of(figure, words) : inherited();
        }

        if (who.Length == 0)
        {
            return null;
        }

        figure.Comparator = sign;
        return who + "占" + prefix[(at + length)..^1] + "比重";
    }

    /// <summary>按照实际费用的40%给予补助 → 补助占实际费用比例.</summary>
    private static string Granted(Figure figure, string text, string prefix)
    {
        var suffix = text[figure.Suffix.Start..figure.Suffix.End];
        var giving = prefix.IndexOf("给予", StringComparison.Ordinal);
        if (giving >= 0 && suffix.StartsWith('的') && suffix.Length > 2)
        {
            var of = prefix[(giving + 2)..].TrimEnd('的');
            if (of.StartsWith("不超过", StringComparison.Ordinal))
            {
                of = of[3..];
                figure.Comparator = Model.Comparator.AtMost;
            }

            return of.Length > 1 ? $"{suffix[1..]}占{of}比例" : suffix[1..] + "比例";
        }

        if (giving >= 0 && suffix.Length == 0 && Benefit(figure, text) is { Length: > 0 } benefit)
        {
            var bound = prefix.LastIndexOf("不超过", StringComparison.Ordinal);
            return $"{benefit}占{prefix[(bound > giving ? bound + 3 : giving + 2)..].TrimEnd('的')}比例";
        }

        for (var at = 0; at < prefix.Length; at++)
        {
            var word = FigureWords.ShareMeasure.At(prefix, at);
            if (!word.Found)
            {
                continue;
            }

            var whole = prefix[(at + word.Length)..].Trim('的', '照');
            if (whole.StartsWith("不超过", StringComparison.Ordinal))
            {
                whole = whole[3..];
                figure.Comparator = Model.Comparator.AtMost;
            }

            var give = suffix.IndexOf("给予", StringComparison.Ordinal);
            var grant = give >= 0 ? suffix[(give + 2)..] : "";
            return grant.Length > 0 && whole.Length > 0 ? $"{grant}占{whole}比例" : "";
        }

        return "";
    }

    /// <summary>给予不超过销售额20%、最高300万元的奖励: both numbers bound what the clause ends with.</summary>
    private static string Benefit(Figure figure, string text)
    {
        var rest = text.AsSpan(figure.Suffix.End, Math.Max(0, figure.Clause.End - figure.Suffix.End));
        var of = rest.LastIndexOf('的');
        return of > 0 && rest.Length - of is > 2 and < 9 ? rest[(of + 1)..].ToString() : "";
    }
}
