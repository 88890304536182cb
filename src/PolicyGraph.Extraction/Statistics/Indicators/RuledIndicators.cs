using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>
/// Indicators of what rules lay down: terms (作出决定后告知举报人期限), penalties (擅自扩大范围的罚款), majorities (表决同意的成员) and
/// shares to be paid (缴纳甲费占工资总额比例).
/// </summary>
internal static class RuledIndicators
{
    private const int LongestCause = 20;
    private const int LongestLabel = 16;
    private const int LongestAct = 24;
    private const int LongestOffence = 34;
    private const string Fine = "罚款";
    private static readonly string[] Modals = ["应当", "必须", "应", "须", "需", "可以", "可", "要", "并", "依法"];
    private static readonly string[] Openers = ["自", "从", "在", "于", "将", "由"];
    private static readonly string[] Manners = ["以书面", "以口头", "书面", "一次性", "按照规定", "按规定", "依法", "及时", "凭"];
    private static readonly string[] Votes = ["表决", "同意", "通过", "提议", "联名", "出席", "赞成", "签署", "书面请求", "提出", "参加"];
    private static readonly string[] Payments =
    [
        "缴纳",
        "奖励",
        "征收",
        "计提",
        "提取",
        "支付",
        "补助",
        "补贴",
        "给予",
        "收取",
        "计征",
        "发放",
        "缴存",
        "计算",
        "计入",
        "扣除",
        "资助",
        "计收",
        "收费",
        "计费",
        "加收",
        "加处",
        "计缴",
    ];

    /// <returns>Empty where the figure is none of these.</returns>
    public static string Build(Figure figure, IndicatorWords words)
    {
        if (figure.Kind != StatisticKind.Limit)
        {
            return "";
        }

        var suffix = words.Span(figure.Suffix);
        return figure.Quantity.UnitKind switch
        {
            UnitKind.Duration when suffix.StartsWith("内") || (suffix.Length > 1 && IsWithin(words, figure)) => Term(figure, words),
            UnitKind.Duration => Leave(figure, words),
            UnitKind.Money or UnitKind.Multiple when suffix.TrimStart('的').StartsWith(Fine) => Penalty(figure, words),
            UnitKind.None when figure.Quantity.Value < 1m => Majority(figure, words),
            UnitKind.Percent => Payment(figure, words),
            UnitKind.People => Post(figure, words),
            _ => "",
        };
    }

    /// <summary>劳动节：5月1日至5日放假，共5天: 劳动节放假, by the label before the colon; empty where no label stands there.</summary>
    private static string Leave(Figure figure, IndicatorWords words)
    {
        var said = words.Of(new(figure.Sentence.Span.Start, figure.Quantity.Span.Start));
        var colon = said.IndexOf('：', StringComparison.Ordinal);
        if (colon is < 0 or > LongestLabel)
        {
            return "";
        }

        for (var at = colon + 1; at < said.Length; at++)
        {
            if (FigureWords.Leave.At(said, at).Found)
            {
                var stop = said.AsSpan(at).IndexOfAny('，', '（', '、');
                return words.Trimmed(new(figure.Sentence.Span.Start, figure.Sentence.Span.Start + colon), null)
                    + (stop < 0 ? said[at..] : said.Substring(at, stop));
            }
        }

        return "";
    }

    /// <summary>三个月以内决定批准: the bound lies within the number's own span.</summary>
    private static bool IsWithin(IndicatorWords words, Figure figure) => words.Span(figure.Quantity.Span).EndsWith("内");

    /// <summary>乙方应当自收到通知之日起30日内答复: 收到通知后乙方答复期限.</summary>
    private static string Term(Figure figure, IndicatorWords words)
    {
        var before = words.Of(new(words.Trim(figure.Prefix, null).Start, figure.Prefix.End));
        var act = words.Of(figure.Suffix);
        act = act.StartsWith('内') ? act[1..] : act;
        var (who, cause) = Cause(before);
        var next = NextClause(figure, words);
        act = WithoutManner(Ruled(act));
        if (act.Length < 2)
        {
            act = WithoutManner(Ruled(next));
        }

        act = act.Length > LongestAct ? act[^LongestAct..] : act;
        return act.Length < 2 ? "" : $"{cause}{(cause.Length > 0 && !cause.EndsWith('后') ? "后" : "")}{who}{act}期限";
    }

