using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>Joins the phrases that the sentence lists together.</summary>
internal static class GroupReader
{
    private const int LongestUnknown = 20;

    private static readonly System.Buffers.SearchValues<char> NoMember = System.Buffers.SearchValues.Create(
        "，。；：！？、（）《》“”的在了是由将被把等对向"
    );

    private static readonly string[] Links =
    [
        "、",
        "和",
        "与",
        "及",
        "以及",
        "、以及",
        "，以及",
        "，和",
        "暨",
        "同",
        "联合",
        "会同",
        "携手",
        "联手",
        "及其",
        "并",
        "、和",
    ];

    private static readonly string[] Counted =
    [
        "部门",
        "部委",
        "单位",
        "机构",
        "企业",
        "公司",
        "高校",
        "院所",
        "银行",
        "委办局",
        "厅局",
        "省市",
        "方面",
        "城市",
        "地区",
        "省份",
        "园区",
        "县区",
        "县市",
        "高新区",
        "开发区",
        "平台",
        "学校",
        "医院",
        "协会",
        "学会",
        "国家",
        "家",
        "方",
        "地",
        "市",
        "省",
        "县",
        "国",
        "项",
    ];

    /// <summary>Adds the lists to their passage.</summary>
    public static void Read(Passage passage, SourceText source, List<Phrase> phrases)
    {
        var text = passage.Text;
        for (var i = 0; i < phrases.Count; )
        {
            var next = i + 1;
            var second = 0;
            while (
                next < phrases.Count
                && (IsLink(text, phrases[next - 1], phrases[next], out var parts) || IsRunOn(source, phrases[next - 1], phrases[next]))
            )
            {
                second = parts ? next - i : second;
                next++;
            }

            var end = Tail(text, phrases[next - 1].Span.End, out var count);
            passage.Add(
                new Group
                {
                    Members = next - i == 1 ? [phrases[i]] : phrases.GetRange(i, next - i),
                    Span = new(phrases[i].Span.Start, end),
                    Count = count,
                    SecondSide = second,
                }
            );
            i = next;
        }
    }

    private static bool IsLink(string text, Phrase left, Phrase right, out bool parts)
    {
        parts = false;
        if (left.Type.Family() != right.Type.Family() || right.Span.Start < left.Span.End)
        {
            return false;
        }

        var gap = WithoutGloss(text.AsSpan(left.Span.End, right.Span.Start - left.Span.End));
        gap = left.Type == EntityType.Person ? gap[Math.Min(gap.Length, Titles.OfGuests.At(text, left.Span.End).Length)..] : gap;
        parts = gap is "与" or "同" or "携手" or "联手" or "联合";
        return gap switch
        {
            "" => left.Type == right.Type && Kinds.Work.Has(left.Type)
                || left.Type is EntityType.Place or EntityType.Zone && right.Type is EntityType.Place,
            "”“" or "”、“" or "”和“" or "”与“" => Kinds.Event.Has(left.Type) || Kinds.Work.Has(left.Type),
            "，" => left.Type == EntityType.Person && right.Posts.Count > 0,
            _ => IsListed(gap)
                || IsCounted(text, left.Span.End, gap)
                || gap.Length <= 6 && gap.StartsWith("及其")
                || Kinds.Actor.Has(right.Type) && Kinds.Actor.Has(left.Type) && IsOverUnknown(gap),
        };
    }

    /// <summary>甲、乙两省和丙、丁三市: what sums one list up does not part it from the next.</summary>
    private static bool IsCounted(string text, int end, ReadOnlySpan<char> gap) =>
        CountLength(text, end) is > 0 and var counted && counted < gap.Length && gap[counted..] is "和" or "及" or "与" or "、" or "以及";

    /// <summary>
    /// 甲省委 甲省人民政府印发: issuers with nothing, or a space, between; on a line of its own the next is another signer or another
    /// matter.
    /// </summary>
    private static bool IsRunOn(SourceText source, Phrase left, Phrase right) =>
        left.Type == EntityType.Agency
        && right.Type == EntityType.Agency
        && left.Span.End == right.Span.Start
        && source.GapBefore(right.Span.Start) != Gap.Line;

    /// <summary>甲协会、某某会、乙协会: a member whose name is not known does not end the list.</summary>
    public static bool IsOverUnknown(ReadOnlySpan<char> gap) =>
        gap.Length is > 3 and <= LongestUnknown && gap[0] == '、' && gap[^1] is '、' or '和' && gap[1..^1].IndexOfAny(NoMember) < 0;

    /// <summary>甲研究所（某实验室）、乙中心: what a bracket adds to a name does not end the list.</summary>
    private static ReadOnlySpan<char> WithoutGloss(ReadOnlySpan<char> gap)
    {
        var close = gap.IndexOf('）');
        return close > 0 && gap[0] == '（' && close + 1 < gap.Length ? gap[(close + 1)..] : gap;
    }

    private static bool IsListed(ReadOnlySpan<char> gap)
    {
        foreach (var link in Links)
        {
            if (gap.SequenceEqual(link))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>甲、乙、丙三市, 甲、乙2个城市: what sums a list up belongs to it; its length.</summary>
    private static int CountLength(string text, int end)
    {
        var rest = text.AsSpan(end);
        var number = SmallNumber.Read(rest, out var length);
        rest = rest[length..];
        length +=
            number < 2 || rest.IsEmpty ? 0
            : rest.StartsWith("个城市")
            || rest.StartsWith("家企业")
            || rest.StartsWith("家单位")
            || rest.StartsWith("个部门")
            || rest.StartsWith("所高校")
            || rest.StartsWith("家公司")
                ? 3
            : rest.StartsWith("部门") ? 2
            : rest[0] is '市' or '省' or '地' or '方' or '县' ? 1
            : -length;
        return number < 2 ? 0 : length;
    }

    /// <summary>Where a closing 等, 等7部门 or 等6家银行 ends.</summary>
    private static int Tail(string text, int end, out int? count)
    {
        count = null;
        if (end >= text.Length || text[end] != '等')
        {
            return end + CountLength(text, end);
        }

        end++;
        var digits = SmallNumber.Read(text.AsSpan(end), out var length);
        if (length > 0)
        {
            (count, end) = (digits, end + length);
            end += end < text.Length && text[end] is '个' or '家' or '位' or '所' ? 1 : 0;
        }

        foreach (var noun in Counted)
        {
            if (text.AsSpan(end).StartsWith(noun))
            {
                return end + noun.Length;
            }
        }

        return end;
    }
}
