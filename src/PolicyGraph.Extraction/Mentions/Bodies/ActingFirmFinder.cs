using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Firms by what only firms do or have: 远麓拟投资3亿元, 青峦完成近亿元A轮融资, 柳岬旗下. A mark stands before the name, and no word that a
/// table has is in it; 此次完成融资 and the name of a person (林知远旗下) are none.
/// </summary>
internal sealed class ActingFirmFinder : IBodyFinder
{
    /// <summary>The rule of these mentions.</summary>
    public const string Rule = "organization.act";

    private const int MinName = 2;
    private const int MaxName = 5;
    private const int MaxLatin = 20;
    private const int MaxRound = 16;

    private static readonly string[] Adverbs =
    [
        "近日",
        "日前",
        "今日",
        "昨日",
        "也",
        "还",
        "已",
        "将",
        "正式",
        "今年",
        "去年",
        "曾",
        "就",
        "亦",
    ];

    public void Find(Paper paper, Surroundings surroundings)
    {
        for (var i = 0; (i = paper.Forms.NextOf(i, WordClasses.FirmAct)) < paper.Forms.Count; i++)
        {
            var act = paper.Forms[i];
            var end = WithoutAdverbs(paper.Text, act.Start);
            if (IsAct(paper.Text, act) && Name(paper, end, surroundings.SentenceStart(end)) is { IsEmpty: false } name)
            {
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = name,
                        Type = EntityType.Organization,
                        Name = paper.Source.Surface(name),
                        Rule = Rule,
                        Confidence = 0.7,
                    }
                );
            }
        }
    }

    /// <summary>完成近2亿元A轮融资: only a round of financing tells who completes it. 确定持股比例 has no holder.</summary>
    internal static bool IsAct(string text, LexicalHit act) =>
        act.Form.Text == "持股"
            ? !text.AsSpan(act.End).StartsWith("比例")
            : act.Form.Text != "完成" || text.AsSpan(act.End, Math.Min(MaxRound, text.Length - act.End)).IndexOf("轮融资") >= 0;

    private static int WithoutAdverbs(string text, int end)
    {
        while (text.AsSpan(0, end).WordAtEnd(Adverbs) is { } adverb)
        {
            end -= adverb.Length;
        }

        return end;
    }

    private static TextSpan Name(Paper paper, int end, int floor)
    {
        var start = LatinStart(paper.Text, end, floor);
        if (start < end)
        {
            return end - start is >= MinName and <= MaxLatin && char.IsAsciiLetterUpper(paper.Text[start]) && OpensClause(paper.Text, start)
                ? new(start, end)
                : default;
        }

        var first = NameStart.Find(paper, end, floor);
        start = AfterClass(paper, first, end);
        var name = new TextSpan(start, end);
        return
            name.Length is >= MinName and <= MaxName
            && (start > first || OpensClause(paper.Text, start))
            && (TradeFirmFinder.IsOwnWord(paper, name) || IsTrading(paper, name))
            && !IsPerson(name.Of(paper.Text))
            ? name
            : default;
    }

    /// <summary>青禾科技拟投资: a trade with a word before it that is no kind's; 民间资本 is none.</summary>
    private static bool IsTrading(Paper paper, TextSpan name)
    {
        foreach (var hit in paper.Forms.EndingAt(name.End))
        {
            if (
                hit.Form.Is(WordClasses.CompanyField)
                && hit.Start - name.Start >= MinName
                && NameParts.Read(paper, name.Start, hit.Start) is { IsClass: false, Anchor: NameAnchor.None } parts
                && parts.Start == name.Start
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>龙头企业远麓宣布完成: the name begins behind the word for what it is.</summary>
    internal static int AfterClass(Paper paper, int start, int end)
    {
        for (var i = end - MinName; i > start; i--)
        {
            foreach (var hit in paper.Forms.EndingAt(i))
            {
                if (hit.Start >= start && hit.Length > 1 && hit.Form.Is(WordClasses.CompanyClass))
                {
                    return i;
                }
            }
        }

        return start;
    }

    private static int LatinStart(string text, int end, int floor)
    {
        var start = end;
        while (start > floor && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }

        return start;
    }

    /// <summary>
    /// True where nothing of the clause stands before the name: a mark, or one of the few words that go before a subject.
    /// </summary>
    /// <param name="floor">Where the sentence begins, with a mark before it or not.</param>
    internal static bool OpensClause(string text, int start, int floor = 0) =>
        start <= floor || !NameStart.IsNameCharacter(text[start - 1]) || text[start - 1] is '由' or '据' or '而' or '但';

    private static bool IsPerson(string name) =>
        name.Length == 3 && NameGrammar.Surname(name, 0) is > 0 and var surname && NameGrammar.IsLikely(name, surname);
}
