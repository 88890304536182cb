using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicyGraph.Store.Embedded.Writing;

/// <summary>
/// A few bytes that are written often: most keys and values have no more than a block, which lies here itself, so that copying them is one
/// move without a call and without looking anywhere else. Longer ones are kept in whole blocks, zeros after them; what is copied beyond
/// <see cref="Length"/> is overwritten by what comes next.
/// </summary>
internal readonly struct PaddedBytes
{
    private const int Block = 16;

    /// <summary>Beyond this a call to copy them is cheaper than moving block by block.</summary>
    private const int Few = 8 * Block;

    private readonly Vector128<byte> _first;
    private readonly byte[]? _whole;

    public PaddedBytes(ReadOnlySpan<byte> bytes)
    {
        Length = bytes.Length;
        var blocks = new byte[Math.Max(Block, (bytes.Length + Block - 1) / Block * Block)];
        bytes.CopyTo(blocks);
        _first = Vector128.Create(blocks, 0);
        _whole = bytes.Length > Block ? blocks : null;
    }

    /// <summary>How many bytes they are.</summary>
    public int Length { get; }

    /// <summary>Room that is enough to copy them.</summary>
    public int Room => Length + Block;

    [UnscopedRef]
    public ReadOnlySpan<byte> Span =>
        _whole is null
            ? MemoryMarshal.CreateReadOnlySpan(in Unsafe.As<Vector128<byte>, byte>(ref Unsafe.AsRef(in _first)), Length)
            : _whole.AsSpan(0, Length);

    /// <summary>Copies them to <paramref name="target"/>, where <see cref="Room"/> bytes must be free.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CopyTo(ref byte target)
    {
        _first.StoreUnsafe(ref target);
        if (Length > Block)
        {
            CopyRest(ref target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CopyRest(ref byte target)
    {
        ref var source = ref MemoryMarshal.GetArrayDataReference(_whole!); // Longer than a block.
        if (Length > Few)
        {
            Unsafe.CopyBlockUnaligned(ref target, ref source, (uint)Length);
            return;
        }

        for (nuint at = Block; at < (nuint)Length; at += Block)
        {
            Vector128.LoadUnsafe(ref source, at).StoreUnsafe(ref target, at);
        }
    }
}
