using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>A whole paper as the rules read it, with what a sentence may point back to.</summary>
internal sealed class PaperReading
{
    private const int LongestPassage = 1500;

    private const string Committee = "管理委员会";

    private const string Party = "中国共产党";

    private const string PartyCommittee = "委员会";

    private const int AnaphorReach = 8;

    private const int FirstReach = 120;

    /// <summary>Shorter names (论坛) begin others by chance.</summary>
    private const int ShortestEventName = 5;

    private readonly List<Passage> _passages = [];

    /// <summary>A body's shorter names (江桥 of 江桥集团) begin others by chance.</summary>
    private const int ShortestBodyName = 4;

    private readonly Dictionary<string, Entity> _events = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Entity> _bodies = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Entity> _zones = new(StringComparer.Ordinal);

    private readonly Dictionary<Entity, Entity?> _wholes = [];

    public PaperReading(Paper paper)
    {
        Paper = paper;
        Text = paper.Text;
        var triggers = TriggerScanner.Find(Text);
        var (mention, trigger) = (0, 0);
        foreach (var sentence in paper.Sentences)
        {
            // No real sentence is so long; one that is would make every rule slow, so it is read in pieces.
            for (var start = sentence.Span.Start; start < sentence.Span.End; start += LongestPassage)
            {
                var piece = new TextSpan(start, Math.Min(sentence.Span.End, start + LongestPassage));
                Add(
                    new()
                    {
                        Reading = this,
                        Sentence = sentence with { Span = piece },
                        Index = _passages.Count,
                    },
                    triggers,
                    ref mention,
                    ref trigger
                );
            }
        }

        Headings = new Headings(_passages, paper);
        Offices = new PlaceOffices(paper);
        foreach (var named in paper.Entities)
        {
            if (named.Type == EntityType.Zone)
            {
                _zones.TryAdd(named.Name, named);
                _zones.TryAdd(named.Mentions[0].Name, named);
            }

            (
                named.Type == EntityType.Event ? _events
                : Kinds.Actor.Has(named.Type) ? _bodies
                : null
            )?.TryAdd(named.Name, named);
            if (named.Name.StartsWith(Party, StringComparison.Ordinal) && named.Name.EndsWith(PartyCommittee, StringComparison.Ordinal))
            {
                _bodies.TryAdd($"中共{named.Name[Party.Length..^PartyCommittee.Length]}委", named);
            }
        }
    }

    public Paper Paper { get; }

    /// <summary>The policies that headings name; what a sentence under them means by 本办法 or is a task of.</summary>
    public Headings Headings { get; }

    public PlaceOffices Offices { get; }

    /// <summary>
    /// The squeezed text with one spelling for the comma, since newspapers set it either way; position for position the paper's own.
    /// </summary>
    public string Text { get; }

    public IReadOnlyList<Passage> Passages => _passages;

    /// <summary>The nearest entity of a type that the article named before <paramref name="position"/>; null where it named none.</summary>
    /// <param name="reach">How many sentences back to look.</param>
    public Mention? Before(Passage passage, int position, EntityType type, int reach) =>
        Before(passage, position, m => m.Type == type, reach);

