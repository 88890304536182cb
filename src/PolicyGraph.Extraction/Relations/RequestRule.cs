using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>甲局：你局《关于……的请示》收悉: the request that a reply quotes was issued by the body that it is addressed to.</summary>
internal sealed class RequestRule : IRelationRule
{
    private const int LongestLead = 8;

    private static readonly string[] Requests = ["请示", "函", "报告", "申请", "来函"];

    public void Read(Passage passage, RelationSink sink)
    {
        if (passage.Reading.Paper.Official?.Addressees is not { } addressees)
        {
            return;
        }

        foreach (var request in passage.Named(EntityType.Policy))
        {
            if (IsYours(passage, request) && Senders(passage.Reading.Paper, addressees) is [{ Entity: { } sender } only])
            {
                sink.Add(RelationType.Issued, sender, request.Entity!, only.Span.Union(request.Span), request.Span, "issued.request", 0.9);
            }
        }
    }

    private static List<Mention> Senders(Paper paper, TextSpan addressees) =>
        paper.Mentions.FindAll(m => m is { Entity: not null, Inside: false } && Kinds.Actor.Has(m.Type) && addressees.Contains(m.Span));

    private static bool IsYours(Passage passage, Mention request)
    {
        var before = passage.Between(Math.Max(passage.Span.Start, request.Span.Start - LongestLead), request.Span.Start);
        var name = request.Span.Of(passage.Text).TrimEnd('》');
        return before.LastIndexOf('你') is var you && you >= 0 && !before[you..].ContainsAny("，。；：") && name.EndsWithAny(Requests);
    }
}
