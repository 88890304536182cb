using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Embedded.Writing;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>One step of a <see cref="PlainNodeWriter"/>: bytes, then a property, or what an operator writes, or nothing.</summary>
/// <param name="Lead">What stands before the value since the one before it.</param>
/// <param name="Property">The property's place in the node's values; −1 where it is no property.</param>
/// <param name="Other">Writes what is no property.</param>
/// <param name="NullUnless">Where an object begins that may be null: the places of the properties of which it needs one. Only without them <paramref name="Lead"/> is written, which says null.</param>
/// <param name="Skip">How many steps such an object has.</param>
internal readonly record struct PlainStep(PaddedBytes Lead, int Property, Operator<NodeRow>? Other = null, int[]? NullUnless = null, int Skip = 0)
{
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
