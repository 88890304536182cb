using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>
/// A response as it grows: one contiguous, rented array that doubles, can be truncated to an earlier length, and goes back to the pool.
/// Not for several threads at one time.
/// </summary>
/// <param name="capacity">Bytes to begin with.</param>
/// <param name="limit">Bytes at most: past them the next growth throws a <see cref="GraphQLException"/> with the code
/// <c>LIMIT_EXCEEDED</c>.</param>
public sealed class PooledBuffer(int capacity = 4096, int limit = int.MaxValue) : IBufferWriter<byte>, IDisposable
{
    /// <summary>Above the limit, so that what has to be said of the failure still fits.</summary>
    private const int Slack = 64 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>What was written; valid until the next write or <see cref="Dispose"/>.</summary>
    public ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(0, Length);

    /// <inheritdoc cref="WrittenSpan"/>
    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_bytes.Length - Length), nameof(count));
        Length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _bytes.AsMemory(Length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _bytes.AsSpan(Length);
    }

    /// <summary>Appends bytes as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Ensure(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Appends one byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(byte value)
    {
        Ensure(1);
        _bytes[Length++] = value;
    }

    /// <summary>
    /// Makes room for so many bytes in all, where they are known: growing by doubling would copy what is there again and again.
    /// </summary>
    public void Reserve(int length)
    {
        if (length > _bytes.Length && length <= limit)
        {
            Grow(length - Length);
        }
    }

    /// <summary>Takes back everything after an earlier <see cref="Length"/>.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)Length, nameof(length));
        Length = length;
    }

    /// <exception cref="GraphQLException">More was written than is allowed.</exception>
    internal void CheckLimit()
    {
        if (Length > limit)
        {
            throw new GraphQLException(
                ErrorCodes.LimitExceeded,
                string.Create(CultureInfo.InvariantCulture, $"The response would have more than {limit} bytes. Ask for smaller pages.")
            );
        }
    }

    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        Length = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Ensure(int more)
    {
        if (_bytes.Length - Length < Math.Max(more, 1))
        {
            Grow(Math.Max(more, 1));
        }
    }

    private void Grow(int more)
    {
        CheckLimit();
        var needed = (long)Length + more;
        var usual = Math.Min(Math.Min((long)_bytes.Length * 2, (long)limit + Slack), Array.MaxLength);
        var larger = ArrayPool<byte>.Shared.Rent(checked((int)Math.Max(usual, needed)));
        _bytes.AsSpan(0, Length).CopyTo(larger);
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = larger;
    }
}
