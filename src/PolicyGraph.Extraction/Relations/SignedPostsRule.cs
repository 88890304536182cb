using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// 局长：王某, 市长王某, on a line of its own under an order: who signs it holds the post at the body that issues it, or at the place which
/// that governs (GB/T 9704-2012, section 7.3.5: 签发人职务、签名).
/// </summary>
internal sealed class SignedPostsRule : IRelationRule
{
    private const int LongestLine = 32;

    /// <summary>How a day begins that stands behind the name.</summary>
    private const string Days = "0123456789二一";

    /// <summary>With what the name of a body ends whose head bears the title.</summary>
    private static readonly (string Title, string[] Ends)[] Heads =
    [
        ("部长", ["部"]),
        ("局长", ["局"]),
        ("署长", ["署"]),
        ("厅长", ["厅"]),
        ("行长", ["银行"]),
        ("院长", ["院"]),
        ("审计长", ["署"]),
        ("主任", ["委员会", "办公室", "室"]),
        ("主席", ["委员会", "会"]),
        ("总理", ["国务院"]),
    ];

    public void Read(Passage passage, RelationSink sink)
    {
        if (passage.Reading.Paper.Official is null || !passage.Names(EntityType.Person))
        {
            return;
        }

        foreach (var signer in passage.Named(EntityType.Person))
        {
            var title = Title(passage, signer, out var named);
            if (title.Length > 0 && (named ?? Holder(passage, title.Of(passage.Text))) is { } body)
            {
                sink.AddPost(signer.Entity!, body, title.Of(passage.Text), title.Union(signer.Span), "position.signed", 0.9);
            }
        }
    }

    /// <summary>
    /// The posts between the start of the signer's line, or the body that it begins with, and the name; empty where the line holds anything
    /// else.
    /// </summary>
    /// <param name="named">That body, or null.</param>
    private static TextSpan Title(Passage passage, Mention signer, out Entity? named)
    {
        var source = passage.Reading.Paper.Source;
        var start = signer.Span.Start;
        while (start > 0 && signer.Span.Start - start <= LongestLine && source.GapBefore(start) != Gap.Line)
        {
            start--;
        }

        named = null;
        if (
            passage.Named(EntityType.Agency).FirstOrDefault(body => body.Span.Start == start && body.Span.End < signer.Span.Start) is
            { } first
        )
        {
            (named, start) = (first.Entity, first.Span.End);
        }

        var end = passage.Text.AsSpan(0, signer.Span.Start).EndsWith("：") ? signer.Span.Start - 1 : signer.Span.Start;
        var isLine =
            signer.Span.End == passage.Text.Length
            || source.GapBefore(signer.Span.End) == Gap.Line
            || Days.Contains(passage.Text[signer.Span.End], StringComparison.Ordinal);
        return isLine && end > start && Titles.LengthOfPosts(passage.Text.AsSpan(start, end - start)) == end - start
            ? new(start, end)
            : default;
    }

    /// <summary>Where the post is held: the one issuer, or the one of several whose head bears such a title; null where none is.</summary>
    private static Entity? Holder(Passage passage, string title)
    {
        var issuers = passage
            .Reading.Paper.Relations.Where(r => r is { Type: RelationType.Issued, Rule: OwnPaper.Rule })
            .Select(r => r.From)
            .Distinct()
            .ToList();
        if (PlaceOffices.Level(title) is { } level)
        {
            return issuers.ConvertAll(issuer => passage.Reading.Offices.Of(issuer, level, isApart: true)).Find(place => place is not null);
        }

        var ends = Array.Find(Heads, head => title.EndsWith(head.Title, StringComparison.Ordinal)).Ends;
        var fitting = ends is null ? [] : issuers.FindAll(issuer => issuer.Name.EndsWithAny(ends));
        return fitting is [var only] ? only : null;
    }
}
