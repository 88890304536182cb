using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicyGraph.Store.Embedded.Writing;

/// <summary>
/// A few bytes that are written often. They are kept in whole blocks, zeros after them, so that copying a key or a value is one or two moves of a block and no call;
/// what is copied beyond <see cref="Length"/> is overwritten by what comes next.
/// </summary>
/// <param name="blocks">Made by <see cref="Pad"/>.</param>
internal readonly struct PaddedBytes(byte[] blocks, int length)
{
    private const int Block = 16;

    /// <summary>Beyond this a call to copy them is cheaper than moving block by block.</summary>
    private const int Few = 8 * Block;

    public static PaddedBytes Null { get; } = Of("null"u8);

    /// <summary>How many bytes they are.</summary>
    public int Length => length;

    /// <summary>How much room copying them takes.</summary>
    public int Room => blocks.Length;

    public ReadOnlySpan<byte> Span => blocks.AsSpan(0, length);

    public static PaddedBytes Of(ReadOnlySpan<byte> bytes) => new(Pad(bytes), bytes.Length);

    /// <summary>The bytes in as many blocks as they take, at least one.</summary>
    public static byte[] Pad(ReadOnlySpan<byte> bytes)
    {
        var blocks = new byte[Math.Max(Block, (bytes.Length + Block - 1) / Block * Block)];
        bytes.CopyTo(blocks);
        return blocks;
    }

    /// <summary>Copies them to <paramref name="target"/>, where <see cref="Room"/> bytes must be free.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void CopyTo(ref byte target)
    {
        ref var source = ref MemoryMarshal.GetArrayDataReference(blocks);
        Vector128.LoadUnsafe(ref source).StoreUnsafe(ref target);
        if (length > Block)
        {
            CopyRest(ref source, ref target);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CopyRest(ref byte source, ref byte target)
    {
        if (length > Few)
        {
            Unsafe.CopyBlockUnaligned(ref target, ref source, (uint)length);
            return;
        }

        for (nuint at = Block; at < (nuint)length; at += Block)
        {
            Vector128.LoadUnsafe(ref source, at).StoreUnsafe(ref target, at);
        }
    }
}
