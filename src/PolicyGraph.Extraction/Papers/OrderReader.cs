using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// An order (令) or a legislature's announcement that promulgates a law or a regulation: the line 某机关令, the line 第N号, 现公布《X》，自…起施行,
/// the signer, the day. The policy is X; its number is the order's.
/// </summary>
internal static class OrderReader
{
    private const int HeadLines = 40;
    private const int SentenceReach = 400;

    public static bool TryRead(Paper paper, out OfficialHead head)
    {
        head = new OfficialHead { Title = default };
        for (var i = 0; i + 1 < paper.Lines.Count && i < HeadLines; i++)
        {
            var serial = paper.Lines[i + 1].Span;
            if (IsOrder(paper, i, out var name) && DocumentNumbers.IsSerial(serial.Of(paper.Text)) && TryPromulgated(paper, serial.End, out var title))
            {
                head = Head(paper, i, name, title);
                return true;
            }
        }

        return false;
    }

    private static OfficialHead Head(Paper paper, int index, TextSpan name, TextSpan title)
    {
        var serial = paper.Lines[index + 1].Span;
        var heading = new TextSpan(name.Start, serial.End);
        var head = new OfficialHead { Title = title, DocumentNumber = Number(paper, name, serial), Number = heading };
        head.Issuers.Add(new(name.Start, name.End - 1));
        if (Signature.TryFindDay(paper, index + 2, out var day))
        {
            head.Issued = day;
        }

        var spans = ForwardedTitle.TryFindText(paper, title, index + 2, out var text) ? new[] { text.Span, title } : [title];
        head.Policies.Add(new(paper.Source.Surface(title), spans) { HasNumber = true, Effective = EffectiveDay.Find(paper.Text, head.Issued) });
        return head;
    }

    /// <summary>
    /// A line like 中华人民共和国国务院令 or 某省人民代表大会常务委员会公告, or 令 alone under the offices that give it.
    /// </summary>
    private static bool IsOrder(Paper paper, int index, out TextSpan span)
    {
        span = paper.Lines[index].Span;
        var line = span.Of(paper.Text);
        var first = index;
        while (line.Length <= 2 && first > 0 && Signature.IsOfficeLine(paper, first - 1))
        {
            first--;
        }

        span = new(paper.Lines[first].Span.Start, span.End);
        var end = line.EndsWith("公告", StringComparison.Ordinal) ? 2 : 1;
        return span.Length is > 3 and < 200 && (line[^1] == '令' || end == 2)
            && (Signature.IsOffice(paper.Text.AsSpan(span.Start, span.Length - end)) || line.EndsWith("主席令", StringComparison.Ordinal));
    }

    /// <summary>The number under the order's name as it is cited: 国务院令 and 第227号 to 国务院令第227号.</summary>
    private static string Number(Paper paper, TextSpan name, TextSpan serial)
    {
        const string State = "中华人民共和国";
        var order = name.Of(paper.Text);
        return (order.StartsWith(State, StringComparison.Ordinal) && order.Length > State.Length + 1 ? order[State.Length..] : order) + serial.Of(paper.Text).Trim('（', '）');
    }

    /// <summary>The first title in 《》 that the order's own sentences promulgate.</summary>
    private static bool TryPromulgated(Paper paper, int from, out TextSpan title)
    {
        title = default;
        var text = paper.Text.AsSpan(from, Math.Min(SentenceReach, paper.Text.Length - from));
        var open = text.IndexOf('《');
        var close = open < 0 ? -1 : text[open..].IndexOf('》');
        if (close < 0 || !text.Contains("公布", StringComparison.Ordinal) && !text.Contains("发布", StringComparison.Ordinal) && !text.Contains("施行", StringComparison.Ordinal))
        {
            return false;
        }

        title = new(from + open + 1, from + open + close);
        return true;
    }
}
