using System.Buffers;

namespace PolicyGraph.Benchmarks;

/// <summary>Takes an answer and keeps only its length.</summary>
internal sealed class CountingWriter : IBufferWriter<byte>
{
    private byte[] _buffer = new byte[1 << 17];

    public long Count { get; set; }

    public void Advance(int count) => Count += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => Room(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => Room(sizeHint);

    private byte[] Room(int size)
    {
        if (size > _buffer.Length)
        {
            _buffer = new byte[size];
        }

        return _buffer;
    }
}
