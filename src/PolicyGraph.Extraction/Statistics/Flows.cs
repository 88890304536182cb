using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>Tells what happened over a time (新增, 完成, 投入, rates of growth) from what stood at its end (达到, 占比, 位居).</summary>
internal static class Flows
{
    private static readonly string[] Doing =
    [
        "新增",
        "新建",
        "新设",
        "新认定",
        "新培育",
        "建成",
        "完成",
        "实施",
        "培育",
        "引进",
        "投入",
        "累计",
        "转化",
        "改造",
        "开工",
        "投产",
        "落地",
        "签约",
        "解决",
        "发放",
        "帮助",
        "攻克",
        "淘汰",
        "整治",
        "治理",
        "争取",
        "减税",
        "培训",
        "开展",
        "举办",
        "招引",
        "打造",
        "推出",
        "安置",
        "搬迁",
        "脱贫",
        "带动",
        "减少",
        "减免",
        "降费",
        "新改扩建",
        "新登记",
        "支出",
        "实际利用",
        "改扩建",
        "减排",
        "压减",
        "化解",
        "处置",
        "查处",
        "引育",
        "授权",
        "产出",
        "惠及",
        "创建",
        "认定",
        "重组",
        "开行",
        "发送",
        "接待",
        "复制推广",
        "承办",
        "荣获",
        "新获",
        "摘得",
        "出让",
        "保障",
    ];

    private static readonly string[] Done = ["竣工", "投产", "完工", "摘帽", "退出", "出列", "脱贫", "落地", "挂牌", "投用", "建成"];

    private const int LongestItem = 10;

    public static bool Is(ReadOnlySpan<char> text, Figure figure)
    {
        if (figure.Measure is Measure.Growth or Measure.Change)
        {
            return true;
        }

        // 实现翻一番 happened over the time; 累计接待游客3亿人次、花费8亿元: both are totals of it.
        var prefix = text.Slice(figure.Prefix.Start, figure.Prefix.Length);
        if (
            figure.Quantity.Form == Quantities.QuantityForm.Doubling
            || (
                figure is { SharesClause: true, Previous: { Measure: Measure.Level } previous }
                && text.Slice(previous.Prefix.Start, previous.Prefix.Length).Contains("累计", StringComparison.Ordinal)
            )
        )
        {
            return true;
        }

        if (
            figure is { SharesClause: true, Measure: Measure.Level, Previous: { Measure: Measure.Level } verbal }
            && (figure.IsCount && verbal.IsCount ? prefix.Length < LongestItem : prefix.Length < 2)
            && Is(text, verbal)
        )
        {
            // 创建甲7个、乙3个, 建成安置点25个、30万平方米: the verb holds for the list.
            return true;
        }

        if (figure.IsCount && text.Slice(figure.Suffix.Start, figure.Suffix.Length).ContainsAny(Done))
        {
            // 100个项目竣工投产, 12个村全部出列: what the counted have come to.
            return true;
        }

        if (figure.Measure is Measure.Share or Measure.Rank)
        {
            // 对增长贡献率超过30%: a share of what went on, not of what there is.
            return prefix.Contains("贡献率", StringComparison.Ordinal);
        }

        if (FigureWords.Reach.Before(prefix, prefix.Length).Found || prefix.EndsWith("达到") || prefix.EndsWith("达"))
        {
            return false;
        }

        foreach (var word in Doing)
        {
            if (prefix.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
