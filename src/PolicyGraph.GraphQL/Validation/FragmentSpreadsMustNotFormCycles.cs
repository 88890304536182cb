using System.Runtime.CompilerServices;
using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>No fragment reaches itself. Specification section 5.5.2.2.</summary>
internal sealed class FragmentSpreadsMustNotFormCycles(ValidationContext context) : ValidationRule("NoFragmentCyclesRule", context)
{
    private readonly HashSet<string> _visited = [];
    private readonly List<FragmentSpreadNode> _path = [];
    private readonly Dictionary<string, int> _openAt = [];

    public override bool Enter(SyntaxNode node)
    {
        if (node is FragmentNode fragment)
        {
            Explore(fragment);
        }

        return node is DocumentNode;
    }

    private void Explore(FragmentNode fragment)
    {
        var name = fragment.Name.Value;
        if (!_visited.Add(name))
        {
            return;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        _openAt[name] = _path.Count;
        foreach (var spread in Context.Spreads(fragment.SelectionSet))
        {
            _path.Add(spread);
            if (_openAt.TryGetValue(spread.Name.Value, out var start))
            {
                ReportCycle(spread.Name.Value, _path[start..]);
            }
            else if (Context.Fragment(spread.Name.Value) is { } target)
            {
                Explore(target);
            }

            _path.RemoveAt(_path.Count - 1);
        }

        _openAt.Remove(name);
    }

    private void ReportCycle(string name, List<FragmentSpreadNode> cycle)
    {
        var via = string.Join(", ", cycle.SkipLast(1).Select(spread => $"\"{spread.Name.Value}\""));
        Report($"Cannot spread fragment \"{name}\" within itself{(via.Length > 0 ? $" via {via}" : "")}.", cycle);
    }
}
