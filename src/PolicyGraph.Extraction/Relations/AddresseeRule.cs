using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// A paper that speaks to whom it is sent (甲局：你局《关于……的请示》收悉, 你市要加强管理) lays something down for that body; the request
/// that it quotes was issued by it.
/// </summary>
internal sealed class AddresseeRule : IRelationRule
{
    private const int LongestLead = 18;

    private const int MostAddressees = 3;

    /// <summary>The second part of 你省, 你局; 请你们 in a circular is said to nobody by name.</summary>
    private const string Bodies = "省市区县州旗委部局厅司署院会校所社行";

    private static readonly string[] Requests = ["请示", "函", "报告", "申请", "来函"];

    private static readonly string[] Replies = ["批复", "复函", "答复", "的函"];

    public void Read(Passage passage, RelationSink sink)
    {
        if (
            passage.Reading.Paper.HeadAt(passage.Span.Start) is not { Addressees: { } addressees } head
            || !passage.Between(passage.Span.Start, passage.Span.End).Contains('你')
        )
        {
            return;
        }

        var senders = Senders(passage.Reading.Paper, addressees);
        foreach (var request in passage.Named(EntityType.Policy))
        {
            foreach (var sender in senders.Count <= MostAddressees && IsYours(passage, request, senders.Count > 1) ? senders : [])
            {
                sink.Add(
                    RelationType.Issued,
                    sender.Entity!,
                    request.Entity!,
                    sender.Span.Union(request.Span),
                    request.Span,
                    "issued.request",
                    0.9
                );
            }

            if (
                head.Title == head.Number
                && request.Span.Of(passage.Text).Contains(Requests[0], StringComparison.Ordinal)
                && passage.Reading.Headings.Above(passage) is { } untitled
            )
            {
                Asked(passage, request, untitled, sink);
            }
        }

        if (
            senders.Count is > 0 and <= MostAddressees
            && Spoken(passage, head) is { } word
            && passage.Reading.Headings.Above(passage) is { } own
        )
        {
            foreach (var sender in senders)
            {
                sink.Add(RelationType.AppliesTo, own, sender.Entity!, sender.Span.Union(word), sender.Span, "applies.addressee", 0.85);
            }
        }
    }

    /// <summary>A reply without a title is about what the request in its first sentence is about.</summary>
    private static void Asked(Passage passage, Mention request, Entity reply, RelationSink sink)
    {
        foreach (var area in AppliesToRule.Areas(passage, request))
        {
            sink.Add(RelationType.AppliesTo, reply, area.Entity!, request.Span, area.Span, "applies.request", 0.8);
        }
    }

    private static List<Mention> Senders(Paper paper, TextSpan addressees) =>
        paper.Mentions.FindAll(m =>
            m is { Entity: not null, Inside: false }
            && Kinds.Actor.Has(m.Type)
            && addressees.Contains(m.Span)
            && !IsClass(paper.Text, m.Span, addressees)
        );

    /// <summary>国务院 in 国务院各有关部门.</summary>
    private static bool IsClass(string text, TextSpan name, TextSpan addressees) =>
        name.End < addressees.End && text[name.End] is '各' or '有' or '所'
        || name.Start > addressees.Start && text[name.Start - 1] == '各'
        || text[name.Start] == '各';

    /// <summary>你省, 你局; in a reply also 你们.</summary>
    private static TextSpan? Spoken(Passage passage, OfficialHead head)
    {
        var text = passage.Text;
        for (
            var at = text.IndexOf('你', passage.Span.Start, passage.Span.Length);
            at >= 0 && at + 1 < passage.Span.End;
            at = text.IndexOf('你', at + 1, passage.Span.End - at - 1)
        )
        {
            if (
                Bodies.Contains(text[at + 1], StringComparison.Ordinal)
                || text[at + 1] == '们' && text.AsSpan(0, head.Title.End).EndsWithAny(Replies)
            )
            {
                return new(at, at + 2);
            }
        }

        return null;
    }

    /// <summary>
    /// 你委《X》, 你省二〇三一年四月二日《X》 is the one addressee's; 你们《X》 is what several asked together.
    /// </summary>
    private static bool IsYours(Passage passage, Mention request, bool isJoint)
    {
        var before = passage.Between(Math.Max(passage.Span.Start, request.Span.Start - LongestLead), request.Span.Start);
        var isNext =
            (before.EndsWith("和") || before.EndsWith("、") || before.EndsWith("及"))
            && passage.Between(request.Span.End, passage.Span.End).Contains("收悉", StringComparison.Ordinal);
        return request.Span.Of(passage.Text).TrimEnd('》').EndsWithAny(Requests)
            && (
                isNext && !isJoint
                || before.LastIndexOf('你') is var you
                    && you >= 0
                    && !before[you..].ContainsAny("，。；：")
                    && (!isJoint || before[you..].StartsWith("你们"))
            );
    }
}
