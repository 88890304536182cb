using System.Runtime.CompilerServices;
using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>
/// Fields of one response key can be merged into one. Specification section 5.3.2, FieldsInSetCanMerge(), in the reference implementation's
/// order of comparisons, which looks at each pair of fragments once instead of expanding them. The work is bounded; past the bound the
/// document is refused.
/// </summary>
internal sealed partial class FieldSelectionMerging(ValidationContext context) : ValidationRule("OverlappingFieldsCanBeMergedRule", context)
{
    private const int MaxWork = 500_000;
    private const int MaxDetail = 1000;
    private const int MaxNodes = 20;

    private readonly Dictionary<(string, string), bool> _comparedFragments = [];
    private int _work;

    public override bool Enter(SyntaxNode node)
    {
        var isOwnLevel = node is SelectionSetNode && Context.Ancestors[^1] is not InlineFragmentNode;
        if (
            isOwnLevel
            && node is SelectionSetNode { Selections: var selections } set
            && (selections.Count > 1 || selections[0] is InlineFragmentNode)
        )
        {
            foreach (var conflict in FindWithin(Collect(Context.Types.Parent, set)))
            {
                Report(
                    $"Fields \"{Shorten(conflict.Key)}\" conflict because {conflict.Reason}. Use different aliases on the fields to "
                        + "fetch both if this was intentional.",
                    conflict.Left.Concat(conflict.Right)
                );
            }
        }

        return true;
    }

    private List<Conflict> FindWithin(FieldSet fields)
    {
        var conflicts = new List<Conflict>();
        foreach (var (key, group) in fields.Groups)
        {
            for (var i = 0; i < group.Count; i++)
            {
                for (var j = i + 1; j < group.Count; j++)
                {
                    Add(conflicts, Compare(key, group[i], group[j], isExclusive: false));
                }
            }
        }

        for (var i = 0; i < fields.Fragments.Count; i++)
        {
            CompareWithFragment(conflicts, fields, fields.Fragments[i], isExclusive: false);
            for (var j = i + 1; j < fields.Fragments.Count; j++)
            {
                CompareFragments(conflicts, fields.Fragments[i], fields.Fragments[j], isExclusive: false);
            }
        }

        return conflicts;
    }

    private List<Conflict> FindBetween(FieldSet left, FieldSet right, bool isExclusive)
    {
        var conflicts = new List<Conflict>();
        CompareSets(conflicts, left, right, isExclusive);
        foreach (var fragment in right.Fragments)
        {
            CompareWithFragment(conflicts, left, fragment, isExclusive);
        }

        foreach (var fragment in left.Fragments)
        {
            CompareWithFragment(conflicts, right, fragment, isExclusive);
        }

        foreach (var first in left.Fragments)
        {
            foreach (var second in right.Fragments)
            {
                CompareFragments(conflicts, first, second, isExclusive);
            }
        }

        return conflicts;
    }

    private void CompareSets(List<Conflict> conflicts, FieldSet left, FieldSet right, bool isExclusive)
    {
        if (left.Groups.Count == 0 || right.Groups.Count == 0)
        {
            return;
        }

        Spend(left.Groups.Count);
        foreach (var (key, group) in left.Groups)
        {
            foreach (var first in group)
            {
                foreach (var second in right.Groups.GetValueOrDefault(key) ?? [])
                {
                    Add(conflicts, Compare(key, first, second, isExclusive));
                }
            }
        }
    }

    private void CompareWithFragment(List<Conflict> conflicts, FieldSet fields, string name, bool isExclusive)
    {
        Spend(1);
        if (fields.Groups.Count == 0 || (fields.Compared.TryGetValue(name, out var before) && (!before || isExclusive)))
        {
            return;
        }

        fields.Compared[name] = isExclusive;
        if (Context.Fragment(name) is not { } fragment || Collect(fragment) is var target && ReferenceEquals(target, fields))
        {
            return;
        }

        CompareSets(conflicts, fields, target, isExclusive);
        foreach (var inner in target.Fragments)
        {
            CompareWithFragment(conflicts, fields, inner, isExclusive);
        }
    }

    private void CompareFragments(List<Conflict> conflicts, string first, string second, bool isExclusive)
    {
        Spend(2);
        if (string.Equals(first, second, StringComparison.Ordinal) || WasCompared(first, second, isExclusive))
        {
            return;
        }

        _comparedFragments[(first, second)] = isExclusive;
        if (Context.Fragment(first) is not { } left || Context.Fragment(second) is not { } right)
        {
            return;
        }

        var leftFields = Collect(left);
        var rightFields = Collect(right);
        CompareSets(conflicts, leftFields, rightFields, isExclusive);
        foreach (var inner in rightFields.Fragments)
        {
            CompareFragments(conflicts, first, inner, isExclusive);
        }

        foreach (var inner in leftFields.Fragments)
        {
            CompareFragments(conflicts, inner, second, isExclusive);
        }
    }

    /// <summary>A comparison of fields that can meet also answers for fields that cannot, but not the other way round.</summary>
    private bool WasCompared(string first, string second, bool isExclusive) =>
        (_comparedFragments.TryGetValue((first, second), out var before) && (isExclusive || !before))
        || (_comparedFragments.TryGetValue((second, first), out before) && (isExclusive || !before));

    /// <summary>Every recursion of the comparison passes here.</summary>
    private void Spend(int work)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if ((_work += work) > MaxWork)
        {
            Context.Abort("The document's fields overlap in too many ways to be compared. Validation aborted.");
        }
    }

    private static void Add(List<Conflict> conflicts, Conflict? conflict)
    {
        if (conflict is not null)
        {
            conflicts.Add(conflict);
        }
    }

    private static string Shorten(string text) => text.Length > MaxDetail ? $"{text[..MaxDetail]}..." : text;

    /// <summary>Two fields that cannot be one, and where.</summary>
    private sealed record Conflict(string Key, string Reason, IReadOnlyList<FieldNode> Left, IReadOnlyList<FieldNode> Right);
}
