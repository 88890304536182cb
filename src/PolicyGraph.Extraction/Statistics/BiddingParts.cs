using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// Where a work report of which only a part is printed, without the line that opens its aims, turns to what is to be done: from the first
/// paragraph on whose clauses nearly all bid (深化甲改革，推动乙建设，办好丙) and hardly tell a result.
/// </summary>
internal static class BiddingParts
{
    private const string Stops = "，。；！：";

    /// <summary>Clauses; a paragraph of fewer says too little.</summary>
    private const int Least = 6;

    /// <summary>Characters; a shorter run between two marks is no clause.</summary>
    private const int ShortestClause = 3;
    private static readonly WordSet Results = new([
        "达到",
        "突破",
        "居全",
        "列全",
        "入选",
        "获批",
        "获评",
        "荣获",
        "投产",
        "投用",
        "首个",
        "首次",
        "首批",
        "建成",
        "成功",
        "圆满",
        "显著",
        "明显",
        "创历史",
        "新高",
        "同比",
        "连续",
        "通车",
        "开通",
        "年均",
        "累计",
        "上年",
        "超额",
        "年来",
        "竣工",
        "完工",
    ]);

    /// <summary>The beginning of that paragraph within an article; -1 where none turns so.</summary>
    public static int Start(Paper paper, TextSpan article)
    {
        for (var start = article.Start; start < article.End; start = Math.Max(start + 1, paper.Source.LineEnd(start)))
        {
            if (Turns(paper.Text.AsSpan(start, Math.Min(article.End, paper.Source.LineEnd(start)) - start)))
            {
                return start;
            }
        }

        return -1;
    }

    private static bool Turns(ReadOnlySpan<char> paragraph)
    {
        var (clauses, bidding, telling) = (0, 0, 0);
        while (!paragraph.IsEmpty)
        {
            var stop = paragraph.IndexOfAny(Stops);
            var clause = stop < 0 ? paragraph : paragraph[..stop];
            paragraph = stop < 0 ? default : paragraph[(stop + 1)..];
            if (clause.Length >= ShortestClause)
            {
                clauses++;
                bidding += ArticleParts.Bids(clause) ? 1 : 0;
                telling += clause.ContainsAny(Results) ? 1 : 0;
            }
        }

        return clauses >= Least && bidding * 4 >= clauses * 3 && telling * 6 <= clauses;
    }
}
