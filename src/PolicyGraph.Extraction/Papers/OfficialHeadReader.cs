using System.Collections.Immutable;
using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>Reads head, signature and adoption line of an official paper; null for a paper that is none.</summary>
internal static class OfficialHeadReader
{
    private const int HeadDepth = 80;
    private const int FirstLines = 3;
    private const int FewestTasks = 4;
    private const int MostCounted = 20;
    private const int LengthOfYear = 4;

    public static OfficialHead? Read(Paper paper)
    {
        var labels = HeadLabels.Read(paper);
        if (OrderReader.TryRead(paper, out var order))
        {
            return order;
        }

        var isNumbered = NumberedTitle.TryFind(paper, out var numbered);
        var title = numbered.Title;
        if (
            !isNumbered
            && !TryNamedTitle(paper, labels, out title)
            && !TitleFinder.TryFind(paper, 0, HeadDepth, out title)
            && !NoticeForms.TryFindTitle(paper, out title)
        )
        {
            return OrderReader.ReadUntitled(paper);
        }

        var head = new OfficialHead { Title = isNumbered || labels.ContainsValue(title.Span) ? title.Span : WithIssuers(paper, ref title) };
        if (isNumbered)
        {
            (head.DocumentNumber, head.Number) = (numbered.Order.Number(paper.Text), numbered.Order.Name.Union(numbered.Order.Serial));
            head.Issuers.Add(numbered.Order.Offices);
        }

        var (marks, body) = HeadLines.Round(paper, title, head);
        marks += Labelled(paper, labels, head);
        if (head.DocumentNumber is null && TitleFinder.TryFindAgain(paper, title, out var again))
        {
            var (more, below) = HeadLines.Round(paper, again, head);
            (marks, body) = (marks + more, below);
        }

        var isPassedOn = ForwardedTitle.TryFind(paper.Text, title.Span, out var passedOn, out var isForwarded);
        OfficialTitle text = default;
        var hasText = isPassedOn && ForwardedTitle.TryFindText(paper, passedOn, title.LastLine + 1, out text);
        marks += Signed(paper, body, hasText ? text.FirstLine : paper.Lines.Count, head);
        if (
            marks == 0
            && !isNumbered
            && !IsOwnRule(paper, title)
            && !(title.FirstLine < FirstLines && NoticeForms.Speaks(paper.Text, title.Span.End))
        )
        {
            return null;
        }

        AddTitleIssuers(paper, head);
        AddReportDay(paper, title, head);
        if (isForwarded && !hasText)
        {
            hasText =
                TitleFinder.TryFind(paper, title.LastLine + 2, paper.Lines.Count, out text)
                && TitleKinds.Of(passedOn.Of(paper.Text)).Word == TitleKinds.Of(text.Span.Of(paper.Text)).Word;
        }

        AddPolicies(paper, head, isPassedOn ? passedOn : default, hasText ? text.Span : default, isForwarded, paper.Text.Length);
        return head;
    }

    /// <summary>The title that a label of the head names, where the page does not repeat it below on a line of its own.</summary>
    private static bool TryNamedTitle(Paper paper, ImmutableDictionary<string, TextSpan> labels, out OfficialTitle title)
    {
        title = default;
        if (!labels.TryGetValue("title", out var named) || !TitleFinder.IsTitle(named.Of(paper.Text)))
        {
            return false;
        }

        var line = paper.Lines.FindIndex(candidate => candidate.Span.Contains(named));
        var text = named.Of(paper.Text);
        title = new(named, line, line);
        return line >= 0 && !paper.Lines.Skip(line + 1).Take(HeadDepth).Any(other => Repeats(text, other.Span.Of(paper.Text)));
    }

    /// <summary>True for a line of a title that stands again, perhaps over several lines; the office of a signature has no 关于.</summary>
    private static bool Repeats(string title, string line) =>
        line.Contains("关于", StringComparison.Ordinal) && title.Contains(line, StringComparison.Ordinal);

