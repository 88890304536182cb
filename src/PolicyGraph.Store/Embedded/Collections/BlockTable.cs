using System.Runtime.CompilerServices;

namespace PolicyGraph.Store.Embedded.Collections;

/// <summary>A table by dense index that never changes: <see cref="With"/> makes another that shares the blocks it did not touch.</summary>
internal sealed class BlockTable<T>
    where T : class
{
    private const int Shift = 8;
    private const int BlockSize = 1 << Shift;

    private readonly T?[][] _blocks;

    private BlockTable(T?[][] blocks) => _blocks = blocks;

    public static BlockTable<T> Empty { get; } = new([]);

    /// <summary>The entry at an index that was given once; null where it is gone, or not there yet in this version.</summary>
    public T? this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var block = index >> Shift;
            return (uint)block < (uint)_blocks.Length ? _blocks[block][index & (BlockSize - 1)] : null;
        }
    }

    /// <summary>The table with entries put in (or, where null, taken out).</summary>
    /// <param name="changes">Each index once.</param>
    /// <param name="length">How many indexes have been given.</param>
    public BlockTable<T> With(IEnumerable<(int Index, T? Item)> changes, int length)
    {
        var copy = new T?[(length + BlockSize - 1) >> Shift][];
        _blocks.CopyTo(copy, 0);
        var own = new bool[copy.Length];
        foreach (var (index, item) in changes)
        {
            var block = index >> Shift;
            if (!own[block])
            {
                own[block] = true;
                copy[block] = copy[block] is { } shared ? (T?[])shared.Clone() : new T?[BlockSize];
            }

            copy[block][index & (BlockSize - 1)] = item;
        }

        for (var i = _blocks.Length; i < copy.Length; i++)
        {
            copy[i] ??= new T?[BlockSize];
        }

        return new BlockTable<T>(copy);
    }
}
