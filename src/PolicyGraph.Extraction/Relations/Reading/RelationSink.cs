using PolicyGraph.Extraction.Linking;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>
/// Takes the relations that rules find. One relation a pair and type: a later find only adds the properties that the first one lacks, or
/// replaces it where it is surer.
/// </summary>
internal sealed class RelationSink
{
    private const int LongestEvidence = 150;

    private readonly Dictionary<Pair, int> _places;

    private readonly List<Relation> _found;

    /// <param name="entities">How many the paper names; about as many relations are expected.</param>
    public RelationSink(IEnumerable<Relation> known, int entities)
    {
        (_places, _found) = (new(entities), new(entities));
        foreach (var relation in known)
        {
            _places.TryAdd(new(relation.Type, relation.From, relation.To), _found.Count);
            _found.Add(relation);
        }
    }

    /// <summary>All relations, in the order in which their pairs were first found.</summary>
    public IReadOnlyList<Relation> Relations => _found;

    /// <param name="evidence">From the end named first to the end named last; cut to what reaches <paramref name="core"/> where it is too
    /// long.</param>
    /// <param name="core">What must be seen: the end that the rule found last, with its trigger.</param>
    public Relation? Add(RelationType type, Entity from, Entity to, TextSpan evidence, TextSpan core, string rule, double confidence)
    {
        if (from == to)
        {
            return null;
        }

        var key = Key(type, from, to);
        var isKnown = _places.TryGetValue(key, out var place);
        if (isKnown && _found[place].Confidence >= confidence)
        {
            return _found[place];
        }

        var relation = new Relation
        {
            Type = type,
            From = key.From,
            To = key.To,
            Evidence = Cut(evidence, core),
            Rule = rule,
            Confidence = confidence,
        };
        if (isKnown)
        {
            Fill(relation, _found[place]);
            _found[place] = relation;
        }
        else
        {
            _places[key] = _found.Count;
            _found.Add(relation);
        }

        return relation;
    }

    /// <summary>A post, whose title is kept with it.</summary>
    /// <param name="evidence">The post, its body and its holder.</param>
    public void AddPost(Entity person, Entity body, string title, TextSpan evidence, string rule, double confidence) =>
        Add(RelationType.HoldsPosition, person, body, evidence, evidence, rule, confidence)?.Props.TryAdd("title", title);

    private static void Fill(Relation relation, Relation known)
    {
        if (known.HasProps)
        {
            relation.Props.Fill(known.Props);
        }
    }

    private Pair Key(RelationType type, Entity from, Entity to) =>
        type == RelationType.CooperatesWith && _places.ContainsKey(new(type, to, from)) ? new(type, to, from) : new(type, from, to);

    private static TextSpan Cut(TextSpan evidence, TextSpan core)
    {
        if (evidence.Length <= LongestEvidence)
        {
            return evidence;
        }

        if (core.Length > LongestEvidence)
        {
            return new(core.Start, core.Start + LongestEvidence);
        }

        return core.Start > evidence.Start
            ? new(Math.Max(evidence.Start, core.End - LongestEvidence), core.End)
            : new(core.Start, Math.Min(evidence.End, core.Start + LongestEvidence));
    }

    private readonly record struct Pair(RelationType Type, Entity From, Entity To);
}
