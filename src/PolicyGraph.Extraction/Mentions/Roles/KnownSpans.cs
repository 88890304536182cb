using System.Runtime.InteropServices;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Roles;

/// <summary>The bodies found so far, by where they begin and end.</summary>
internal sealed class KnownSpans
{
    private readonly Dictionary<int, Mention[]> _byStart;

    private readonly Dictionary<int, Mention[]> _byEnd;

    private readonly PositionSet _inside;

    public KnownSpans(Paper paper)
    {
        (_byStart, _byEnd) = (new(paper.Mentions.Count), new(paper.Mentions.Count));
        _inside = new(paper.Text.Length);
        foreach (
            var mention in paper.Mentions.Where(m =>
                m.Type is EntityType.Agency or EntityType.Organization or EntityType.Zone or EntityType.Place
            )
        )
        {
            Add(_byStart, mention.Span.Start, mention);
            Add(_byEnd, mention.Span.End, mention);
            _inside.Add(mention.Span);
        }
    }

    /// <summary>The mentions that end at a position.</summary>
    public IReadOnlyList<Mention> EndingAt(int end) => _byEnd.GetValueOrDefault(end) ?? [];

    /// <summary>The mentions that begin at a position.</summary>
    public IReadOnlyList<Mention> StartingAt(int start) => _byStart.GetValueOrDefault(start) ?? [];

    public bool StartsAt(int start, EntityType type) => StartingAt(start).Any(m => m.Type == type);

    /// <summary>True where a known name fills the span.</summary>
    public bool Fills(TextSpan span) => StartingAt(span.Start).Any(m => m.Span == span);

    /// <summary>True where a character belongs to a known name.</summary>
    public bool IsInside(int position) => _inside.Contains(position);

    // Nearly all places have one.
    private static void Add(Dictionary<int, Mention[]> index, int position, Mention mention)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(index, position, out _);
        known = [.. known ?? [], mention];
    }

    /// <summary>
    /// True where a known body ends before the bracket that ends the name: 甲协会（ABC） is the body with its second name, 甲之星（某地） a
    /// branch of it.
    /// </summary>
    public bool FillsBracket(string text, TextSpan name) =>
        text[name.End - 1] == '）'
        && text.LastIndexOf('（', name.End - 1, name.Length) is var open and > 0
        && (
            char.IsAsciiLetter(text[open + 1])
            || Fills(new(open + 1, name.End - 1)) && StartingAt(open + 1).Any(m => m.Type != EntityType.Place)
        )
        && EndingAt(open).Any(m => m.Span.Start == name.Start);
}
