using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>Tells what happened over a time (新增, 完成, 投入, rates of growth) from what stood at its end (达到, 占比, 位居).</summary>
internal static class Flows
{
    private static readonly string[] Doing =
    [
        "新增", "新建", "新设", "新认定", "新培育", "建成", "完成", "实施", "培育", "引进", "投入", "累计", "转化", "改造", "开工", "投产", "落地", "签约", "解决", "发放", "帮助", "攻克", "淘汰", "整治", "治理", "争取", "减税", "培训", "开展", "举办", "招引", "打造", "推出", "安置", "搬迁", "脱贫", "带动",
    ];

    public static bool Is(ReadOnlySpan<char> text, Figure figure)
    {
        if (figure.Measure is Measure.Growth or Measure.Change)
        {
            return true;
        }

        if (figure.Measure is Measure.Share or Measure.Rank)
        {
            return false;
        }

        var prefix = text.Slice(figure.Prefix.Start, figure.Prefix.Length);
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
