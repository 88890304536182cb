using System.Diagnostics.CodeAnalysis;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Embedded.Writing;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>One step of a <see cref="PlainNodeWriter"/>: bytes, then a property, or what an operator writes, or nothing.</summary>
/// <param name="lead">What stands before the value since the one before it.</param>
/// <param name="property">The property's place in the node's values; −1 where it is no property.</param>
/// <param name="other">Writes what is no property.</param>
/// <param name="nullUnless">Where an object begins that may be null: the places of the properties of which it needs one. Only without them
/// <paramref name="lead"/> is written, which says null.</param>
/// <param name="skip">How many steps such an object has.</param>
internal readonly struct PlainStep(PaddedBytes lead, int property, Operator<NodeRow>? other = null, int[]? nullUnless = null, int skip = 0)
{
    private readonly PaddedBytes _lead = lead;

    [UnscopedRef]
    public ref readonly PaddedBytes Lead => ref _lead;

    public int Property => property;

    public Operator<NodeRow>? Other => other;

    public int[]? NullUnless => nullUnless;

    public int Skip => skip;

    public bool IsNull(Value?[] values)
    {
        foreach (var place in NullUnless!) // Asked only where an object begins that may be null.
        {
            if (values[place] is not null)
            {
                return false;
            }
        }

        return true;
    }
}
