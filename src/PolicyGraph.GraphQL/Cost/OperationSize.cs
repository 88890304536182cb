using System.Runtime.CompilerServices;
using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Cost;

/// <summary>
/// How large an operation is once its fragments are spread out; counted without spreading them, so that fragments that multiply cost
/// nothing to refuse.
/// </summary>
/// <param name="Depth">Fields inside one another.</param>
/// <param name="Aliases">Fields under another name.</param>
/// <param name="Fields">All fields.</param>
internal readonly record struct OperationSize(int Depth, double Aliases, double Fields)
{
    /// <summary>
    /// The size of each operation of a document that may yet be invalid: unknown fragments count nothing, circles are counted once.
    /// </summary>
    public static IReadOnlyList<(OperationNode Operation, OperationSize Size)> Measure(DocumentNode document)
    {
        var measuring = new Measuring(document);
        return [.. document.Definitions.OfType<OperationNode>().Select(operation => (operation, measuring.Of(operation.SelectionSet)))];
    }

    private OperationSize Beside(OperationSize other) => new(Math.Max(Depth, other.Depth), Aliases + other.Aliases, Fields + other.Fields);

    private sealed class Measuring(DocumentNode document)
    {
        private readonly Dictionary<string, FragmentNode> _fragments = document
            .Definitions.OfType<FragmentNode>()
            .GroupBy(fragment => fragment.Name.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Last());

        private readonly Dictionary<string, OperationSize> _sizes = [];

        public OperationSize Of(SelectionSetNode set)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            var size = default(OperationSize);
            foreach (var selection in set.Selections)
            {
                size = size.Beside(
                    selection switch
                    {
                        FieldNode field => Of(field),
                        InlineFragmentNode inline => Of(inline.SelectionSet),
                        _ => Of(((FragmentSpreadNode)selection).Name.Value),
                    }
                );
            }

            return size;
        }

        private OperationSize Of(FieldNode field)
        {
            var inner = field.SelectionSet is { } set ? Of(set) : default;
            return new OperationSize(inner.Depth + 1, inner.Aliases + (field.Alias is null ? 0 : 1), inner.Fields + 1);
        }

        private OperationSize Of(string fragment)
        {
            if (!_sizes.TryGetValue(fragment, out var size) && _fragments.TryGetValue(fragment, out var node))
            {
                _sizes[fragment] = default;
                _sizes[fragment] = size = Of(node.SelectionSet);
            }

            return size;
        }
    }
}
