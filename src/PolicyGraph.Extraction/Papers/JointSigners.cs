using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// 甲局局长：某某 and 乙部部长：某某, one a line: an order that the heads of several bodies sign is given by all of them.
/// </summary>
internal static class JointSigners
{
    /// <summary>Lines below the number within which they stand.</summary>
    private const int Reach = 12;
    private const int LongestLine = 30;
    private static readonly string[] Posts = ["部长", "局长", "主任", "署长", "行长", "主席", "院长", "厅长"];

    /// <summary>Adds the run that names the bodies of the signers below line <paramref name="from"/> to the issuers, where there are several.</summary>
    public static void Add(Paper paper, int from, OfficialHead head)
    {
        List<TextSpan> bodies = [];
        for (var i = from; i < paper.Lines.Count && i < from + Reach; i++)
        {
            var line = paper.Lines[i].Span;
            var words = paper.Text.AsSpan(line.Start, line.Length);
            if (
                words.Length < LongestLine
                && words.IndexOf('：') is > 0 and var colon
                && words[..colon].WordAtEnd(Posts) is { } post
                && Signature.IsOffice(words[..(colon - post.Length)])
            )
            {
                bodies.Add(new(line.Start, line.Start + colon - post.Length));
            }
        }

        if (bodies.Count > 1)
        {
            head.Issuers.Add(bodies[0].Union(bodies[^1]));
        }
    }
}
