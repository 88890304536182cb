namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>Indicators of shares: 占甲比例30%, 超过甲的一半, 按照甲的40%给予乙, 60%的丙.</summary>
internal static class ShareIndicators
{
    private static readonly string[] Measures = ["按照", "按", "依照"];
    private static readonly string[] Over = ["超过", "超", "接近", "不足", "约占", "达到", "达", "约为"];

    /// <param name="stated">The indicator as the plain rules read it; may be empty.</param>
    /// <param name="inherited">What the figure or clause before names.</param>
    public static string Build(Figure figure, string text, string stated, Func<string> inherited)
    {
        var prefix = text[figure.Prefix.Start..figure.Prefix.End];
        if (Granted(figure, text, prefix) is { Length: > 0 } granted)
        {
            return granted;
        }

        var of = prefix.IndexOf('占', StringComparison.Ordinal);
        if (of >= 0 && !prefix[(of + 1)..].StartsWith('比'))
        {
            var who = of > 1 ? stated.Split('占')[0] : inherited();
            var bracket = prefix.IndexOf('（', of);
            var whole = prefix[(of + 1)..(bracket > of ? bracket : prefix.Length)].TrimEnd('的', '约', '近', '超');
            while (FigureWords.Link.Before(whole, whole.Length) is { Found: true } link)
            {
                whole = whole[..^link.Length];
            }

            whole = whole.Replace("的比", "比", StringComparison.Ordinal);

            return who + "占" + whole + (whole.EndsWith('比') || whole.EndsWith('重') || whole.EndsWith('例') ? "" : "比重");
        }

        return prefix.StartsWith('与') && prefix.Contains("之比", StringComparison.Ordinal)
            ? inherited() + prefix[..(prefix.IndexOf("之比", StringComparison.Ordinal) + 2)]
            : Exceeding(figure, prefix) ?? stated;
    }

    /// <summary>规模超过甲的50% → 规模占甲比重; the bound stands before the whole.</summary>
    private static string? Exceeding(Figure figure, string prefix)
    {
        if (!prefix.EndsWith('的'))
        {
            return null;
        }

        foreach (var word in Over)
        {
            var at = prefix.LastIndexOf(word, StringComparison.Ordinal);
            if (at <= 0 || at + word.Length >= prefix.Length - 1)
            {
                continue;
            }

            figure.Comparator = word switch
            {
                "超过" or "超" => Model.Comparator.Greater,
                "接近" or "约占" or "约为" => Model.Comparator.About,
                "不足" => Model.Comparator.Less,
                _ => figure.Comparator,
            };
            return prefix[..at].TrimStart('其', '，') + "占" + prefix[(at + word.Length)..^1] + "比重";
        }

        return null;
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

        foreach (var word in Measures)
        {
            var at = prefix.IndexOf(word, StringComparison.Ordinal);
            if (at < 0)
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
}
