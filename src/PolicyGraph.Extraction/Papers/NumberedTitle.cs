using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// A title that stands on one line with the number before it: 某部某署公告2023年第23号 关于某事的公告,
/// 某署公告2021年第5号（关于某事的公告）, 某署公告2021年第5号（关于某税率）.
/// </summary>
/// <param name="Title">The title alone.</param>
/// <param name="Order">Who announces, and under which number.</param>
internal readonly record struct NumberedTitle(OfficialTitle Title, OrderLine Order)
{
    private const int HeadLines = 8;
    private const int LongestSerial = 14;

    private static readonly string[] Kinds = ["公告", "通告", "令"];

    /// <summary>The first such line of the paper's head; false where it has none.</summary>
    public static bool TryFind(Paper paper, out NumberedTitle found)
    {
        found = default;
        for (var i = 0; i < paper.Lines.Count && i < HeadLines; i++)
        {
            if (TryRead(paper, i, out found))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryRead(Paper paper, int index, out NumberedTitle found)
    {
        found = default;
        var line = paper.Lines[index].Span;
        var text = line.Of(paper.Text);
        foreach (var kind in Kinds)
        {
            var at = text.IndexOf(kind, StringComparison.Ordinal);
            var serial = at < 0 ? -1 : at + kind.Length;
            var end = serial < 0 ? -1 : text.IndexOf('号', serial, Math.Min(LongestSerial, text.Length - serial));
            if (end < 0 || !Signature.IsOffice(text.AsSpan(0, at)) || !DocumentNumbers.IsSerial(text.AsSpan(serial, end + 1 - serial)))
            {
                continue;
            }

            var rest = new TextSpan(line.Start + end + 1, line.End);
            var matter = InBrackets(paper, rest);
            rest = matter.IsEmpty ? rest : matter;
            if (TitleFinder.IsTitle(rest.Of(paper.Text)) || matter.Of(paper.Text).StartsWith("关于", StringComparison.Ordinal))
            {
                var number = new TextSpan(line.Start + serial, line.Start + end + 1);
                found = new(new(rest, index, index), new(new(line.Start, number.Start), new(line.Start, line.Start + at), number, index));
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// What a bracket at the start of <paramref name="rest"/> holds, where the line ends behind it or leaves a blank (a site's buttons);
    /// empty where none stands so.
    /// </summary>
    private static TextSpan InBrackets(Paper paper, TextSpan rest)
    {
        for (var (at, depth) = (rest.Start, 0); at < rest.End && (depth > 0 || at == rest.Start); at++)
        {
            depth +=
                paper.Text[at] == '（' ? 1
                : paper.Text[at] == '）' ? -1
                : 0;
            if (depth == 0 && at > rest.Start && (at + 1 == rest.End || paper.Source.GapBefore(at + 1) != Gap.None))
            {
                return new(rest.Start + 1, at);
            }
        }

        return default;
    }
}
