using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// The heading of an order or announcement: 中华人民共和国国务院令 with 第227号 behind or below it, 令 alone under the offices that give
/// it.
/// </summary>
/// <param name="Name">The offices and 令 or 公告.</param>
/// <param name="Offices">The offices alone.</param>
/// <param name="Serial">第227号, 2020年第21号, 〔2016〕第3号, 某府令〔2021〕345号.</param>
/// <param name="LastLine">Index into <see cref="Paper.Lines"/>.</param>
internal readonly record struct OrderLine(TextSpan Name, TextSpan Offices, TextSpan Serial, int LastLine)
{
    private const string State = "中华人民共和国";
    private const int Longest = 200;

    private static readonly string[] Kinds = ["令", "公告", "通告"];

    /// <summary>The number as it is cited: 国务院令第227号, 国家税务总局公告2017年第24号.</summary>
    public string Number(string text)
    {
        if (!DocumentNumbers.IsSerial(Serial.Of(text)) && DocumentNumbers.Find(Serial.Of(text), out _, out _) is { } whole)
        {
            // 某府令〔2021〕345号 under the heading is the number by itself.
            return whole;
        }

        var name = Name.Of(text).Replace(State, string.Empty, StringComparison.Ordinal);
        return (name.Length > 1 ? name : State + name) + Serial.Of(text).Trim('（', '）');
    }

    /// <summary>Reads the heading whose last words are on line <paramref name="index"/>, the number there or on the next line.</summary>
    public static bool TryRead(Paper paper, int index, out OrderLine order)
    {
        order = default;
        var span = paper.Lines[index].Span;
        var line = paper.Text.AsSpan(span.Start, span.Length);
        if (line.Length > Longest)
        {
            return false;
        }

        foreach (var kind in Kinds)
        {
            var end = line.LastIndexOf(kind) + kind.Length;
            if (end < kind.Length)
            {
                continue;
            }

            var isBelow = end == line.Length && index + 1 < paper.Lines.Count;
            var serial = isBelow ? paper.Lines[index + 1].Span : new(span.Start + end, span.End);
            serial = new(serial.Start, serial.Start + HeadLines.Cell(paper, serial));
            var name = new TextSpan(end == kind.Length ? FirstOffice(paper, index) : span.Start, span.Start + end);
            order = new(name, new(name.Start, name.End - kind.Length), serial, isBelow ? index + 1 : index);
            return order.Offices.Length is > 1 and < Longest
                && (
                    DocumentNumbers.IsSerial(serial.Of(paper.Text))
                    || isBelow
                        && kind == Kinds[0]
                        && DocumentNumbers.Find(serial.Of(paper.Text), out _, out var length) is not null
                        && length == serial.Length
                )
                && IsSpeaker(order.Offices.Of(paper.Text));
        }

        return false;
    }

    /// <summary>Offices, 某国主席, or the series that a standards body announces in: 中华人民共和国国家标准公告.</summary>
    private static bool IsSpeaker(string name) =>
        Signature.IsOffice(name) || name.EndsWith("主席", StringComparison.Ordinal) || name.EndsWith("标准", StringComparison.Ordinal);

    private static int FirstOffice(Paper paper, int index)
    {
        while (index > 0 && Signature.IsOfficeLine(paper, index - 1))
        {
            index--;
        }

        return paper.Lines[index].Span.Start;
    }
}