    /// <summary>A line of offices right above 关于 or 印发《 belongs to the title.</summary>
    private static TextSpan WithIssuers(Paper paper, ref OfficialTitle title)
    {
        var first = title.FirstLine;
        while (
            first > 0
            && TitleIssuers.End(title.Span.Of(paper.Text)) == 0
            && !paper.Lines[first].AfterBlank
            && Signature.IsOfficeLine(paper, first - 1)
        )
        {
            first--;
        }

        title = title with { FirstLine = first };
        return new(paper.Lines[first].Span.Start, title.Span.End);
    }

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
            if (
                labels.TryGetValue(field, out var day)
                && Days.In(day.Of(paper.Text)) is { } named
                && (field == "written" || IsOfYear(head.DocumentNumber, named))
            )
            {
                head.Issued ??= named;
            }
        }

        if (labels.TryGetValue("effective", out var effective))
        {
            head.Effective ??= Days.In(effective.Of(paper.Text));
        }

        return (labels.ContainsKey("number") ? 1 : 0) + (labels.ContainsKey("agency") && labels.ContainsKey("index") ? 1 : 0);
    }

    /// <summary>False for the day on which a page was set up long after the year of the paper's number.</summary>
    private static bool IsOfYear(string? number, string day)
    {
        var open = number?.IndexOf('〔', StringComparison.Ordinal) ?? -1;
        return open < 0
            || number!.Length < open + LengthOfYear + 1
            || !int.TryParse(number.AsSpan(open + 1, LengthOfYear), out var year)
            || int.TryParse(day.AsSpan(0, LengthOfYear), out var published)
                && (published == year || published == year + 1 && day.AsSpan(LengthOfYear).StartsWith("-01"));
    }

    private static int Signed(Paper paper, int from, int to, OfficialHead head)
    {
        if (Signature.TryFind(paper, from, out var signature) && (signature.FirstLine < to || to == paper.Lines.Count))
        {
            head.Issuers.Insert(0, signature.Names);
            head.Issued = signature.Day;
            return 1;
        }

        if (head.Issued is null && Signature.TryFindDay(paper, from, to, out var day))
        {
            head.Issued = day;
        }

        var undated = to == paper.Lines.Count ? Signature.Undated(paper, from) : default;
        if (undated.IsEmpty)
        {
            return 0;
        }

        head.Issuers.Insert(0, undated);
        return 1;
    }

    /// <summary>Rules and plans without a signature speak of themselves (制定本办法, 第一条), or go to their first part at once.</summary>
    private static bool IsOwnRule(Paper paper, OfficialTitle title)
    {
        var rest = paper.Text.AsSpan(title.Span.End);
        return title.FirstLine == 0 && (rest.StartsWith("一、") || rest.StartsWith("第一章") || rest.StartsWith("第一部分"))
            || OwnTitles.SpeaksOfItself(rest[..Math.Min(rest.Length, 1500)])
            || TitleFinder.IsReport(title.Span.Of(paper.Text)) && title.FirstLine < 6
            || title.FirstLine == 0 && HasOutline(paper);
    }

    /// <summary>Numbered tasks, one a line, are how plans go on, whether they begin with the first or are printed in part.</summary>
    private static bool HasOutline(Paper paper) =>
        paper.Lines.Skip(1).Count(line => LineStarts.IsNumbered(line.Span.Of(paper.Text))) >= FewestTasks
        && !paper.Lines.Skip(1).Take(FirstLines).Any(line => LineStarts.IsByline(line.Span.Of(paper.Text)));

    /// <summary>Who stands before the title's own words.</summary>
    public static void AddTitleIssuers(Paper paper, OfficialHead head)
    {
        var end = TitleIssuers.End(head.Title.Of(paper.Text));
        if (end > 2)
        {
            head.Issuers.Insert(Math.Min(1, head.Issuers.Count), new(head.Title.Start, head.Title.Start + end));
        }
    }

    /// <summary>A report names the meeting and its day under the title: ——2017年1月16日在某会议上, with the dash or without.</summary>
    private static void AddReportDay(Paper paper, OfficialTitle title, OfficialHead head)
    {
        for (var i = title.LastLine + 1; i < paper.Lines.Count && i <= title.LastLine + 2 && head.Issued is null; i++)
        {
            var line = paper.Lines[i].Span.Of(paper.Text);
            head.Issued = line[0] is '—' or '（' || line[^1] == '上' && Days.TryRead(line, out _, out _) ? Days.In(line) : null;
        }
    }

    /// <summary>The bodies on the line under the passed-on text's title: 某部某委 or （某部 某委 某年某月某日）.</summary>
    private static TextSpan? AuthorUnder(Paper paper, TextSpan title)
    {
        var index = title.IsEmpty ? -1 : paper.Lines.FindIndex(l => l.Span.Start == title.End);
        if (index < 0)
        {
            return null;
        }

        var span = paper.Lines[index].Span;
        return Signature.IsOfficeLine(paper, index) || paper.Text[span.Start] == '（' && Days.In(span.Of(paper.Text)) is not null
            ? span
            : null;
    }

    /// <summary>某部 in 某部关于某事的意见; the whole where it has no 关于.</summary>
    private static TextSpan AuthorIn(string text, TextSpan title)
    {
        var about = title.Of(text).IndexOf("关于", StringComparison.Ordinal);
        return about > 0 ? new(title.Start, title.Start + about) : title;
    }

    private static bool PassesOn(Paper paper, OfficialHead head)
    {
        var title = head.Title.Of(paper.Text);
        var about = TitleIssuers.About(title);
        return about >= 0 && title.AsSpan(about + 2).StartsWithAny(ForwardedTitle.Issuing);
    }

    /// <summary>The policies that the notice's own text passes on, each with its text's heading where the paper has it.</summary>
    private static void AddNamed(Paper paper, OfficialHead head, List<TextSpan> named)
    {
        var from = paper.Lines.FindIndex(l => l.Span.End >= named[^1].End) + 1;
        foreach (var name in named)
        {
            var hasText = ForwardedTitle.TryFindText(paper, name, from, out var heading);
            head.Policies.Add(
                new(paper.Source.Surface(name), hasText ? [heading.Span, name] : [name])
                {
                    Effective = hasText ? EffectiveDay.Find(paper.Text.AsSpan(heading.Span.End), head.Issued) : null,
                }
            );
        }
    }

    /// <summary>关于发布《X》等三项标准的公告, 《X》（GB 1234-2031）: what is given out is a standard, which its number names.</summary>
    private static bool IsStandard(string text, TextSpan name)
    {
        var isCounted =
            name.End < text.Length
            && text.AsSpan(name.End, Math.Min(MostCounted, text.Length - name.End)) is var rest
            && rest.StartsWith("》等")
            && rest.Contains("标准", StringComparison.Ordinal);
        var numbered = text.IndexOf(string.Concat(name.Of(text), "》（"), name.End, StringComparison.Ordinal) + name.Length + 2;
        return isCounted
            || name.Of(text).EndsWith("标准", StringComparison.Ordinal)
                && numbered > name.End
                && numbered < text.Length
                && char.IsAsciiLetterUpper(text[numbered]);
    }

    /// <summary>The paper itself, which ends before position <paramref name="end"/>, and what it passes on.</summary>
    public static void AddPolicies(Paper paper, OfficialHead head, TextSpan passedOn, TextSpan text, bool isForwarded, int end)
    {
        var notice = paper.Text.AsSpan()[head.Title.Start..(text.IsEmpty ? end : text.Start)];
        head.Policies.Add(
            new(paper.Source.Surface(head.Title), [head.Title])
            {
                HasNumber = true,
                Effective = head.Effective ?? EffectiveDay.Find(notice, head.Reissued ?? head.Issued),
            }
        );
        var author = AuthorIn(paper.Text, passedOn);
        if (isForwarded && text.IsEmpty && author.End < passedOn.End)
        {
            passedOn = new(author.End, passedOn.End);
        }

        var named = isForwarded ? [] : PassedOnTitles.Find(paper.Text[..end], head.Title.End);
        if (passedOn.IsEmpty && !PassesOn(paper, head))
        {
            // A title that does not say so passes on what the signers made, and what stands below the notice.
            named.RemoveAll(name =>
                !PassedOnTitles.IsMade(paper.Text, name)
                && !ForwardedTitle.TryFindText(paper, name, paper.Lines.FindIndex(l => l.Span.End >= name.End) + 1, out _)
            );
        }

        if (named.Count > 1 || named.Count == 1 && text.IsEmpty)
        {
            AddNamed(paper, head, named);
        }
        else if (!passedOn.IsEmpty && !IsStandard(paper.Text, passedOn))
        {
            head.Policies.Add(
                new(paper.Source.Surface(text.IsEmpty ? passedOn : text), text.IsEmpty ? [passedOn] : [text, passedOn])
                {
                    Effective = text.IsEmpty ? null : EffectiveDay.Find(paper.Text.AsSpan(text.End, end - text.End), head.Issued),
                    Author = !isForwarded ? null : AuthorUnder(paper, text) ?? author,
                }
            );
        }
    }
}
