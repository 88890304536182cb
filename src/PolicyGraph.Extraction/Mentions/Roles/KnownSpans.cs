using System.Buffers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Roles;

/// <summary>The bodies found so far, by where they begin and end.</summary>
internal sealed class KnownSpans : IDisposable
{
    private const int None = -1;

    private readonly List<Mention> _bodies;

    private readonly PositionSet _starts;

    private readonly PositionSet _ends;

    private readonly PositionSet _inside;

    // Lent. By position, the first of the bodies there, where the sets say that there is one; by body, the next at its start or end.
    private readonly int[] _firstAtStart;
    private readonly int[] _firstAtEnd;
    private readonly int[] _nextAtStart;
    private readonly int[] _nextAtEnd;

    public KnownSpans(Paper paper)
    {
        var length = paper.Text.Length;
        _bodies = paper.Mentions.FindAll(static m =>
            m.Type is EntityType.Agency or EntityType.Organization or EntityType.Zone or EntityType.Place
        );
        (_starts, _ends, _inside) = (new(length), new(length), new(length));
        (_firstAtStart, _firstAtEnd) = (ArrayPool<int>.Shared.Rent(length + 1), ArrayPool<int>.Shared.Rent(length + 1));
        (_nextAtStart, _nextAtEnd) = (ArrayPool<int>.Shared.Rent(_bodies.Count), ArrayPool<int>.Shared.Rent(_bodies.Count));
        for (var i = _bodies.Count - 1; i >= 0; i--)
        {
            var span = _bodies[i].Span;
            Push(_starts, _firstAtStart, _nextAtStart, span.Start, i);
            Push(_ends, _firstAtEnd, _nextAtEnd, span.End, i);
            _inside.Add(span);
        }
    }

    /// <summary>The mentions that end at a position.</summary>
    public IReadOnlyList<Mention> EndingAt(int end) => _ends.Contains(end) ? Chain(_firstAtEnd[end], _nextAtEnd) : [];

    /// <summary>The mentions that begin at a position.</summary>
    public IReadOnlyList<Mention> StartingAt(int start) => _starts.Contains(start) ? Chain(_firstAtStart[start], _nextAtStart) : [];

    public bool StartsAt(int start, EntityType type) => StartingAt(start).Any(m => m.Type == type);

    /// <summary>True where a known name fills the span.</summary>
    public bool Fills(TextSpan span) => StartingAt(span.Start).Any(m => m.Span == span);

    /// <summary>True where a character belongs to a known name.</summary>
    public bool IsInside(int position) => _inside.Contains(position);

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

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_firstAtStart);
        ArrayPool<int>.Shared.Return(_firstAtEnd);
        ArrayPool<int>.Shared.Return(_nextAtStart);
        ArrayPool<int>.Shared.Return(_nextAtEnd);
    }

    private static void Push(PositionSet places, int[] first, int[] next, int position, int body)
    {
        next[body] = places.TryAdd(position) ? None : first[position];
        first[position] = body;
    }

    private List<Mention> Chain(int first, int[] next)
    {
        var chain = new List<Mention>(1);
        for (var i = first; i != None; i = next[i])
        {
            chain.Add(_bodies[i]);
        }

        return chain;
    }
}
