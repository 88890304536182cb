using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>Reads head, signature and adoption line of an official paper; null for a paper that is none.</summary>
internal static class OfficialHeadReader
{
    private const int HeadLines = 80;

    public static OfficialHead? Read(Paper paper)
    {
        var labels = HeadLabels.Read(paper, out var lastLabel);
        if (OrderReader.TryRead(paper, out var order))
        {
            return order;
        }

        var from = lastLabel < HeadLines ? lastLabel + 1 : 0;
        if (!TitleFinder.TryFind(paper, from, from + HeadLines, out var title) && !TitleFinder.TryFind(paper, 0, HeadLines, out title))
        {
            return null;
        }

        var head = new OfficialHead { Title = WithIssuers(paper, ref title) };
        var (marks, body) = HeadLinesRound(paper, title, head);
        marks += Labelled(paper, labels, head);
        var isPassedOn = ForwardedTitle.TryFind(paper.Text, title.Span, out var passedOn, out var isForwarded);
        OfficialTitle text = default;
        var hasText = isPassedOn && ForwardedTitle.TryFindText(paper, passedOn, title.LastLine + 1, out text);
        marks += Signed(paper, body, hasText ? text.FirstLine : paper.Lines.Count, head);
        if (marks == 0 && !IsOwnRule(paper, title))
        {
            return null;
        }

        AddTitleIssuers(paper, head);
        AddReportDay(paper, title, head);
        if (isForwarded && !hasText)
        {
            hasText = TitleFinder.TryFind(paper, title.LastLine + 2, paper.Lines.Count, out text) && TitleKinds.Of(passedOn.Of(paper.Text)).Word == TitleKinds.Of(text.Span.Of(paper.Text)).Word;
        }

        AddPolicies(paper, head, isPassedOn ? passedOn : default, hasText ? text.Span : default, isForwarded);
        return head;
    }

    /// <summary>A line of offices right above 关于 belongs to the title.</summary>
    private static TextSpan WithIssuers(Paper paper, ref OfficialTitle title)
    {
        var first = title.FirstLine;
        while (first > 0 && paper.Text.AsSpan(title.Span.Start).StartsWith("关于") && !paper.Lines[first].AfterBlank && Signature.IsOfficeLine(paper, first - 1))
        {
            first--;
        }

        title = title with { FirstLine = first };
        return new(paper.Lines[first].Span.Start, title.Span.End);
    }

    /// <summary>The lines above and below the title: number, issuers, day in brackets, addressees. Gives how many were found and the line of the body.</summary>
    private static (int Marks, int Body) HeadLinesRound(Paper paper, OfficialTitle title, OfficialHead head)
    {
        var marks = 0;
        for (var i = Math.Max(0, title.FirstLine - 6); i < title.FirstLine; i++)
        {
            marks += HeadLine(paper, i, head, isAbove: true) ? 1 : 0;
        }

        var body = title.LastLine + 1;
        for (; body < paper.Lines.Count && body <= title.LastLine + 8; body++)
        {
            if (HeadLine(paper, body, head, isAbove: false))
            {
                marks++;
                if (head.Addressees is not null)
                {
                    return (marks, body + 1);
                }
            }
            else if (!IsRepeat(paper, body, title))
            {
                break;
            }
        }

        return (marks, Math.Min(body, paper.Lines.Count));
    }

    private static bool HeadLine(Paper paper, int index, OfficialHead head, bool isAbove)
    {
        var span = paper.Lines[index].Span;
        var line = span.Of(paper.Text);
        if (DocumentNumbers.IsSerial(line) && index > 0 && paper.Lines[index - 1].Span.Of(paper.Text) is var announcement && announcement.EndsWith("公告", StringComparison.Ordinal))
        {
            head.DocumentNumber ??= announcement + line;
            head.Number ??= new(paper.Lines[index - 1].Span.Start, span.End);
            head.Issuers.Add(new(paper.Lines[index - 1].Span.Start, paper.Lines[index - 1].Span.End - 2));
            return true;
        }

        if (DocumentNumbers.Find(line, out var start, out var length) is { } number)
        {
            head.DocumentNumber ??= number;
            head.Number ??= new(span.Start + start, span.Start + start + length);
            return true;
        }

        if (AdoptionLine.TryRead(paper.Text, span.Start, out var adoption))
        {
            head.Issued ??= adoption.Promulgated ?? adoption.Adopted ?? DayOf(line);
            head.Effective ??= adoption.Effective;
            if (adoption.Adopted is not null || adoption.Promulgated is not null)
            {
                head.Issuers.Add(adoption.Span);
            }

            return true;
        }

        if (Signature.IsOfficeLine(paper, index))
        {
            AddOffices(head, span);
            return !isAbove;
        }

        if (LineShapes.IsDate(line))
        {
            head.Issued ??= DayOf(line);
            return !isAbove;
        }

        if (!isAbove && line[^1] == '：' && line.Length > 4 && IsAddressee(line))
        {
            head.Addressees = new(span.Start, span.End - 1);
            return true;
        }

        return false;
    }

    /// <summary>Offices one below the other are one run.</summary>
    private static void AddOffices(OfficialHead head, TextSpan span)
    {
        if (head.Issuers.Count > 0 && head.Issuers[^1].End == span.Start)
        {
            head.Issuers[^1] = head.Issuers[^1].Union(span);
        }
        else
        {
            head.Issuers.Add(span);
        }
    }

