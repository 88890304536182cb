using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>Takes from a run of words what is no part of an indicator: times, the subject's name, words that lead in or join on.</summary>
internal sealed class PhraseTrimmer(Paper paper)
{
    private const int LongestRun = 8;
    private static readonly CharacterSet Marks = new("，、：；。—-“”《》（）的·●■◆▲★※○□►▪◇");
    private readonly Dictionary<int, TimeExpression> _timeAt = First(paper.Times, t => t.Span.Start);
    private readonly Dictionary<int, TimeExpression> _timeEnding = First(paper.Times, t => t.Span.End);

    private string Text => paper.Text;

    /// <summary>Trims both ends until nothing more goes.</summary>
    /// <param name="run">The words before a number, or a clause.</param>
    /// <param name="subject">Where the subject's name stands, or null.</param>
    /// <param name="keepMovement">Leave 增长 and its like at the end.</param>
    public TextSpan Trim(TextSpan run, TextSpan? subject, bool keepMovement = false)
    {
        var (start, end) = (run.Start, run.End);
        for (var changed = true; changed && start < end; )
        {
            var (oldStart, oldEnd) = (start, end);
            start = TrimStart(start, end, subject);
            end = TrimEnd(start, end, keepMovement);
            changed = start != oldStart || end != oldEnd;
        }

        return new(start, Math.Max(start, end));
    }

    /// <summary>Where the time or the leading word ends that stands at <paramref name="start"/>; there itself where none does.</summary>
    public int AfterLead(int start, int end) => TrimStart(start, end, null);

    /// <summary>Where the first word stands that is neither a time nor leads in: whoever is named there is the clause's subject.</summary>
    public int Opening(TextSpan run)
    {
        var start = run.Start;
        for (var next = start; start < run.End; start = next)
        {
            next = AfterLead(start, run.End);
            if (next == start)
            {
                break;
            }
        }

        return start;
    }

    private int TrimStart(int start, int end, TextSpan? subject)
    {
        // 国内 is the subject of 国内市场 and only a part of 国内生产总值.
        var guard = FigureWords.Protected.At(Text.AsSpan(0, end), start);
        if (
            subject is { } name
            && name.Start == start
            && name.End <= end
            && guard.Length <= name.Length
            && !IsHarbour(Text.AsSpan(name.End, end - name.End))
        )
        {
            return name.End
                + (name.End + 1 < end && Text[name.End] == '上' && Text[name.End + 1] is '共' or '现' or '，' or '签' or '，' ? 1 : 0);
        }

        if (_timeAt.TryGetValue(start, out var time) && time.Span.End <= end)
        {
            return time.Span.End;
        }

        if (
            Marks.Contains(Text[start])
            && !(Text[start] == '“' && Text.AsSpan(start, end - start).Contains('”'))
            && !(Text[start] == '（' && Text.AsSpan(start, end - start).Contains('）'))
        )
        {
            return start + 1;
        }

        if (RunOfTimesAt(start, end) is > 0 and var run)
        {
            return start + run;
        }

        // 最为亮眼的是甲: the clause before 的是 only praises what follows.
        if (Text.AsSpan(start, Math.Min(12, end - start)).IndexOf("的是") is > 0 and var praise)
        {
            return start + praise + 2;
        }

        if (Text[start] is '内' or '前' && start > 0 && Text[start - 1] is '年' or '月' or '底' or '末')
        {
            // 五年内, 2020年底前: the rest of the time before it.
            return start + 1;
        }

        if (Text[start] is '比' or '较' && _timeAt.TryGetValue(start + 1, out var compared) && compared.Span.End <= end)
        {
            return compared.Span.End;
        }

        if (SinceAt(start, end) is > 0 and var since)
        {
            return start + since;
        }

        if (ArticleAt(start, end) is > 0 and var article)
        {
            return start + article;
        }

        if (YearsAt(start, end) is > 0 and var years)
        {
            return start + years;
        }

        if (guard.Found)
        {
            return start;
        }

        return FigureWords.Lead.At(Text.AsSpan(0, end), start) is { Found: true } lead ? start + lead.Length : start;
    }

    /// <summary>自2015年|以来, 2018年|以来: what stands around the time from which on is counted; nothing where 以来 begins a word of its own.</summary>
    private int SinceAt(int start, int end)
    {
        var from = Text[start] is '自' or '从' ? start + 1 : start;
        var after =
            from > start && _timeAt.TryGetValue(from, out var time) ? time.Span.End
            : _timeEnding.ContainsKey(start) ? start
            : end;
        return Text.AsSpan(after, Math.Max(0, end - after)).StartsWith("以来") ? after + 2 - start : 0;
    }

