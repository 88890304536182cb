using PolicyGraph.Extraction.Articles;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// The official papers that a page prints below its first: each has a title of the form 某机关关于某事的批复 and right under it a number or
/// whom it is sent to. What the first passes on has neither, or is its own already.
/// </summary>
internal static class FollowingPapers
{
    private const int ShortestCut = 10;

    /// <summary>In the order of the text; empty for a page that prints one paper.</summary>
    public static List<OfficialHead> Find(Paper paper, OfficialHead first)
    {
        var found = new List<(OfficialHead Head, OfficialTitle Title, int Body)>();
        for (
            var i = paper.Lines.FindIndex(line => line.Span.Start >= first.Title.End) is var below and > 0 ? below + 1 : paper.Lines.Count;
            i < paper.Lines.Count;
            i++
        )
        {
            if (
                IsApart(paper, i)
                && TitleFinder.TryRead(paper, i, out var title)
                && TitleIssuers.About(title.Span.Of(paper.Text)) > 0
                && !IsOwn(paper, first, title.Span)
            )
            {
                var head = new OfficialHead { Title = title.Span };
                var (_, body) = HeadLines.Round(paper, title, head, above: 0);
                if (head.DocumentNumber is not null || head.Addressees is not null)
                {
                    found.Add((head, title, body));
                    i = body - 1;
                }
            }
        }

        for (var i = 0; i < found.Count; i++)
        {
            var (head, title, body) = found[i];
            Complete(paper, head, title, body, i + 1 < found.Count ? found[i + 1].Title.FirstLine : paper.Lines.Count);
        }

        if (found.Count > 0)
        {
            // What stands in another paper below is not passed on by the first.
            first.Policies.RemoveAll(policy => policy.Spans.All(span => span.Start >= found[0].Title.Span.Start));
        }

        return [.. found.Select(other => other.Head)];
    }

    /// <summary>Another paper begins behind a blank line, or behind the day that the one before is signed with.</summary>
    private static bool IsApart(Paper paper, int index) =>
        paper.Lines[index].AfterBlank || LineShapes.IsDate(paper.Lines[index - 1].Span.Of(paper.Text));

    /// <summary>The title of the first paper once more, with its issuers or without, or that of what it passes on.</summary>
    private static bool IsOwn(Paper paper, OfficialHead first, TextSpan title) =>
        first.Policies.Exists(policy => policy.Spans.Any(span => span.Overlaps(title)))
        || IsSame(Matter(first.Title.Of(paper.Text)), Matter(title.Of(paper.Text)));

    private static string Matter(string title) => title[Math.Max(0, TitleIssuers.About(title))..];

    /// <summary>A headline that a site has cut short is that of the same paper.</summary>
    private static bool IsSame(string first, string other) =>
        first == other || other.Length > ShortestCut && first.StartsWith(other, StringComparison.Ordinal);

    /// <summary>Signature, day and policies of the paper whose lines end before line <paramref name="end"/>.</summary>
    private static void Complete(Paper paper, OfficialHead head, OfficialTitle title, int body, int end)
    {
        OfficialTitle text = default;
        var hasText =
            ForwardedTitle.TryFind(paper.Text, title.Span, out var passedOn, out var isForwarded)
            && ForwardedTitle.TryFindText(paper, passedOn, title.LastLine + 1, out text)
            && text.LastLine < end;
        if (Signature.TryFind(paper, body, hasText ? text.FirstLine : end, out var signature))
        {
            head.Issuers.Insert(0, signature.Names);
            head.Issued = signature.Day;
        }
        else if (head.Issued is null && Signature.TryFindDay(paper, body, hasText ? text.FirstLine : end, out var day))
        {
            head.Issued = day;
        }

        OfficialHeadReader.AddTitleIssuers(paper, head);
        OfficialHeadReader.AddPolicies(
            paper,
            head,
            passedOn,
            hasText ? text.Span : default,
            isForwarded,
            end < paper.Lines.Count ? paper.Lines[end].Span.Start : paper.Text.Length
        );
    }
}
