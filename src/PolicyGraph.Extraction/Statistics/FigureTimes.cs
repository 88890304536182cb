using System.Runtime.InteropServices;
using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>Which of the times that a sentence names holds for a figure in it.</summary>
/// <param name="times">The paper's times outside names, in order.</param>
internal sealed class FigureTimes(Paper paper, List<TimeExpression> times)
{
    private const int Reach = 12;
    private const int Near = 6;

    /// <summary>Times; a sentence that goes on for pages costs each figure no more.</summary>
    private const int LookedBack = 24;

    private static readonly string[] Beginnings =
    [
        "成立",
        "建成",
        "投产",
        "达产",
        "竣工",
        "挂牌",
        "设立",
        "创立",
        "创建",
        "始建",
        "创办",
        "诞生",
        "组建",
        "建立",
        "上市",
        "兴建",
        "建",
    ];

    /// <summary>The time of the figure's own sentence that holds for it, or null.</summary>
    public TimeExpression? Of(Figure figure)
    {
        var named = Within(figure.Sentence.Span);
        if (InBracketsBehind(figure, named) is { } own)
        {
            return own;
        }

        var next = 0;
        while (next < named.Length && named[next].Span.Start < figure.Quantity.Span.Start)
        {
            next++;
        }

        TimeExpression? passing = null;
        for (var i = next - 1; i >= Math.Max(0, next - LookedBack); i--)
        {
            if (!Holds(figure, named[i]))
            {
                continue;
            }

            if (!IsSpanOfClause(figure, named[i]))
            {
                return named[i];
            }

            passing = named[i];
        }

        return passing ?? (next < named.Length && IsBehind(figure, named[next]) ? named[next] : null);
    }

    /// <summary>39210元|（2015年）: the time that brackets right behind a number give it.</summary>
    private TimeExpression? InBracketsBehind(Figure figure, ReadOnlySpan<TimeExpression> named)
    {
        foreach (var time in named)
        {
            if (
                time.Span.Start == figure.Quantity.Span.End + 1
                && time.Span.End < paper.Text.Length
                && paper.Text[time.Span.Start - 1] == '（'
                && paper.Text[time.Span.End] == '）'
            )
            {
                return time;
            }
        }

        return null;
    }

    private bool Holds(Figure figure, TimeExpression time) =>
        time.Role != TimeRole.Base
        && !IsCarriedOver(time)
        && !IsTelling(figure, time)
        && !IsBasis(figure, time)
        && !IsInClosedBracket(figure, time)
        && !IsBeforeCompletion(figure, time)
        && !IsAttribute(figure, time)
        && !IsStartOfMove(figure, time)
        && !(time.Span.End < figure.Clause.Start && IsBeginning(paper.Text, time));

