using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Conformance.Plain;

/// <summary>Steps and conditions, each as its doc comment says it.</summary>
public sealed class PlainFilters(Parameters parameters)
{
    /// <summary>The neighbours over a step, in no order; an edge from a node to itself is met once where either way will do.</summary>
    public static IEnumerable<PlainRow> Follow(PlainNode node, Step step)
    {
        foreach (var edge in node.Edges.Where(edge => step.Types.Count == 0 ? edge.Type.IsFact : step.Types.Contains(edge.Type.Name)))
        {
            var isOut = edge.From == node && step.Direction != Direction.In;
            var isIn = edge.To == node && (step.Direction == Direction.In || (step.Direction == Direction.Both && edge.From != edge.To));
            if (isOut && IsTarget(edge.To, step))
            {
                yield return new PlainRow(edge.To, edge, IsIncoming: false);
            }

            if (isIn && IsTarget(edge.From, step))
            {
                yield return new PlainRow(edge.From, edge, IsIncoming: true);
            }
        }
    }

    private static bool IsTarget(PlainNode node, Step step) => step.Target.Count == 0 || step.Target.Contains(node.Label);

    public bool Fits(PlainThing? thing, Filter? filter) =>
        filter switch
        {
            null => true,
            AllOf all => all.Filters.All(inner => Fits(thing, inner)),
            AnyOf any => any.Filters.Any(inner => Fits(thing, inner)),
            Not not => !Fits(thing, not.Filter),
            PropertyFilter property => Compare(
                thing?.Values.GetValueOrDefault(property.Property),
                property.Comparison,
                parameters[property.Value]
            ),
            NameFilter name => FitsName((PlainNode)thing!, name),
            LabelFilter labels => labels.Labels.Contains(((PlainNode)thing!).Label),
            RelationFilter relation => FitsRelation((PlainNode)thing!, relation),
            RelationCountFilter count => Compare(
                (decimal)Follow((PlainNode)thing!, count.Step).Count(row => Fits(row.Node, count.Node) && Fits(row.Edge, count.Edge)),
                count.Comparison,
                parameters[count.Value]
            ),
            DocumentCountFilter count => Compare((decimal)(thing?.Documents.Count() ?? 0), count.Comparison, parameters[count.Value]),
            OnlyEvidenceFilter only => thing?.Documents.ToList() is [var document] && document == parameters.Text(only.Document),
            EvidenceFilter { Document: null, Row: PropertyFilter { Property: "rule" } rule } => thing?.Evidence.Any(row =>
                Compare(row.Fact.Rule.Length == 0 ? null : row.Fact.Rule, rule.Comparison, parameters[rule.Value])
            ) == true,
            _ => throw new NotSupportedException(filter.ToString()),
        };

    public static bool Compare(object? value, Comparison comparison, object? wanted) =>
        comparison switch
        {
            Comparison.IsNull => value is null == (bool)wanted!,
            Comparison.NotEqual => value is null || !Compare(value, Comparison.Equal, wanted),
            _ when value is null => false,
            Comparison.In => ((IEnumerable<object?>)wanted!).Any(one => Compare(value, Comparison.Equal, one)),
            _ when value is List<string> list => list.Exists(one => Compare(one, comparison, wanted)),
            Comparison.Contains => value is string text && text.Contains((string)wanted!, StringComparison.Ordinal),
            Comparison.StartsWith => value is string text && text.StartsWith((string)wanted!, StringComparison.Ordinal),
            Comparison.EndsWith => value is string text && text.EndsWith((string)wanted!, StringComparison.Ordinal),
            _ => Order(value, wanted) is { } order
                && comparison switch
                {
                    Comparison.Equal => order == 0,
                    Comparison.Greater => order > 0,
                    Comparison.AtLeast => order >= 0,
                    Comparison.Less => order < 0,
                    _ => order <= 0,
                },
        };

    /// <summary>The order of two values of the same kind; null where they are of different kinds.</summary>
    public static int? Order(object value, object? other) =>
        (value, other) switch
        {
            (string left, string right) => string.CompareOrdinal(left, right),
            (decimal left, decimal right) => left.CompareTo(right),
            (decimal left, long right) => left.CompareTo(right),
            (bool left, bool right) => left.CompareTo(right),
            _ => null,
        };

    private bool FitsName(PlainNode node, NameFilter filter)
    {
        var names = new List<string>();
        names.AddRange(node.Values.TryGetValue("name", out var name) ? [(string)name] : []);
        names.AddRange(node.Values.TryGetValue("aliases", out var aliases) ? (List<string>)aliases : []);
        var wanted = parameters[filter.Value];
        return filter.Comparison switch
        {
            Comparison.IsNull => name is null == (bool)wanted!,
            Comparison.NotEqual => !names.Contains((string)wanted!),
            _ => names.Exists(one =>
                Compare(one, filter.Comparison, wanted) || Compare(NameFolding.Fold(one), filter.Comparison, Folded(wanted))
            ),
        };
    }

    private static object? Folded(object? wanted) =>
        wanted switch
        {
            string text => NameFolding.Fold(text),
            IEnumerable<object?> list => list.Select(Folded).ToList(),
            _ => wanted,
        };

    private bool FitsRelation(PlainNode node, RelationFilter filter)
    {
        var rows = Follow(node, filter.Step).ToList();
        bool FitsRow(PlainRow row) => Fits(row.Node, filter.Node) && Fits(row.Edge, filter.Edge);
        return filter.Quantifier switch
        {
            Quantifier.Some => rows.Exists(FitsRow),
            Quantifier.None => !rows.Exists(FitsRow),
            _ => rows.TrueForAll(FitsRow),
        };
    }
}