    /// <summary>Parts 乙方应当将甲自收到通知之日起 into who has to act on what, and since when.</summary>
    private static (string Who, string Cause) Cause(string before)
    {
        var since = before.IndexOf("之日起", StringComparison.Ordinal);
        since = since < 0 && before.EndsWith('后') ? before.Length : since;
        var start =
            since < 0
                ? -1
                : Math.Max(
                    before.LastIndexOf('自', since - 1),
                    Math.Max(before.LastIndexOf('在', since - 1), before.LastIndexOf('从', since - 1))
                );
        var cause = since < 0 ? "" : before[(start + 1)..since];
        cause =
            cause.Length > LongestCause && cause.LastIndexOf("作出", StringComparison.Ordinal) is > 0 and var made ? cause[made..] : cause;
        var who = Ruled(
            since < 0 ? before
            : start > 0 ? before[..start]
            : ""
        );
        who = who.Replace("应当", "", StringComparison.Ordinal)
            .Replace("必须", "", StringComparison.Ordinal)
            .Replace("并将", "", StringComparison.Ordinal)
            .Replace("将", "", StringComparison.Ordinal);
        return (
            who.Length > LongestCause ? "" : who.TrimEnd('应', '须', '在', '于', '自', '并', '可'),
            cause.Length > LongestCause ? "" : cause
        );
    }

    private static string NextClause(Figure figure, IndicatorWords words)
    {
        var start = Math.Min(figure.Clause.End + 1, figure.Sentence.Span.End);
        return start >= figure.Sentence.Span.End ? "" : words.Of(Clauses.Around(words.Text, figure.Sentence.Span, new(start, start)));
    }

    /// <summary>应当报送 → 报送, 由甲局报送 keeps who does it.</summary>
    private static string Ruled(string act)
    {
        for (var changed = true; changed && act.Length > 0; )
        {
            changed = false;
            foreach (var word in (ReadOnlySpan<string>)[.. Modals, .. Openers])
            {
                if (act.StartsWith(word, StringComparison.Ordinal))
                {
                    (act, changed) = (act[word.Length..], true);
                }
            }
        }

        return act;
    }

    /// <summary>以书面、邮件等方式告知甲 → 告知甲.</summary>
    private static string WithoutManner(string act)
    {
        foreach (var manner in Manners)
        {
            if (act.StartsWith(manner, StringComparison.Ordinal))
            {
                var end =
                    act.IndexOf("方式", StringComparison.Ordinal) is > 0 and var way ? way + 2
                    : act.IndexOf("形式", StringComparison.Ordinal) is > 0 and var form ? form + 2
                    : manner == "凭" ? act.IndexOf("证明", StringComparison.Ordinal) + 2
                    : manner.Length;
                return end > 1 && end < act.Length - 1 ? act[end..] : act;
            }
        }

        return act;
    }

    /// <summary>违反本法第五条规定，擅自停业的，…；情节严重的，处五万元罚款: 擅自停业情节严重的罚款.</summary>
    private static string Penalty(Figure figure, IndicatorWords words)
    {
        var measure = words.Of(figure.Prefix);
        var at = measure.LastIndexOf('处');
        var basis = at < 0 ? "" : measure[(at + 1)..].TrimStart('以').TrimEnd('的');
        if (figure.Quantity.UnitKind == UnitKind.Multiple && basis.Length > 1)
        {
            return $"{Fine}与{basis}之比";
        }

        var (grave, offence, several) = ("", "", false);
        for (var clause = Clauses.Before(words.Text, figure.Sentence.Span, figure.Clause.Start); !clause.IsEmpty; )
        {
            var said = words.Of(clause);
            if (said.EndsWith('的') && said.StartsWith("情节", StringComparison.Ordinal))
            {
                grave = said[..^1];
            }
            else if (said.EndsWith('的') && !said.EndsWith("规定的", StringComparison.Ordinal))
            {
                several = offence.Length > 0;
                offence = words.Trimmed(clause, null).TrimEnd('的');
            }
            else if (offence.Length > 0)
            {
                break;
            }

            var before = Clauses.Before(words.Text, figure.Sentence.Span, clause.Start);
            clause = before.Start >= clause.Start ? new(0, 0) : before;
        }

        offence = offence.Length > LongestOffence ? offence[^LongestOffence..] : offence;
        return offence.Length + grave.Length > 0 ? $"{offence}{(several ? "等" : "")}{grave}的{Fine}" : Fine;
    }