    /// <summary>增长7%（2016年同期增速为3%），拉动工业2个百分点: a time within brackets holds within them.</summary>
    private bool IsInClosedBracket(Figure figure, TimeExpression time)
    {
        var depth = 0;
        for (var i = time.Span.End; i < figure.Quantity.Span.Start; i++)
        {
            depth +=
                paper.Text[i] == '（' ? 1
                : paper.Text[i] == '）' ? -1
                : 0;
            if (depth < 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>一期600兆瓦于2010年建成: the time stands behind its number, in the same clause.</summary>
    private bool IsBehind(Figure figure, TimeExpression time) =>
        time.Role == TimeRole.When
        && figure.Subject is not { Type: EntityType.Event }
        && time.Span.End <= figure.Clause.End
        && figure.Suffix.Contains(time.Span)
        && time.Span.Start > 0
        && paper.Text[time.Span.Start - 1] == '于';

    /// <summary>预计2025年底竣工，达产后年产值8亿元: when the work ends does not date what comes after.</summary>
    private bool IsBeforeCompletion(Figure figure, TimeExpression time) =>
        time.Span.End < figure.Clause.Start
        && Outlook.Expects(paper.Text.AsSpan(time.Span.End, figure.Quantity.Span.Start - time.Span.End));

    /// <summary>
    /// 相比2020年甲总量11亿元的数据, 比上年的7亿元增加3亿元: the level that something is held against has the time named with it.
    /// </summary>
    public TimeExpression? Base(Figure figure)
    {
        var suffix = paper.Text.AsSpan(figure.Suffix.Start, figure.Suffix.Length);
        if (figure.Measure != Measure.Level || suffix.IsEmpty || !"的增减提下升降高低多少".Contains(suffix[0]))
        {
            return null;
        }

        TimeExpression? found = null;
        foreach (var time in Within(figure.Prefix))
        {
            found = time is { Role: TimeRole.Base, Period: not null } && time.Span.End <= figure.Quantity.Span.Start ? time : null;
        }

        return found;
    }

    /// <summary>从2020年的1200亿元提高到2500亿元，覆盖3个县: the first number's year holds for none that come after.</summary>
    private bool IsStartOfMove(Figure figure, TimeExpression time)
    {
        var start = figure;
        while (start.Previous is { } earlier && time.Span.Start < earlier.Quantity.Span.Start)
        {
            start = earlier;
        }

        return !ReferenceEquals(start, figure) && start.Clause.Contains(time.Span) && IsFrom(paper.Text, time);
    }

    /// <summary>
    /// 上半年…，事故自2016年起连续上升；死亡32人: how long a clause in passing looks back holds for no other part of the sentence.
    /// </summary>
    private bool IsSpanOfClause(Figure figure, TimeExpression time) =>
        time.Role == TimeRole.Since
        && time.Span.End < figure.Clause.Start
        && paper.Text.AsSpan(time.Span.End, figure.Clause.Start - time.Span.End).Contains('；');

    /// <summary>上年结余收入, 上年结转: what came over from then is an amount of now.</summary>
    private bool IsCarriedOver(TimeExpression time) =>
        paper.Text.AsSpan(time.Span.End) is var after && (after.StartsWith("结余") || after.StartsWith("结转"));

    /// <summary>会长昨日对媒体表示，…; 3月2日，记者从某局获悉，…: the day on which it was told.</summary>
    private bool IsTelling(Figure figure, TimeExpression time)
    {
        if (time is not { Role: TimeRole.When, Period.Length: 10 } || time.Span.End >= figure.Clause.Start)
        {
            return false;
        }

        var after = paper.Text.AsSpan(time.Span.End, figure.Clause.Start - time.Span.End).TrimStart('，');
        return Reporters.SourceWords.Speaks(after) || IsAtMeeting(after) || Reporters.SourceWords.IsWhereLearnt("从", after);
    }

    /// <summary>在9月5日举行的发布会上，某负责人介绍称，…: the day of the meeting at which somebody tells it.</summary>
    private static bool IsAtMeeting(ReadOnlySpan<char> after)
    {
        var stop = after.IndexOf('，');
        return stop > 0
            && (after[..stop].EndsWith("会上") || after[..stop].EndsWith("采访时"))
            && after[..stop].IndexOf('的') is > 0 and < Reach
            && Reporters.SourceWords.Speaks(after[(stop + 1)..]);
    }

    /// <summary>在上年同期18%的基础上，继续增长5%: the clause only tells from where.</summary>
    private bool IsBasis(Figure figure, TimeExpression time)
    {
        var rest = time.Span.End < figure.Clause.Start ? paper.Text.AsSpan(time.Span.End, figure.Clause.Start - time.Span.End) : default;
        var before = paper.Text.AsSpan(Math.Max(0, time.Span.Start - Near), Math.Min(Near, time.Span.Start));
        return before.LastIndexOf('在') is >= 0 and var at
            && before[at..].IndexOfAny('，', '。') < 0
            && rest.IndexOf("基础上") is >= 0 and var basis
            && rest[..basis].IndexOfAny('，', '；') < 0;
    }

    /// <summary>“十三五”时期的收官评估，…: in an earlier clause a plan's years that only qualify a noun date nothing after it.</summary>
    private bool IsAttribute(Figure figure, TimeExpression time) =>
        time.Span.End < figure.Clause.Start && time.Rule is "time.plan-period" && paper.Text[time.Span.End] == '的';

    /// <summary>于2010年建成, 成立于1992年: the year of a beginning, which dates nothing after its own clause.</summary>
    public static bool IsBeginning(string text, TimeExpression time)
    {
        if (time.Role != TimeRole.When || time.Span.Start < 2 || text[time.Span.Start - 1] != '于')
        {
            return false;
        }

        var after = text.AsSpan(time.Span.End, Math.Min(Reach, text.Length - time.Span.End));
        after = after.IndexOfAny('，', '。') is >= 0 and var stop ? after[..stop] : after;
        return text.AsSpan(0, time.Span.Start - 1).EndsWithAny(Beginnings) || after.ContainsAny(Beginnings);
    }

    /// <summary>由|2005年的5亿元增加到8亿元: from when a move goes dates nothing else.</summary>
    public static bool IsFrom(string text, TimeExpression time) => time.Span.Start > 0 && text[time.Span.Start - 1] is '由' or '从';

    /// <summary>1997年5月撤地设市。: a clause that ends with a beginning dates no other sentence.</summary>
    public static bool IsFounding(string text, TimeExpression time)
    {
        var after = text.AsSpan(time.Span.End, Math.Min(Reach, text.Length - time.Span.End));
        after = after.IndexOfAny('，', '。') is >= 0 and var stop ? after[..stop] : default;
        return after.EndsWith("成立")
            || after.EndsWith("设立")
            || after.EndsWith("设市")
            || after.EndsWith("建市")
            || after.EndsWith("设区")
            || after.EndsWith("建县")
            || after.EndsWith("设县")
            || after.EndsWith("挂牌")
            || after.EndsWith("获批");
    }

    /// <summary>The times of <paramref name="times"/>, in order, that begin within a run.</summary>
    public static ReadOnlySpan<TimeExpression> Within(List<TimeExpression> times, TextSpan span)
    {
        int low = 0,
            high = times.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = times[middle].Span.Start < span.Start ? (middle + 1, high) : (low, middle);
        }

        while (high < times.Count && times[high].Span.Start < span.End)
        {
            high++;
        }

        return CollectionsMarshal.AsSpan(times)[low..high];
    }

    private ReadOnlySpan<TimeExpression> Within(TextSpan span) => Within(times, span);
}
