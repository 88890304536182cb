namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// Sentences about a firm that they do not name (一家做传感器的企业, 该公司): its figures are about nothing that the record names.
/// </summary>
internal static class UnnamedFirms
{
    private const int Reach = 24;
    private static readonly string[] Firms = ["企业", "公司", "工厂", "机构", "商户"];
    private static readonly string[] Meant = ["该企业", "该公司", "这家企业", "这家公司", "该厂", "该机构"];

    /// <param name="lead">The sentence up to the number.</param>
    public static bool IsSubject(ReadOnlySpan<char> lead)
    {
        foreach (var word in Meant)
        {
            if (lead.StartsWith(word) || lead.Contains($"，{word}", StringComparison.Ordinal))
            {
                return true;
            }
        }

        var one = lead.IndexOf("一家");
        return one >= 0 && !IsPredicate(lead[..one]) && EndsWithFirm(lead[(one + 2)..]);
    }

    /// <summary>甲公司是一家研发企业, 唯一一家, 每一家: what stands before names the firm, or no one firm is meant.</summary>
    private static bool IsPredicate(ReadOnlySpan<char> before) =>
        before.EndsWith("是")
        || before.EndsWith("为")
        || before.EndsWith("作为")
        || before.EndsWith("唯一")
        || before.EndsWith("每")
        || before.EndsWith("第")
        || before.EndsWith("成为")
        || before.EndsWith("有");

    private static bool EndsWithFirm(ReadOnlySpan<char> rest)
    {
        var stop = rest.IndexOfAny('，', '。', '；');
        rest = rest[..Math.Min(stop < 0 ? rest.Length : stop, Math.Min(rest.Length, Reach))];
        foreach (var firm in Firms)
        {
            if (rest.Contains(firm, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
