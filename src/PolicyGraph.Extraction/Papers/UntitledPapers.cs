using System.Collections.Immutable;
using PolicyGraph.Extraction.Articles;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// Papers that collections print without a title: the head's labels or the number alone, and then whom it is sent to (国函〔1985〕36号 over
/// 某省人民政府：). The number is their name. One page may hold several.
/// </summary>
internal static class UntitledPapers
{
    private const int MostHeadLines = 14;
    private const int LongestAddressees = 80;

    /// <summary>In the order of the text; empty where the first lines of the paper have a title or no number.</summary>
    public static List<OfficialHead> Find(Paper paper)
    {
        var blocks = new List<Block>();
        for (var i = 0; i < paper.Lines.Count; i++)
        {
            if (
                IsAddressees(paper.Text.AsSpan(paper.Lines[i].Span.Start, paper.Lines[i].Span.Length))
                && First(paper, i) is var first
                && first < i
                && Number(paper, first, i) is { IsEmpty: false } number
                && (first == 0 || blocks.Count > 0 && paper.Lines[first].AfterBlank)
            )
            {
                blocks.Add(new(first, i, number));
            }
            else if (blocks.Count == 0 && i > MostHeadLines)
            {
                break;
            }
        }

        return [.. blocks.Select((block, i) => Head(paper, block, i + 1 < blocks.Count ? blocks[i + 1].First : paper.Lines.Count))];
    }

    private static bool IsAddressees(ReadOnlySpan<char> line) =>
        line.Length is > 3 and < LongestAddressees
        && line[^1] == '：'
        && !line.ContainsAny("。；《")
        && (Signature.IsOffice(line[..^1]) || line.EndsWith("单位：") || line.EndsWith("机构："));

    /// <summary>
    /// The first of the lines above that hold nothing but what a head says; a blank line sets it apart from the signature of another paper.
    /// </summary>
    private static int First(Paper paper, int addressees)
    {
        var first = addressees;
        while (first > 0 && addressees - first < MostHeadLines && IsOfHead(paper, first - 1))
        {
            first--;
        }

        var apart = paper.Lines.FindIndex(first, addressees - first, line => line.AfterBlank);
        return first == 0 || apart < 0 ? first : paper.Lines.FindLastIndex(addressees - 1, addressees - first, line => line.AfterBlank);
    }

    private static bool IsOfHead(Paper paper, int index)
    {
        var line = paper.Lines[index].Span;
        var text = line.Of(paper.Text);
        return HeadLabels.IsLabelled(paper, line)
            ? !HeadLabels.Read(paper, index, index + 1).ContainsKey("title")
            : DocumentNumbers.Find(text, out _, out _) is not null || LineShapes.IsDate(text) || Signature.IsOfficeLine(paper, index);
    }

    private static TextSpan Number(Paper paper, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            var line = paper.Lines[i].Span;
            var value = HeadLabels.IsLabelled(paper, line) ? HeadLabels.Read(paper, i, i + 1).GetValueOrDefault("number") : line;
            if (DocumentNumbers.Find(value.Of(paper.Text), out var start, out var length) is not null)
            {
                return new(value.Start + start, value.Start + start + length);
            }
        }

        return default;
    }

    private static OfficialHead Head(Paper paper, Block block, int end)
    {
        var addressees = paper.Lines[block.Addressees].Span;
        var number = DocumentNumbers.Normal(block.Number.Of(paper.Text));
        var head = new OfficialHead
        {
            Title = block.Number,
            DocumentNumber = number,
            Number = block.Number,
            Addressees = new(addressees.Start, addressees.End - 1),
        };
        AddIssuers(paper, block, end, head, HeadLabels.Read(paper, block.First, block.Addressees));
        var text = paper.Text.AsSpan(addressees.End, paper.Lines[end - 1].Span.End - addressees.End);
        head.Policies.Add(
            new(number, [block.Number]) { HasNumber = true, Effective = head.Effective ?? EffectiveDay.Find(text, head.Issued) }
        );
        return head;
    }

    private static void AddIssuers(Paper paper, Block block, int end, OfficialHead head, ImmutableDictionary<string, TextSpan> labels)
    {
        if (Signature.TryFind(paper, block.Addressees + 1, out var signature) && signature.LastLine < end)
        {
            head.Issuers.Add(signature.Names);
            head.Issued = signature.Day;
        }

        if (labels.TryGetValue("agency", out var agency))
        {
            head.Issuers.Add(agency);
        }

        for (var i = block.First; i < block.Addressees; i++)
        {
            if (Signature.IsOfficeLine(paper, i) && !HeadLabels.IsLabelled(paper, paper.Lines[i].Span))
            {
                head.Issuers.Add(paper.Lines[i].Span);
            }
        }

        head.Issued ??=
            labels.TryGetValue("written", out var written) ? Days.In(written.Of(paper.Text))
            : Signature.TryFindDay(paper, block.First, end, out var day) ? day
            : null;
        head.Effective = labels.TryGetValue("effective", out var effective) ? Days.In(effective.Of(paper.Text)) : null;
    }

    /// <summary>The lines of one head, as indexes into <see cref="Paper.Lines"/>.</summary>
    private readonly record struct Block(int First, int Addressees, TextSpan Number);
}
