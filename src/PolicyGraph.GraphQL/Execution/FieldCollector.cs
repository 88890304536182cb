using System.Runtime.CompilerServices;
using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>
/// The fields that a selection set asks of one object type, fragments resolved, grouped by response key. Specification section 6.3.2,
/// CollectFields(). <c>@skip</c> and <c>@include</c> on variables become conditions instead of decisions.
/// </summary>
/// <param name="variables">As bound to one structure; by name.</param>
internal sealed class FieldCollector(Schema schema, DocumentNode document, IReadOnlyDictionary<string, ArgumentValue?> variables)
{
    private readonly Dictionary<string, FragmentNode> _fragments = document
        .Definitions.OfType<FragmentNode>()
        .ToDictionary(fragment => fragment.Name.Value);

    /// <summary>
    /// The fields by response key, in the order of their first occurrence.
    /// </summary>
    /// <exception cref="AmbiguousOrderException">Which occurrence comes first depends on a variable.</exception>
    /// <exception cref="GraphQLException">A condition is null.</exception>
    public OrderedDictionary<string, List<Occurrence>> Collect(ObjectType type, IEnumerable<SelectionSource> sources)
    {
        var groups = new OrderedDictionary<string, List<Occurrence>>();
        var visited = new Dictionary<string, List<Conditions>>();
        foreach (var source in sources)
        {
            Collect(type, source, groups, visited);
        }

        return groups;
    }

    private void Collect(
        ObjectType type,
        SelectionSource source,
        OrderedDictionary<string, List<Occurrence>> groups,
        Dictionary<string, List<Conditions>> visited
    )
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var selection in source.Set.Selections)
        {
            if (Narrow(source.Conditions, selection.Directives) is not { } conditions)
            {
                continue;
            }

            if (selection is FieldNode field)
            {
                Add(groups, new Occurrence(field, conditions));
            }
            else if (Resolve(type, selection, conditions, visited) is { } inner)
            {
                Collect(type, new SelectionSource(inner, conditions), groups, visited);
            }
        }
    }

    /// <summary>The fragment's selections, if it applies to the type and was not taken in already under the same conditions.</summary>
    private SelectionSetNode? Resolve(
        ObjectType type,
        SelectionNode selection,
        Conditions conditions,
        Dictionary<string, List<Conditions>> visited
    )
    {
        if (selection is InlineFragmentNode inline)
        {
            return Applies(inline.TypeCondition, type) ? inline.SelectionSet : null;
        }

        var name = ((FragmentSpreadNode)selection).Name.Value;
        if (!visited.TryGetValue(name, out var before))
        {
            visited.Add(name, before = []);
        }

        var fragment = _fragments[name];
        if (!Applies(fragment.TypeCondition, type) || before.Exists(conditions.Implies))
        {
            return null;
        }

        before.Add(conditions);
        return fragment.SelectionSet;
    }

    private bool Applies(NamedTypeNode? condition, ObjectType type) =>
        condition is null || (schema.Find(condition.Name.Value) is { } wanted && Schema.IsSubType(type, wanted));

    private static void Add(OrderedDictionary<string, List<Occurrence>> groups, Occurrence occurrence)
    {
        if (!groups.TryGetValue(occurrence.Field.ResponseKey, out var group))
        {
            groups.Add(occurrence.Field.ResponseKey, [occurrence]);
        }
        else if (occurrence.Conditions.Implies(group[0].Conditions))
        {
            group.Add(occurrence);
        }
        else
        {
            throw new AmbiguousOrderException();
        }
    }

    /// <summary>
    /// The conditions with those of the directives added; null where a directive leaves the selection out for good. Specification sections
    /// 3.13.1 and 3.13.2.
    /// </summary>
    private Conditions? Narrow(Conditions conditions, IReadOnlyList<DirectiveNode> directives)
    {
        foreach (var directive in directives.Where(node => node.Name.Value is SpecifiedDirectives.Skip or SpecifiedDirectives.Include))
        {
            var expected = directive.Name.Value is SpecifiedDirectives.Include;
            var condition = new ArgumentBuilder(document, variables).Build(
                schema.Directives[directive.Name.Value].Arguments,
                directive.Arguments,
                directive
            )["if"];
            if (condition is SlotArgument slot)
            {
                conditions = conditions.With(new SelectionCondition(slot.Slot, expected));
            }
            else if (((ConstantArgument)condition).Value.AsBoolean() != expected)
            {
                return null;
            }
        }

        return conditions;
    }
}

/// <summary>A field where it stands, and under which conditions it is part of the answer.</summary>
internal readonly record struct Occurrence(FieldNode Field, Conditions Conditions);

/// <summary>A selection set to collect from, and the conditions under which it counts.</summary>
internal readonly record struct SelectionSource(SelectionSetNode Set, Conditions Conditions);

/// <summary>
/// The same key stands under conditions of which none includes the other, so that its place in the answer depends on values.
/// The operation is then planned with its booleans as structure (rare: both occurrences must be conditional, or the first one).
/// </summary>
internal sealed class AmbiguousOrderException : Exception;
