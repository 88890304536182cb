using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// Finds the articles of a newspaper or bulletin that reprint an official paper: the title is 某机关关于某事的通知, or that of a plan whose
/// text speaks of itself (制定本计划), or an agency's report says that the text follows (《意见》全文如下). A headline about a policy
/// (某省印发行动方案) is none.
/// </summary>
public sealed class ReprintStage : IStage
{
    private const int Opening = 1500;
    private const int QuoteReach = 600;
    private const int LongestLink = 6;
    private const int LengthOfYear = 4;

    private static readonly string[] HeadlineVerbs =
    [
        "印发",
        "出台",
        "发布",
        "启动",
        "实施",
        "公布",
        "推出",
        "落实",
        "解读",
        "通过",
        "召开",
        "谈",
    ];

    public void Run(Paper paper)
    {
        if (paper.Official is not null)
        {
            return;
        }

        foreach (var article in paper.Articles)
        {
            if (
                article.Title is { } title
                && (IsReprint(paper.Text, title, article.Body) ? Head(paper, title) : Quoted(paper, article, title)) is { } head
            )
            {
                paper.Reprints.Add(head);
                OwnTitles.AddMentions(paper, head, EntityType.Policy);
            }
        }
    }

    private static bool IsReprint(string text, TextSpan title, TextSpan body)
    {
        var words = title.Of(text);
        if (
            !TitleFinder.IsTitle(words)
            || TitleFinder.IsReport(words)
            || LineEnds.IsStop(words)
            || words.Contains('，', StringComparison.Ordinal)
        )
        {
            return false;
        }

        var about = words.IndexOf("关于", StringComparison.Ordinal);
        return about > 2
            ? Signature.IsOffice(words.AsSpan(0, about))
            : !HeadlineVerbs.Any(verb => words.Contains(verb, StringComparison.Ordinal))
                && OwnTitles.SpeaksOfItself(text.AsSpan(body.Start, Math.Min(Opening, body.Length)));
    }

    /// <summary>
    /// The policy of a headline 某办某办印发《X》 under which 《X》全文如下 or 《X》主要内容如下 stands; null for other news about it.
    /// </summary>
    private static OfficialHead? Quoted(Paper paper, Article article, TextSpan title)
    {
        var opening = paper.Text.AsSpan(article.Body.Start, Math.Min(QuoteReach, article.Body.Length));
        var follows = Math.Max(opening.IndexOf("全文如下"), opening.IndexOf("内容如下"));
        var close = follows < 0 ? -1 : opening[..follows].LastIndexOf('》');
        var open = close < 0 ? -1 : opening[..close].LastIndexOf('《');
        if (open < 0 || follows - close > LongestLink)
        {
            return null;
        }

        var text = new TextSpan(article.Body.Start + open + 1, article.Body.Start + close);
        var name = text.Of(paper.Text);
        var at = title.Of(paper.Text).IndexOf($"《{name}》", StringComparison.Ordinal);
        if (at < 0 || !TitleKinds.Of(name).IsPolicy)
        {
            return null;
        }

        var inTitle = new TextSpan(title.Start + at + 1, title.Start + at + 1 + name.Length);
        var head = new OfficialHead { Title = inTitle, Issued = article.Published is { Length: > LengthOfYear } day ? day : null };
        var verb = title.Of(paper.Text).AsSpan(0, at).LastIndexOf("印发");
        head.Issuers.Add(new(title.Start, title.Start + Math.Max(0, verb)));
        head.Policies.Add(new(paper.Source.Surface(inTitle), [inTitle, text]));
        return head;
    }

    private static OfficialHead Head(Paper paper, TextSpan title)
    {
        var words = title.Of(paper.Text);
        var excerpt = words.EndsWith("（节选）", StringComparison.Ordinal) || words.EndsWith("（摘要）", StringComparison.Ordinal) ? 4 : 0;
        var own = new TextSpan(title.Start, title.End - excerpt);
        var head = new OfficialHead { Title = own };
        OfficialHeadReader.AddTitleIssuers(paper, head);
        var isPassedOn = ForwardedTitle.TryFind(paper.Text, own, out var passedOn, out var isForwarded);
        OfficialHeadReader.AddPolicies(paper, head, isPassedOn ? passedOn : default, default, isForwarded, paper.Text.Length);
        return head;
    }
}
