using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// 《X》（甲部令第12号）, 甲部令第12号《X》, 《Y》（甲局公告2021年第5号）: the order or announcement that a paper is cited by names who
/// gave it out.
/// </summary>
internal sealed class CitedNumberRule : IRelationRule
{
    private const int LongestSerial = 14;

    private static readonly string[] Papers = ["令", "公告", "通告", "命令"];

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var works in passage.Lists(Kinds.Work))
        {
            var last = passage.LastGroupBefore(works.Span.Start);
            if (
                last >= 0
                && passage.Groups[last] is var orderers
                && orderers.IsOf(Kinds.Agency)
                && SerialEnd(passage, orderers.Span.End) is > 0 and var start
                && passage.Between(start, works.Span.Start) is "" or "（" or "：" or "，"
            )
            {
                Add(works.Members[0], orderers, orderers.Span.Union(works.Members[0].Span), sink);
            }

            var work = works.Members[^1];
            var next = passage.FirstGroupFrom(work.Head.Span.End);
            if (
                next < passage.Groups.Count
                && passage.Groups[next] is var issuers
                && issuers.IsOf(Kinds.Agency)
                && IsBracket(passage.Between(work.Head.Span.End, issuers.Span.Start))
                && SerialEnd(passage, issuers.Span.End) is > 0 and var end
            )
            {
                Add(work, issuers, new(work.Span.Start, end), sink);
            }
        }
    }

    /// <summary>（, （原, （2017年1月6日: what stands in the bracket before who ordered it.</summary>
    private static bool IsBracket(ReadOnlySpan<char> gap) =>
        gap is "（" or "（原" || gap.StartsWith("（") && Days.TryRead(gap[1..], out var length, out _) && length + 1 == gap.Length;

    /// <summary>Where 令第12号 or 公告2021年第5号 ends; 0 where none starts.</summary>
    private static int SerialEnd(Passage passage, int start)
    {
        var rest = passage.Between(start, passage.Span.End);
        foreach (var paper in Papers)
        {
            if (!rest.StartsWith(paper))
            {
                continue;
            }

            var serial = rest[paper.Length..];
            var end = serial[..Math.Min(serial.Length, LongestSerial)].IndexOf('号');
            return end > 0 && DocumentNumbers.IsSerial(serial[..(end + 1)].ToString()) ? start + paper.Length + end + 1 : 0;
        }

        return 0;
    }

    private static void Add(Phrase work, Group issuers, TextSpan evidence, RelationSink sink)
    {
        foreach (var issuer in issuers.Members)
        {
            var relation = sink.Add(RelationType.Issued, issuer.Entity, work.Entity, evidence, evidence, "issued.cited-number", 0.9);
            if (issuers.Members.Count > 1 && relation is not null)
            {
                relation.Props.TryAdd("joint", true);
                relation.Props.TryAdd("issuers", issuers.Members.Count);
            }
        }
    }
}
