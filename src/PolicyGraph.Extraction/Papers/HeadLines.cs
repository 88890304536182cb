using PolicyGraph.Extraction.Articles;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>The lines round the title of an official paper: number, issuers, day, adoption line, addressees.</summary>
internal static class HeadLines
{
    /// <summary>By how many characters a page's own headline may differ from the title that it repeats.</summary>
    private const int FewWords = 2;

    private const int LinesAbove = 6;

    /// <summary>
    /// The lines above and below the title: number, issuers, day in brackets, addressees. Gives how many were found and the line of the
    /// body.
    /// </summary>
    /// <param name="paper">The paper.</param>
    /// <param name="title">Its title.</param>
    /// <param name="head">Takes what the lines say.</param>
    /// <param name="above">How many lines above the title are its own: none below another paper.</param>
    public static (int Marks, int Body) Round(Paper paper, OfficialTitle title, OfficialHead head, int above = LinesAbove)
    {
        var marks = 0;
        for (var i = Math.Max(0, title.FirstLine - above); i < title.FirstLine; i++)
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
            else if (
                !IsRepeat(paper, body, title)
                && !IsRegistration(paper.Lines[body].Span.Of(paper.Text))
                && !DocumentNumbers.IsSerial(paper.Lines[body].Span.Of(paper.Text))
                && !HeadLabels.IsLabelled(paper, paper.Lines[body].Span)
                && !TitleFinder.IsNote(paper.Lines[body].Span.Of(paper.Text))
            )
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
        if (HeadLabels.IsLabelled(paper, span))
        {
            return false;
        }

        if (OrderLine.TryRead(paper, index, out var order))
        {
            head.DocumentNumber ??= order.Number(paper.Text);
            head.Number ??= order.Name.Union(order.Serial);
            head.Issuers.Add(order.Offices);
            return true;
        }

        if (line.EndsWith("文件", StringComparison.Ordinal) && Signature.IsOffice(line.AsSpan(0, line.Length - 2)))
        {
            head.Issuers.Add(new(span.Start, span.End - 2));
            return true;
        }

        if (AdoptionLine.TryRead(paper.Text, span, out var adoption))
        {
            Adopt(paper, adoption, line, span.Start, head);
            return true;
        }

        if (DocumentNumbers.Find(line.AsSpan(0, Cell(paper, span)), out var start, out var length) is { } number)
        {
            head.DocumentNumber ??= number;
            head.Number ??= new(span.Start + start, span.Start + start + length);
            head.Issued ??= Days.In(line.AsSpan(0, start)) ?? Days.In(line.AsSpan(start + length));
            return true;
        }

        if (Signature.IsOfficeLine(paper, index))
        {
            AddOffices(head, span);
            return !isAbove;
        }

        if (
            !isAbove
            && Days.TryRead(line, out var day, out var iso)
            && day < line.Length
            && line.AsSpan(day).TrimStart('，') is var giver
            && Signature.IsOffice(giver)
        )
        {
            // 1992年7月11日，某部 under the title: when and by whom.
            head.Issued ??= iso;
            head.Issuers.Add(new(span.End - giver.Length, span.End));
            return true;
        }

        if (LineShapes.IsDate(line))
        {
            head.Issued ??= Days.In(line) ?? Days.Month(line, out _);
            return !isAbove;
        }

        if (!isAbove && line[^1] == '：' && line.Length > 4 && IsAddressee(line))
        {
            head.Addressees = new(span.Start, span.End - 1);
            return true;
        }

        return false;
    }

    /// <summary>
    /// How much of a line the number's cell is: sites set the day and a note behind it (国发〔1991〕12号 1991-03-06 全文有效).
    /// </summary>
    public static int Cell(Paper paper, TextSpan line)
    {
        var end = paper.Text.IndexOf('号', line.Start, line.Length) + 1;
        return end > 0 && end < line.End && paper.Source.GapBefore(end) != Text.Gap.None ? end - line.Start : line.Length;
    }

    /// <summary>
    /// The day of a text is that on which it was given out, else the one on which it was passed; who only approves it gives it not out.
    /// </summary>
    private static void Adopt(Paper paper, AdoptionLine adoption, string line, int start, OfficialHead head)
    {
        head.Issued =
            line[0] == '（'
                ? head.Issued ?? adoption.Promulgated ?? adoption.Adopted ?? Days.In(line)
                : adoption.Promulgated ?? head.Issued ?? adoption.Adopted;
        head.Effective ??= adoption.Effective;
        (head.Revised, head.Reissued) = (head.Revised ?? adoption.Revised, head.Reissued ?? adoption.Reissued);
        if (
            adoption.Promulgated is not null
            || adoption.Adopted is not null && (line[0] == '（' || !line.EndsWith("批准", StringComparison.Ordinal))
        )
        {
            head.Issuers.Add(adoption.Span);
        }

        if (adoption is { Promulgated: not null, Revised: null } && DocumentNumbers.OfOrder(line, out var at, out var length) is { } number)
        {
            (head.DocumentNumber, head.Number) = (head.DocumentNumber ?? number, head.Number ?? new(start + at, start + at + length));
        }
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
        !line.EndsWith("下：", StringComparison.Ordinal)
        && !line.Contains("下列", StringComparison.Ordinal)
        && line[0] is not ('•' or '·' or '●')
        && !line.Contains('。', StringComparison.Ordinal)
        && !LineShapes.IsCutText(line);

    /// <summary>HHCR-2023-01005: what a government's register calls the paper.</summary>
    private static bool IsRegistration(string line) =>
        char.IsAsciiLetterUpper(line[0])
        && char.IsAsciiDigit(line[^1])
        && line.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '—' or '/');

    private static bool IsRepeat(Paper paper, int index, OfficialTitle title) =>
        title.Span.Of(paper.Text) is var words
        && paper.Lines[index].Span.Of(paper.Text) is var line
        && (
            words.Contains(line, StringComparison.Ordinal)
            || Math.Abs(words.Length - line.Length) <= FewWords
                && line.Length > FewWords * 4
                && string.CompareOrdinal(words, 0, line, 0, FewWords * 3) == 0
                && words[^FewWords..] == line[^FewWords..]
        );
}
