using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// A title that stands on one line with the number before it: 某部某署公告2023年第23号 关于某事的公告,
/// 某署公告2021年第5号（关于某事的公告）.
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
            rest =
                !rest.IsEmpty && paper.Text[rest.Start] == '（' && paper.Text[rest.End - 1] == '）'
                    ? new(rest.Start + 1, rest.End - 1)
                    : rest;
            if (TitleFinder.IsTitle(rest.Of(paper.Text)))
            {
                var number = new TextSpan(line.Start + serial, line.Start + end + 1);
                found = new(new(rest, index, index), new(new(line.Start, number.Start), new(line.Start, line.Start + at), number, index));
                return true;
            }
        }

        return false;
    }
}