    /// <summary>Bodies before a colon; a sentence that announces a list (规定如下：) names none.</summary>
    private static bool IsAddressee(string line) =>
        !line.EndsWith("下：", StringComparison.Ordinal) && !line.Contains("下列", StringComparison.Ordinal) && !line.Contains('。', StringComparison.Ordinal) && !LineShapes.IsCutText(line);

    private static bool IsRepeat(Paper paper, int index, OfficialTitle title) =>
        title.Span.Of(paper.Text).Contains(paper.Lines[index].Span.Of(paper.Text), StringComparison.Ordinal);

    private static string? DayOf(string line) => Days.Find(line, out _, out var iso) >= 0 ? iso : null;

    private static int Labelled(Paper paper, System.Collections.Immutable.ImmutableDictionary<string, TextSpan> labels, OfficialHead head)
    {
        if (labels.TryGetValue("number", out var number))
        {
            head.DocumentNumber ??= DocumentNumbers.Find(number.Of(paper.Text), out _, out _);
            head.Number ??= number;
        }

        if (labels.TryGetValue("agency", out var agency))
        {
            head.Issuers.Add(agency);
        }

        foreach (var field in new[] { "written", "published" })
        {
            if (labels.TryGetValue(field, out var day))
            {
                head.Issued ??= DayOf(day.Of(paper.Text));
            }
        }

        if (labels.TryGetValue("effective", out var effective))
        {
            head.Effective ??= DayOf(effective.Of(paper.Text));
        }

        return (labels.ContainsKey("number") ? 1 : 0) + (labels.ContainsKey("agency") && labels.ContainsKey("index") ? 1 : 0);
    }

    private static int Signed(Paper paper, int from, int to, OfficialHead head)
    {
        if (!Signature.TryFind(paper, from, out var signature) || signature.FirstLine >= to && to < paper.Lines.Count)
        {
            return 0;
        }

        head.Issuers.Insert(0, signature.Names);
        head.Issued = signature.Day;
        return 1;
    }

    /// <summary>Rules and plans without a signature speak of themselves: 制定本办法, 第一条.</summary>
    private static bool IsOwnRule(Paper paper, OfficialTitle title)
    {
        var rest = paper.Text.AsSpan(title.Span.End);
        var opening = rest[..Math.Min(rest.Length, 1500)];
        var made = opening.IndexOf("定本");
        return opening.Contains("第一条", StringComparison.Ordinal) || made >= 0 && made + 4 < opening.Length && TitleKinds.Of(opening.Slice(made + 2, Math.Min(6, opening.Length - made - 2)).TrimEnd("。，")).Word is not null
            || TitleFinder.IsReport(title.Span.Of(paper.Text)) && title.FirstLine < 6;
    }

    private static void AddTitleIssuers(Paper paper, OfficialHead head)
    {
        var title = head.Title.Of(paper.Text);
        var about = title.IndexOf("关于", StringComparison.Ordinal);
        foreach (var verb in new[] { "转发", "批转" })
        {
            var at = title.IndexOf(verb, StringComparison.Ordinal);
            about = at > 0 && (about < 0 || at < about) ? at : about;
        }

        if (about > 2)
        {
            head.Issuers.Insert(Math.Min(1, head.Issuers.Count), new(head.Title.Start, head.Title.Start + about));
        }
    }

    /// <summary>A report names the meeting and its day under the title: ——2017年1月16日在某会议上.</summary>
    private static void AddReportDay(Paper paper, OfficialTitle title, OfficialHead head)
    {
        for (var i = title.LastLine + 1; i < paper.Lines.Count && i <= title.LastLine + 2 && head.Issued is null; i++)
        {
            var line = paper.Lines[i].Span.Of(paper.Text);
            head.Issued = line[0] is '—' or '（' ? DayOf(line) : null;
        }
    }

    /// <summary>某部 in 某部关于某事的意见; the whole where it has no 关于.</summary>
    private static TextSpan AuthorIn(string text, TextSpan title)
    {
        var about = title.Of(text).IndexOf("关于", StringComparison.Ordinal);
        return about > 0 ? new(title.Start, title.Start + about) : title;
    }

    private static void AddPolicies(Paper paper, OfficialHead head, TextSpan passedOn, TextSpan text, bool isForwarded)
    {
        var notice = paper.Text.AsSpan(0, text.IsEmpty ? paper.Text.Length : text.Start);
        head.Policies.Add(new(paper.Source.Surface(head.Title), [head.Title])
        {
            HasNumber = true,
            Effective = head.Effective ?? EffectiveDay.Find(notice, head.Issued),
        });
        if (!passedOn.IsEmpty)
        {
            head.Policies.Add(new(paper.Source.Surface(isForwarded && !text.IsEmpty ? text : passedOn), text.IsEmpty ? [passedOn] : [text, passedOn])
            {
                Effective = text.IsEmpty ? null : EffectiveDay.Find(paper.Text.AsSpan(text.End), head.Issued),
                Author = isForwarded ? AuthorIn(paper.Text, passedOn) : null,
            });
        }
    }
}
