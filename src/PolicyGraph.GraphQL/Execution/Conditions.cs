using System.Collections.Immutable;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>Boolean variables that must all have their value. Sorted, without repetition; empty means always.</summary>
internal sealed class Conditions
{
    private Conditions(ImmutableArray<SelectionCondition> all) => All = all;

    public static Conditions Always { get; } = new([]);

    public ImmutableArray<SelectionCondition> All { get; }

    public Conditions With(SelectionCondition condition) =>
        All.Contains(condition) ? this : new Conditions([.. All.Add(condition).OrderBy(item => item.Slot).ThenBy(item => item.Expected)]);

    /// <summary>Whether the other holds whenever this one does.</summary>
    public bool Implies(Conditions other) => other.All.All(All.Contains);

    /// <summary>Those that the other does not already demand.</summary>
    public Conditions Without(Conditions other) => new([.. All.Except(other.All)]);

    public override string ToString() => string.Join('&', All.Select(item => $"{item.Slot}{item.Expected}"));
}
