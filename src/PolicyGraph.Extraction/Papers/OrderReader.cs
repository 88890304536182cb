using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// An order (令) or a legislature's announcement that promulgates a law or a regulation: the line 某机关令, the line 第N号,
/// 现公布《X》，自…起施行, the signer, the day. The policy is X; its number is the order's.
/// </summary>
internal static class OrderReader
{
    private const int HeadLines = 40;
    private const int UntitledLines = 6;
    private const int SentenceReach = 400;

    /// <summary>What stands behind such a word is what the order rests on.</summary>
    private static readonly string[] Bases = ["根据", "依据", "按照", "依照", "贯彻", "落实", "执行", "实施"];

    private static readonly string[] Giving = ["现发布《", "现公布《", "现颁布《", "现予发布《", "现予公布《", "制定了《"];

    /// <summary>How many lines a title may stand from the number.</summary>
    private const int TitleReach = 2;

    public static bool TryRead(Paper paper, out OfficialHead head)
    {
        head = new OfficialHead { Title = default };
        for (var i = 0; i < paper.Lines.Count && i < HeadLines; i++)
        {
            if (
                OrderLine.TryRead(paper, i, out var order)
                && !IsTitled(paper, i, order)
                && TryPromulgated(paper, order.Serial.End, out var title)
            )
            {
                head = Head(paper, order, title);
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// An announcement without a title (某部公告 2023年第12号, 现批准某某等12项标准): the headline that a page sets above the heading is its
    /// name, else the heading; null for a paper without one.
    /// </summary>
    public static OfficialHead? ReadUntitled(Paper paper)
    {
        for (var i = 0; i < paper.Lines.Count && i < UntitledLines; i++)
        {
            if (OrderLine.TryRead(paper, i, out var order))
            {
                return Head(
                    paper,
                    order,
                    NoticeForms.TryHeadline(paper, i, out var headline) ? headline.Span : order.Name.Union(order.Serial)
                );
            }
        }

        return null;
    }

    /// <summary>
    /// An announcement with a title of its own (某局关于发布《X》的公告), above its number or below it, is that title and passes X on.
    /// </summary>
    private static bool IsTitled(Paper paper, int index, OrderLine order)
    {
        for (var i = Math.Max(0, index - TitleReach); i <= Math.Min(paper.Lines.Count - 1, order.LastLine + TitleReach); i++)
        {
            var line = paper.Lines[i].Span.Of(paper.Text);
            if (
                (i < index || i > order.LastLine)
                && TitleIssuers.About(line) >= 0
                && line.EndsWith("的公告", StringComparison.Ordinal)
                && TitleFinder.IsTitle(line)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static OfficialHead Head(Paper paper, OrderLine order, TextSpan title)
    {
        var head = new OfficialHead
        {
            Title = title,
            DocumentNumber = order.Number(paper.Text),
            Number = order.Name.Union(order.Serial),
        };
        head.Issuers.Add(order.Offices);
        JointSigners.Add(paper, order.LastLine + 1, head);
        head.Issued = Days.In(paper.Text.AsSpan(order.Serial.End, paper.Lines[order.LastLine].Span.End - order.Serial.End));
        if (head.Issued is null && Signature.TryFindDay(paper, order.LastLine + 1, paper.Lines.Count, out var day))
        {
            head.Issued = day;
        }

        if (IsOfLegislature(order.Offices.Of(paper.Text)))
        {
            AddLegislature(paper, order, head);
        }

        var spans = ForwardedTitle.TryFindText(paper, title, order.LastLine + 1, out var text) ? new[] { text.Span, title } : [title];
        head.Policies.Add(
            new(paper.Source.Surface(title), spans) { HasNumber = true, Effective = EffectiveDay.Find(paper.Text, head.Issued) }
        );
        return head;
    }

    /// <summary>A law is the legislature's, whoever signs it into force.</summary>
    private static bool IsOfLegislature(string offices) =>
        offices.EndsWith("主席", StringComparison.Ordinal) || offices.Contains("人民代表大会", StringComparison.Ordinal);

    private static void AddLegislature(Paper paper, OrderLine order, OfficialHead head)
    {
        if (Signature.TryFind(paper, order.LastLine + 1, out var signature))
        {
            head.Issuers.Add(signature.Names);
        }

        var rest = paper.Text.AsSpan(order.Serial.End, Math.Min(SentenceReach, paper.Text.Length - order.Serial.End));
        var passed = rest.IndexOf("通过");
        if (passed > 0)
        {
            head.Issuers.Add(new(order.Serial.End, order.Serial.End + passed));
        }
    }

    /// <summary>The title in 《》 that the order's own sentences promulgate: the one right behind 现发布, else the first.</summary>
    private static bool TryPromulgated(Paper paper, int from, out TextSpan title)
    {
        title = default;
        var text = paper.Text.AsSpan(from, Math.Min(SentenceReach, paper.Text.Length - from));
        var open = text.IndexOf('《');
        foreach (var verb in Giving)
        {
            open = text.IndexOf(verb) is >= 0 and var at ? at + verb.Length - 1 : open;
        }

        var close = open < 0 ? -1 : text[open..].IndexOf('》');
        if (
            close < 0
            || text[..open].EndsWithAny(Bases)
            || text[(open + close + 1)..] is ['等' or '为', ..]
            || !text.Contains("公布", StringComparison.Ordinal)
                && !text.Contains("发布", StringComparison.Ordinal)
                && !text.Contains("施行", StringComparison.Ordinal)
        )
        {
            return false;
        }

        title = new(from + open + 1, from + open + close);
        return true;
    }
}