    /// <summary>
    /// The nearest name that <paramref name="fits"/>, in no other name, before <paramref name="position"/> in the article; null where there
    /// is none.
    /// </summary>
    /// <param name="reach">How many sentences back to look.</param>
    public Mention? Before(Passage passage, int position, Predicate<Mention> fits, int reach)
    {
        for (var i = passage.Index; i >= 0 && passage.Index - i <= reach && _passages[i].Sentence.Article == passage.Sentence.Article; i--)
        {
            if (_passages[i].Mentions.FindLast(m => m.Span.End <= position && fits(m)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>
    /// The organization or zone named last before <paramref name="position"/>, in its article, whose name ends with a word; null where none
    /// does within a few sentences.
    /// </summary>
    public Entity? LastEndingWith(Passage passage, int position, string word) =>
        Before(
            passage,
            position,
            m => m.Type is EntityType.Organization or EntityType.Zone && m.Span.Of(Text).EndsWith(word, StringComparison.Ordinal),
            AnaphorReach
        )?.Entity;

    /// <summary>
    /// The first entity of a type that the article names before a passage, some pages back at most; null where it names none.
    /// </summary>
    public Mention? First(Passage passage, EntityType type) => First(passage, m => m.Type == type);

    /// <summary>
    /// The first name that <paramref name="fits"/> in the article before a passage, some pages back at most; null where there is none.
    /// </summary>
    public Mention? First(Passage passage, Predicate<Mention> fits)
    {
        for (var i = Math.Max(0, passage.Index - FirstReach); i < passage.Index; i++)
        {
            if (_passages[i].Sentence.Article == passage.Sentence.Article && _passages[i].Mentions.Find(fits) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The zone that a committee's official name begins with; null where the paper names none.</summary>
    public Entity? ZoneOf(Entity committee) =>
        committee.Name.EndsWith(Committee, StringComparison.Ordinal) ? _zones.GetValueOrDefault(committee.Name[..^Committee.Length]) : null;

    /// <summary>The agency or organization of a name; null where the paper names none such.</summary>
    public Entity? Body(string name) => _bodies.GetValueOrDefault(name);

    /// <summary>
    /// The event whose name the name of <paramref name="unit"/> begins with and goes on from (甲论坛 in 甲论坛发布会); the longest such, or
    /// null.
    /// </summary>
    public Entity? EventThatBegins(Mention unit) => ThatBegins(_events, unit.Entity!, ShortestEventName);

    /// <summary>
    /// The body of the paper whose name the official name of <paramref name="unit"/> begins with (甲省人民政府 of 甲省人民政府办公厅); the
    /// longest such, or null.
    /// </summary>
    public Entity? BodyThatBegins(Entity unit)
    {
        if (!Kinds.Actor.Has(unit.Type))
        {
            return null;
        }

        // Bodies are named again and again.
        if (!_wholes.TryGetValue(unit, out var whole))
        {
            whole = ThatBegins(_bodies, unit, ShortestBodyName);
            whole = unit.Type == EntityType.Organization || whole?.Type == EntityType.Agency ? whole : null;
            _wholes.Add(unit, whole);
        }

        return whole;
    }

    private static Entity? ThatBegins(Dictionary<string, Entity> known, Entity unit, int shortest)
    {
        var names = known.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = unit.Name.Length - 1; length >= shortest; length--)
        {
            if (names.TryGetValue(unit.Name.AsSpan(0, length), out var whole) && whole != unit)
            {
                return whole;
            }
        }

        return null;
    }

    private void Add(Passage passage, List<Trigger> triggers, ref int mention, ref int trigger)
    {
        for (; mention < Paper.Mentions.Count && Paper.Mentions[mention].Span.Start < passage.Span.End; mention++)
        {
            if (Paper.Mentions[mention] is { Entity: not null } named)
            {
                passage.Add(named);
            }
        }

        AddOutside(triggers, ref trigger, passage);
        if (passage.Mentions.Count > 0)
        {
            GroupReader.Read(passage, Paper.Source, PhraseReader.Read(Text, passage.Mentions));
        }

        _passages.Add(passage);
    }

    // A trigger inside a name says nothing of its own.
    private static void AddOutside(List<Trigger> triggers, ref int next, Passage passage)
    {
        var (mentions, mention) = (passage.Mentions, 0);
        for (; next < triggers.Count && triggers[next].Span.Start < passage.Span.End; next++)
        {
            var span = triggers[next].Span;
            while (mention < mentions.Count && mentions[mention].Span.End <= span.Start)
            {
                mention++;
            }

            if (mention == mentions.Count || !mentions[mention].Span.Overlaps(span))
            {
                passage.Add(triggers[next]);
            }
        }
    }
}
