using System.Buffers;
using System.Text;

namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>
/// Bytes to text: by byte-order mark, else as UTF-8 or GB18030 (GB 18030-2022), or as UTF-16 where bytes are zero, the first that decodes
/// without an error into something that reads like Chinese or plain text. Never a replacement character, never a guess that gives rare
/// characters where frequent ones must be.
/// </summary>
internal static class TextDecoder
{
    /// <summary>Characters of which any paper has some in a hundred; text misread from another encoding has none.</summary>
    private static readonly SearchValues<char> Frequent = SearchValues.Create(
        "的一是在不了有和人中大为上个国以要年月日发会于部政市省关通知法规行定"
    );

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16Little = new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16Big = new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly Encoding Chinese =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new InvalidOperationException("The runtime has no GB18030.");

    /// <exception cref="PaperException">The bytes are no text, or text in another encoding.</exception>
    public static string Decode(string path, ReadOnlySpan<byte> bytes)
    {
        var (marked, skip) = Marked(bytes);
        if (marked is not null)
        {
            return TryDecode(marked, bytes[skip..]) is { } text
                ? text
                : throw new PaperException(
                    path,
                    $"its mark says {marked.WebName}, but its bytes are not valid in that encoding",
                    "Save it again as UTF-8."
                );
        }

        var zeros = bytes[..Math.Min(bytes.Length, 4096)].Count((byte)0);
        Encoding[] candidates = zeros > 0 ? [Utf16Little, Utf16Big] : [Utf8, Chinese];
        foreach (var encoding in candidates)
        {
            if (
                (bytes.Length % 2 == 0 || encoding is not UnicodeEncoding)
                && TryDecode(encoding, bytes) is { } text
                && ReadsLikeText(text, encoding)
            )
            {
                return text;
            }
        }

        throw zeros > 0
            ? new PaperException(path, "it is binary, not text", "Papers end in the name of their format: .docx and .pdf for those two.")
            : new PaperException(
                path,
                Broken(bytes) is { } at ? $"it is UTF-8, but damaged at byte {at}" : "its encoding is neither UTF-8 nor UTF-16 nor GB18030",
                "Save it again as UTF-8."
            );
    }

    /// <summary>Where bytes that are UTF-8 for the most part are not; null where they are something else.</summary>
    private static int? Broken(ReadOnlySpan<byte> bytes)
    {
        try
        {
            Utf8.GetCharCount(bytes);
            return null;
        }
        catch (DecoderFallbackException e)
        {
            return e.Index > bytes.Length / 4 && bytes[..e.Index].ContainsAnyExceptInRange((byte)0, (byte)127) ? e.Index : null;
        }
    }

    private static (Encoding? Encoding, int Length) Marked(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
            [0xFF, 0xFE, ..] => (Utf16Little, 2),
            [0xFE, 0xFF, ..] => (Utf16Big, 2),
            _ => (null, 0),
        };

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>
    /// Big5, Shift-JIS or noise read as GB18030 or UTF-16 gives private, control, Greek, kana and rare characters; a paper has next to
    /// none.
    /// </summary>
    private static bool ReadsLikeText(string text, Encoding encoding)
    {
        var (strange, letters, total, frequent, ideographs) = (0, 0, 0, 0, 0);
        foreach (var c in text)
        {
            total += char.IsWhiteSpace(c) ? 0 : 1;
            letters +=
                c is >= '\u4e00' and <= '\u9fff'
                || char.IsAscii(c) && !char.IsControl(c)
                || c is >= '\u3000' and <= '\u303f' or >= '\uff00' and <= '\uffef' or >= '\u2000' and <= '\u206f'
                    ? 1
                    : 0;
            ideographs += c is >= '\u4e00' and <= '\u9fff' ? 1 : 0;
            frequent += Frequent.Contains(c) ? 1 : 0;
            strange +=
                c is >= '\ue000' and <= '\uf8ff' or >= '\u0370' and <= '\u052f' or >= '\u3040' and <= '\u312f' or '\ufffd'
                || char.IsControl(c) && !char.IsWhiteSpace(c)
                    ? 1
                    : 0;
        }

        var isUnsure = encoding is not UTF8Encoding;
        return strange * 50 <= total && (!isUnsure || letters * 10 >= total * 8 && frequent * 50 >= ideographs);
    }
}
