using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Validation;

/// <content>Collecting fields and comparing two of them: SameResponseShape() and SameArguments().</content>
internal sealed partial class FieldSelectionMerging
{
    private readonly Dictionary<(TypeDefinition?, SelectionSetNode), FieldSet> _collected = new(new CollectedComparer());
    private readonly Dictionary<ValueNode, string> _printed = new(ReferenceEqualityComparer.Instance);

    private FieldSet Collect(FragmentNode fragment) =>
        Collect(Context.Schema.Find(fragment.TypeCondition.Name.Value), fragment.SelectionSet);

    private FieldSet Collect(TypeDefinition? parent, SelectionSetNode set)
    {
        if (!_collected.TryGetValue((parent, set), out var fields))
        {
            _collected[(parent, set)] = fields = new FieldSet();
            Collect(parent, set, fields);
        }

        return fields;
    }

    private void Collect(TypeDefinition? parent, SelectionSetNode set, FieldSet fields)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    fields.Add(new SelectedField(parent, field, (parent as FieldsType)?.Fields.GetValueOrDefault(field.Name.Value)));
                    break;
                case FragmentSpreadNode spread when !fields.Fragments.Contains(spread.Name.Value):
                    fields.Fragments.Add(spread.Name.Value);
                    break;
                case InlineFragmentNode inline:
                    Collect(
                        inline.TypeCondition is { } condition ? Context.Schema.Find(condition.Name.Value) : parent,
                        inline.SelectionSet,
                        fields
                    );
                    break;
            }
        }
    }

    private Conflict? Compare(string key, SelectedField left, SelectedField right, bool isExclusive)
    {
        Spend(2);
        var (a, b) = (left.Node, right.Node);
        isExclusive =
            isExclusive || (!ReferenceEquals(left.Parent, right.Parent) && left.Parent is ObjectType && right.Parent is ObjectType);
        if (!isExclusive && Difference(a, b) is { } difference)
        {
            return new Conflict(key, difference, [a], [b]);
        }

        if (left.Definition?.Type is { } leftType && right.Definition?.Type is { } rightType && TypesConflict(leftType, rightType))
        {
            return new Conflict(key, $"they return conflicting types \"{leftType}\" and \"{rightType}\"", [a], [b]);
        }

        if (a.SelectionSet is null || b.SelectionSet is null)
        {
            return null;
        }

        var inner = FindBetween(
            Collect(left.Definition?.Type.Definition, a.SelectionSet),
            Collect(right.Definition?.Type.Definition, b.SelectionSet),
            isExclusive
        );
        return inner.Count == 0
            ? null
            : new Conflict(key, Reason(inner), Nodes(a, inner, conflict => conflict.Left), Nodes(b, inner, conflict => conflict.Right));
    }

    private string? Difference(FieldNode a, FieldNode b)
    {
        if (!string.Equals(a.Name.Value, b.Name.Value, StringComparison.Ordinal))
        {
            return $"\"{Shorten(a.Name.Value)}\" and \"{Shorten(b.Name.Value)}\" are different fields";
        }

        return SameArguments(a.Arguments, b.Arguments) ? null : "they have differing arguments";
    }

    private bool SameArguments(IReadOnlyList<ArgumentNode> left, IReadOnlyList<ArgumentNode> right)
    {
        Spend(left.Count);
        return left.Count == right.Count
            && left.All(argument =>
                right.LastOrDefault(other => string.Equals(other.Name.Value, argument.Name.Value, StringComparison.Ordinal)) is { } match
                && string.Equals(Canonical(argument.Value), Canonical(match.Value), StringComparison.Ordinal)
            );
    }

    /// <summary>A value as text in which the order of an input object's fields is no difference.</summary>
    private string Canonical(ValueNode value)
    {
        if (!_printed.TryGetValue(value, out var text))
        {
            _printed[value] = text = value switch
            {
                ObjectValueNode fields =>
                    $"{{{string.Join(',', fields.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal).Select(field => $"{field.Name.Value}:{Canonical(field.Value)}"))}}}",
                ListValueNode list => $"[{string.Join(',', list.Items.Select(Canonical))}]",
                StringValueNode { IsBlock: true } block => $"\"\"\"{Printer.Quote(block.Value)}",
                _ => Printer.Print(value),
            };
        }

        return text;
    }

    private static bool TypesConflict(SchemaType left, SchemaType right) =>
        (left, right) switch
        {
            (ListType a, ListType b) => TypesConflict(a.Item, b.Item),
            (ListType, _) or (_, ListType) => true,
            (NonNullType a, NonNullType b) => TypesConflict(a.Inner, b.Inner),
            (NonNullType, _) or (_, NonNullType) => true,
            _ => (left.Definition.IsLeaf || right.Definition.IsLeaf) && !ReferenceEquals(left, right),
        };

    private static string Reason(List<Conflict> conflicts) =>
        Shorten(
            string.Join(" and ", conflicts.Select(conflict => $"subfields \"{Shorten(conflict.Key)}\" conflict because {conflict.Reason}"))
        );

    private static List<FieldNode> Nodes(FieldNode node, List<Conflict> conflicts, Func<Conflict, IReadOnlyList<FieldNode>> side)
    {
        var nodes = new List<FieldNode> { node };
        foreach (var conflict in conflicts.Select(side))
        {
            nodes.AddRange(conflict.Skip(Math.Max(0, conflict.Count - (MaxNodes - nodes.Count))));
        }

        return nodes;
    }

    private sealed record SelectedField(TypeDefinition? Parent, FieldNode Node, FieldDefinition? Definition);

    /// <summary>The fields of a selection set by response key, inline fragments resolved, and the fragments that it spreads.</summary>
    private sealed class FieldSet
    {
        public OrderedDictionary<string, List<SelectedField>> Groups { get; } = [];

        public List<string> Fragments { get; } = [];

        /// <summary>The fragments that it was compared with; true where only as fields that cannot meet.</summary>
        public Dictionary<string, bool> Compared { get; } = [];

        public void Add(SelectedField field)
        {
            Groups.TryAdd(field.Node.ResponseKey, []);
            Groups[field.Node.ResponseKey].Add(field);
        }
    }

    private sealed class CollectedComparer : IEqualityComparer<(TypeDefinition? Parent, SelectionSetNode Set)>
    {
        public bool Equals((TypeDefinition? Parent, SelectionSetNode Set) x, (TypeDefinition? Parent, SelectionSetNode Set) y) =>
            ReferenceEquals(x.Parent, y.Parent) && ReferenceEquals(x.Set, y.Set);

        public int GetHashCode((TypeDefinition? Parent, SelectionSetNode Set) obj) =>
            HashCode.Combine(obj.Parent, System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Set));
    }
}
