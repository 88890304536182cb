using System.Buffers;
using System.Text;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Embedded.Writing;

namespace PolicyGraph.Store.Tests;

/// <summary>What is written piece by piece comes out whole, whatever memory the asker gives and wherever a piece of it ends.</summary>
public sealed class JsonOutputTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(33)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(70_000)]
    public void Pieces_of_any_length_come_out_whole(int length)
    {
        var text = new string('政', (length + 2) / 3) + new string('x', length);
        Check(
            output =>
            {
                for (var i = 0; i < 300; i++)
                {
                    output.Place = output.Put(output.Put(output.Place, new PaddedBytes(","u8)), Value.OfText(text));
                    output.Write(Value.OfText(text).Json);
                }
            },
            string.Concat(Enumerable.Repeat($",\"{text}\"\"{text}\"", 300))
        );
    }

    [Fact]
    public void Missing_values_are_null() => Check(output => output.Place = output.Put(output.Place, value: null), "null");

    [Theory]
    [InlineData("", "")]
    [InlineData("0123456789abcdef", "0123456789abcdef")]
    [InlineData("0123456789abcdefg", "0123456789abcdefg")]
    public void Padding_is_no_part_of_the_bytes(string text, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(new PaddedBytes(Encoding.UTF8.GetBytes(text)).Span));

    [Fact]
    public void A_failed_query_hands_on_nothing_more()
    {
        var target = new ArrayBufferWriter<byte>();
        var output = new JsonOutput();
        output.Begin(target);
        output.WriteText("half");
        output.End(isComplete: false);
        Assert.Equal(0, target.WrittenCount);
    }

    private static void Check(Action<JsonOutput> write, string expected)
    {
        var output = new JsonOutput();
        var (array, foreign) = (new ArrayBufferWriter<byte>(), new ForeignMemory());
        foreach (var target in new IBufferWriter<byte>[] { array, foreign })
        {
            output.Begin(target);
            write(output);
            output.End(isComplete: true);
        }

        Assert.Equal(expected, Encoding.UTF8.GetString(array.WrittenSpan));
        Assert.Equal(expected, Encoding.UTF8.GetString([.. foreign.Written]));
    }

    /// <summary>Memory that is no array.</summary>
    private sealed class NoArray(byte[] bytes) : MemoryManager<byte>
    {
        public override Span<byte> GetSpan() => bytes;

        public override MemoryHandle Pin(int elementIndex = 0) => bytes.AsMemory(elementIndex).Pin();

        public override void Unpin() { }

        protected override void Dispose(bool disposing) { }
    }

    private sealed class ForeignMemory : IBufferWriter<byte>
    {
        private byte[] _room = [];

        public List<byte> Written { get; } = [];

        public void Advance(int count) => Written.AddRange(_room.AsSpan(0, count));

        public Memory<byte> GetMemory(int sizeHint = 0) => new NoArray(_room = new byte[Math.Max(sizeHint, 7)]).Memory;

        public Span<byte> GetSpan(int sizeHint = 0) => _room = new byte[Math.Max(sizeHint, 7)];
    }
}