    /// <summary>连续五年, 持续6个月, 连续三个季度: for how long, not what.</summary>
    private int RunOfTimesAt(int start, int end)
    {
        var words = Text.AsSpan(start, Math.Min(LongestRun, end - start));
        if (!words.StartsWith("连续") && !words.StartsWith("持续"))
        {
            return 0;
        }

        var at = 2;
        while (
            at < words.Length
            && (char.IsAsciiDigit(words[at]) || Quantities.Numerals.Digits.OfWord(words[at]) > 0 || words[at] is '十' or '多')
        )
        {
            at++;
        }

        return at == 2 || at >= words.Length ? 0
            : words[at] == '年' ? at + 1
            : words[at..].StartsWith("个月") || words[at..].StartsWith("个季") ? at + (words[at + 1] == '月' ? 2 : 3)
            : 0;
    }

    /// <summary>甲港, 甲乙港: the place's name is only part of the harbour's.</summary>
    public static bool IsHarbour(ReadOnlySpan<char> rest)
    {
        var run = rest[..Math.Min(4, rest.Length)];
        var harbour = run.IndexOf('港');
        return harbour >= 0
            && run[..harbour].IndexOfAny("与和同对及香") < 0
            && (harbour + 1 >= run.Length || run[harbour + 1] is not ('口' or '澳' or '资' or '股'));
    }

    /// <summary>第五条, 三、, （三）: the number of the provision, not what it rules.</summary>
    private int ArticleAt(int start, int end)
    {
        if (
            Text[start] != '第'
            && (!char.IsAsciiDigit(Text[start]) || paper.Source.GapBefore(start) == Gap.Line)
            && Sections.Level(Text.AsSpan(start, end - start), out var section) > 0
        )
        {
            return section;
        }

        var run = Text.AsSpan(start, Math.Min(end - start, 8));
        var close = run.Length > 2 && run[0] == '第' ? run.IndexOfAny("条款章") : -1;
        for (var i = 1; i < close; i++)
        {
            if (!char.IsAsciiDigit(run[i]) && Quantities.Numerals.Digits.OfWord(run[i]) < 0 && run[i] is not ('十' or '百'))
            {
                return 0;
            }
        }

        return close > 1 ? close + 1 : 0;
    }

    /// <summary>五年, 十年来: how long, not what; 五年期 and 三年级 are names.</summary>
    private int YearsAt(int start, int end)
    {
        var at = start;
        while (
            at < end
            && at - start < 3
            && (char.IsAsciiDigit(Text[at]) || Quantities.Numerals.Digits.OfWord(Text[at]) > 0 || Text[at] == '十')
        )
        {
            at++;
        }

        if (at == start || at >= end || Text[at] != '年' || (at + 1 < end && Text[at + 1] is '期' or '级' or '制' or '生' or '以'))
        {
            return 0;
        }

        return at + 1 + (at + 1 < end && Text[at + 1] is '来' or '间' ? 1 : 0) - start;
    }

    private int TrimEnd(int start, int end, bool keepMovement)
    {
        if (end <= start)
        {
            return end;
        }

        if (_timeEnding.TryGetValue(end, out var time) && time.Span.Start >= start)
        {
            var at = time.Span.Start;
            if (at > start + 2 && Text[at - 1] == '的' && Text.AsSpan(start, at - start).LastIndexOfAny('比', '较') is >= 0 and var than)
            {
                // 比开放前的1991年: all of it is what the growth is measured against.
                return start + than;
            }

            return at > start && Text[at - 1] is '比' or '较' or '到' or '至' or '从' or '由' or '在' or '与' or '同' ? at - 1 : at;
        }

        var last = Text[end - 1];
        if (
            Marks.Contains(last)
            && !(last == '”' && Text.AsSpan(start, end - start).Contains('“'))
            && !(last == '）' && Text.AsSpan(start, end - start).Contains('（'))
        )
        {
            return end - 1;
        }

        var run = Text.AsSpan(start, end - start);
        if (run.Length > 5 && last == '年' && run[^6..].LastIndexOf("连续") is >= 0 and var again)
        {
            return end - Math.Min(6, run.Length) + again;
        }

        if (FigureWords.ProtectedEnd.Before(run, run.Length).Found)
        {
            return end;
        }

        var word = Longest(FigureWords.Link.Before(run, run.Length), FigureWords.Reach.Before(run, run.Length));
        if (!keepMovement)
        {
            word = Longest(word, Longest(FigureWords.Rise.Before(run, run.Length), FigureWords.Fall.Before(run, run.Length)));
            word = Longest(word, Longest(FigureWords.Rate.Before(run, run.Length), FigureWords.FallingRate.Before(run, run.Length)));
            word = run.EndsWith("新增") || run.EndsWith("年均增长") || run.EndsWith("年均增速") || run.EndsWith("增长率") ? default : word;
            word =
                word.Found ? word
                : run.EndsWith("同比") || run.EndsWith("环比") ? new Term(2, "")
                : default;
        }

        return end - word.Length;
    }

    private static Dictionary<int, TimeExpression> First(List<TimeExpression> times, Func<TimeExpression, int> position)
    {
        var first = new Dictionary<int, TimeExpression>(times.Count);
        foreach (var time in times)
        {
            first.TryAdd(position(time), time);
        }

        return first;
    }

    private static Term Longest(Term one, Term other) => other.Length > one.Length ? other : one;
}