    /// <summary>决议经2/3以上成员表决同意: 决议表决同意的成员; 经1/3以上的会员提议，可以召开会议: 提议召开会议的会员.</summary>
    private static string Majority(Figure figure, IndicatorWords words)
    {
        var said = words.Of(figure.Suffix).TrimStart('的');
        foreach (var vote in Votes)
        {
            if (said.IndexOf(vote, StringComparison.Ordinal) is > 0 and < LongestCause and var at)
            {
                var act = said[at..];
                act =
                    act.Length <= vote.Length
                        ? act
                            + (
                                Ruled(NextClause(figure, words)) is { Length: < LongestAct } what && act is "提议" or "联名" or "提出"
                                    ? what
                                    : ""
                            )
                        : act;
                var of =
                    words.Of(figure.Prefix) is var before && before.LastIndexOf('经') is > 0 and var through
                        ? Modal(before[..through]).TrimStart('其')
                        : "";
                return of + act + "的" + said[..at];
            }
        }

        return "";
    }

    private static string Modal(string run)
    {
        foreach (var word in Modals)
        {
            if (run.EndsWith(word, StringComparison.Ordinal))
            {
                return run[..^word.Length].Replace("的", "", StringComparison.Ordinal);
            }
        }

        return run.Replace("的", "", StringComparison.Ordinal);
    }

    /// <summary>理事会由理事长一人、理事五人组成, 学会设会长一人: 理事会理事长, 学会会长.</summary>
    private static string Post(Figure figure, IndicatorWords words)
    {
        var suffix = words.Span(figure.Suffix);
        var lead = words.Text[figure.Clause.Start..figure.Quantity.Span.Start];
        var verb = lead.IndexOfAny(['由', '设']);
        if (verb < 1 || (suffix.Length > 0 && !suffix.StartsWith("组成") && suffix[0] is not ('、' or '和' or '及' or '，')))
        {
            return "";
        }

        var body = Modal(words.Trimmed(new(figure.Clause.Start, figure.Clause.Start + verb), null));
        var role = lead[(Math.Max(verb, lead.LastIndexOfAny(['、', '和', '及', '由', '设', '有'])) + 1)..];
        return role.Length is > 1 and < 12 && body.Length is > 1 and < LongestCause ? body + role : "";
    }

    /// <summary>单位按照工资总额的2%缴纳甲费: 单位缴纳甲费占工资总额比例.</summary>
    private static string Payment(Figure figure, IndicatorWords words)
    {
        var before = words.Trimmed(figure.Prefix, figure.SubjectSpan);
        var prefix = words.Of(figure.Prefix);
        var by = prefix.IndexOf('按') is >= 0 and var at && at + 1 < prefix.Length ? at : -1;
        if (by < 0 || !prefix.EndsWith('的') || before.Length == 0)
        {
            return "";
        }

        var basis = prefix[(by + 1)..].TrimStart('照').TrimEnd('的');
        var paid = words.Of(figure.Suffix);
        paid = paid.StartsWith("给予", StringComparison.Ordinal) && paid.Length > 3 ? paid[2..] : paid;
        if (basis.Length is < 2 or >= LongestAct || paid.WordAtStart(Payments) is not { } found)
        {
            return "";
        }

        var who = words.Trimmed(new(figure.Prefix.Start, figure.Prefix.Start + by), null);
        // 委托代理收费，按成交额的2%计收: the verb alone says no more than that it is a fee.
        var topic =
            paid.Length == found.Length && who.Length == 0 && FigureWords.Charge.Contains(found) ? RuledTopics.Of(figure, words) : "";
        return $"{who}{(topic.Length > 0 ? topic : paid)}占{basis}比例";
    }
}
