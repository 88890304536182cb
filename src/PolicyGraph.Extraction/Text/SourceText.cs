using System.Buffers;
using System.Runtime.InteropServices;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Text;

/// <summary>
/// One text in two views. <see cref="Original"/> is what was read; <see cref="Text"/> is what the rules read: without white space, and with
/// full-width letters, digits and signs folded to their plain forms one for one, traditional characters to simplified ones, and plain commas
/// to the Chinese one. Rules speak in
/// positions of <see cref="Text"/>; <see cref="ToOriginal"/> leads back. Line ends and spaces are not lost: <see cref="GapBefore"/> says
/// what stood before a character.
/// </summary>
public sealed class SourceText
{
    // Lent: made anew for each paper they were a twentieth of all that an extraction allocates.
    private int[] _positions;
    private Gap[] _gaps;

    public SourceText(string original)
    {
        Original = original;
        var text = ArrayPool<char>.Shared.Rent(original.Length);
        _positions = ArrayPool<int>.Shared.Rent(original.Length + 1);
        _gaps = ArrayPool<Gap>.Shared.Rent(original.Length + 1);
        var length = 0;
        var gap = Gap.Line;
        for (var i = 0; i < original.Length; i++)
        {
            var c = original[i];

            // Most characters are ideographs, which are not blank.
            if (c is < '\u3400' or > '\u9fff')
            {
                if (Squeezing.IsBlank(c))
                {
                    gap = Widen(gap, c);
                    continue;
                }

                c = c == ',' && !IsInNumber(original, i) ? '，' : CharacterFolding.Fold(c);
            }
            else
            {
                c = TraditionalCharacters.Simplify(c);
            }

            text[length] = c;
            _positions[length] = i;
            _gaps[length++] = gap;
            gap = Gap.None;
        }

        _positions[length] = original.Length;
        _gaps[length] = Gap.Line;
        Text = new string(text, 0, length);
        ArrayPool<char>.Shared.Return(text);
    }

    /// <summary>1,200: a comma that only groups digits.</summary>
    private static bool IsInNumber(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    /// <summary>The text as read from the file, or as taken out of its format.</summary>
    public string Original { get; }

    /// <summary>The squeezed and folded view that rules read.</summary>
    public string Text { get; }

    /// <summary>What stood between character <paramref name="position"/> of <see cref="Text"/> and the one before it.</summary>
    public Gap GapBefore(int position) => _gaps[position];

    /// <summary>The end of the line that holds character <paramref name="position"/> of <see cref="Text"/>.</summary>
    public int LineEnd(int position) => position + 1 + MemoryMarshal.AsBytes(_gaps.AsSpan(position + 1)).IndexOf((byte)Gap.Line);

    /// <summary>
    /// The span of <see cref="Original"/> that a span of <see cref="Text"/> came from; inner white space is included, outer is not.
    /// </summary>
    public TextSpan ToOriginal(TextSpan span) =>
        span.IsEmpty ? new(_positions[span.Start], _positions[span.Start]) : new(_positions[span.Start], _positions[span.End - 1] + 1);

    /// <summary>
    /// The characters of the original under a span of <see cref="Text"/>, white space removed: the surface form, not folded.
    /// </summary>
    public string Surface(TextSpan span) =>
        ToOriginal(span) is var original && original.Length == span.Length
            ? original.Of(Original)
            : string.Create(
                span.Length,
                (this, span.Start),
                static (target, state) =>
                {
                    for (var i = 0; i < target.Length; i++)
                    {
                        target[i] = state.Item1.Original[state.Item1._positions[state.Start + i]];
                    }
                }
            );

    /// <summary>The first character of a span's surface form.</summary>
    public char First(TextSpan span) => Original[_positions[span.Start]];

    /// <summary>
    /// True where <paramref name="surface"/> is the surface form of a span; what stands without white space in it is compared without a
    /// string.
    /// </summary>
    public bool IsSurface(TextSpan span, string surface) =>
        ToOriginal(span) is var original && original.Length == span.Length
            ? Original.AsSpan(original.Start, original.Length).SequenceEqual(surface)
            : Surface(span) == surface;

    /// <summary>Gives its memory to other texts; nothing may be asked after.</summary>
    internal void Release()
    {
        ArrayPool<int>.Shared.Return(_positions);
        ArrayPool<Gap>.Shared.Return(_gaps);
        (_positions, _gaps) = ([], []);
    }

    private static Gap Widen(Gap gap, char c) =>
        c is '\n' or '\r' or '\f' or '\u2028' or '\u2029' ? Gap.Line
        : gap == Gap.None ? Gap.Space
        : gap;
}

/// <summary>The white space between two characters of the squeezed text.</summary>
public enum Gap : byte
{
    None,

    /// <summary>Spaces or tabs within a line.</summary>
    Space,

    /// <summary>At least one line end. The first character of a text follows one.</summary>
    Line,
}
