using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>A sentence as the rules read it: names, lists of names, trigger words. All spans are positions of the squeezed text.</summary>
internal sealed class Passage
{
    // What it names and which triggers it has: most passages have nothing of what a rule asks for, and are then passed over at once.
    private Kinds _named;
    private Kinds _inner;
    private Kinds _listed;
    private uint _cues;

    public required PaperReading Reading { get; init; }

    public required Sentence Sentence { get; init; }

    /// <summary>Its place among the paper's passages.</summary>
    public required int Index { get; init; }

    /// <summary>The names that lie in no other name, in the order of the text.</summary>
    public List<Mention> Mentions { get; } = [];

    /// <summary>The names inside other names, in the order of the text.</summary>
    public List<Mention> Inner { get; } = [];

    /// <summary>The lists of names, one alone being a list too, in the order of the text.</summary>
    public List<Group> Groups { get; } = [];

    /// <summary>Those that lie in no name.</summary>
    public List<Trigger> Triggers { get; } = [];

    public string Text => Reading.Text;

    public TextSpan Span => Sentence.Span;

    /// <summary>The triggers of some cues, in the order of the text.</summary>
    public KindSelection<Trigger> Of(params ReadOnlySpan<Cue> cues)
    {
        var asked = 0u;
        foreach (var cue in cues)
        {
            asked |= Bit(cue);
        }

        return new(Triggers, static t => Bit(t.Cue), asked & _cues);
    }

    /// <summary>The names of a type that lie in no other name.</summary>
    public KindSelection<Mention> Named(EntityType type) => Names(Mentions, type, _named);

    /// <summary>The names of a type inside other names.</summary>
    public KindSelection<Mention> NamedInside(EntityType type) => Names(Inner, type, _inner);

    /// <summary>The lists of names of one of the kinds.</summary>
    public KindSelection<Group> Lists(Kinds kinds) => new(Groups, static g => (uint)g.Members[0].Type.Kind(), (uint)(kinds & _listed));

    public void Add(Mention mention)
    {
        var kind = mention.Type.Kind();
        (_named, _inner) = mention.Inside ? (_named, _inner | kind) : (_named | kind, _inner);
        (mention.Inside ? Inner : Mentions).Add(mention);
    }

    public void Add(Group group)
    {
        _listed |= group.Members[0].Type.Kind();
        Groups.Add(group);
    }

    public void Add(Trigger trigger)
    {
        _cues |= Bit(trigger.Cue);
        Triggers.Add(trigger);
    }

    /// <summary>The text from one position to another, as far as there is any; empty where they are out of order.</summary>
    public ReadOnlySpan<char> Between(int start, int end) =>
        Math.Min(end, Text.Length) is var last && last > start ? Text.AsSpan(start, last - start) : [];

    /// <summary>True where <paramref name="word"/> ends right before <paramref name="position"/>.</summary>
    public bool EndsBefore(int position, string word) => Between(Span.Start, position).EndsWith(word);

    /// <summary>The names inside <paramref name="outer"/>.</summary>
    public IEnumerable<Mention> Within(Mention outer)
    {
        if (Inner.Count == 0)
        {
            return [];
        }

        var first = First(Inner, outer.Span.Start, static m => m.Span.Start);
        return first < Inner.Count && Inner[first].Span.Start < outer.Span.End ? Within(outer, first) : [];
    }

    /// <summary>The events at which a talk was given, as its title says: 在甲会上的报告.</summary>
    public IEnumerable<Mention> VenuesIn(Mention talk) =>
        Within(talk)
            .Where(m =>
                m.Type == EntityType.Event && EndsBefore(m.Span.Start, "在") && Between(m.Span.End, talk.Span.End).StartsWith("上的")
            );

    /// <summary>True where one of the words ends right before <paramref name="position"/>.</summary>
    public bool EndsBefore(int position, string[] words) => Between(Span.Start, position).EndsWithAny(words);

    /// <summary>
    /// X示范基地名单, X（简称“Y”）建设高校名单: what stands at a position goes on, within its clause, to a list of who is in it.
    /// </summary>
    public bool IsOnList(int position)
    {
        var rest = Between(position, Span.End);
        var stop = rest.IndexOfAny("，。；：");
        return (stop < 0 ? rest : rest[..stop]).EndsWith("名单");
    }

    /// <summary>True where a name of the type lies in no other name.</summary>
    public bool Names(EntityType type) => _named.Has(type);

    public bool NamesAnywhere(EntityType type) => (_named | _inner).Has(type);

    /// <summary>Index of the last list that ends at or before <paramref name="position"/>; -1 where none does.</summary>
    public int LastGroupBefore(int position) => First(Groups, position + 1, static g => g.Span.End) - 1;

    /// <summary>Index of the first list that starts at or after <paramref name="position"/>; the count of lists where none does.</summary>
    public int FirstGroupFrom(int position) => First(Groups, position, static g => g.Span.Start);

    private static uint Bit(Cue cue) => 1u << (int)cue;

    private IEnumerable<Mention> Within(Mention outer, int first)
    {
        for (var i = first; i < Inner.Count && Inner[i].Span.Start < outer.Span.End; i++)
        {
            if (Inner[i].Span.End <= outer.Span.End && Inner[i].Entity != outer.Entity)
            {
                yield return Inner[i];
            }
        }
    }

    private static KindSelection<Mention> Names(List<Mention> mentions, EntityType type, Kinds named) =>
        new(mentions, static m => (uint)m.Type.Kind(), (uint)(named & type.Kind()));

    private static int First<T>(List<T> items, int least, Func<T, int> key)
    {
        var (low, high) = (0, items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = key(items[middle]) >= least ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
