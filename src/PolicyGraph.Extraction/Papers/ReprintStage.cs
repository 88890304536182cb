using PolicyGraph.Extraction.Articles;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// Finds the articles of a newspaper or bulletin that reprint an official paper: the title is 某机关关于某事的通知, or that of a plan whose text
/// speaks of itself (制定本计划). A headline about a policy (某省印发行动方案) is none.
/// </summary>
public sealed class ReprintStage : IStage
{
    private const int Opening = 1500;

    private static readonly string[] HeadlineVerbs = ["印发", "出台", "发布", "启动", "实施", "公布", "推出", "落实", "解读", "通过", "召开", "谈"];

    public void Run(Paper paper)
    {
        if (paper.Official is not null)
        {
            return;
        }

        foreach (var article in paper.Articles)
        {
            if (article.Title is { } title && IsReprint(paper.Text, title, article.Body))
            {
                var head = Head(paper, title);
                paper.Reprints.Add(head);
                OwnTitles.AddMentions(paper, head, EntityType.Policy);
            }
        }
    }

    private static bool IsReprint(string text, TextSpan title, TextSpan body)
    {
        var words = title.Of(text);
        if (!TitleFinder.IsTitle(words) || TitleFinder.IsReport(words) || LineEnds.IsStop(words) || words.Contains('，', StringComparison.Ordinal))
        {
            return false;
        }

        var about = words.IndexOf("关于", StringComparison.Ordinal);
        return about > 2
            ? Signature.IsOffice(words.AsSpan(0, about))
            : !HeadlineVerbs.Any(verb => words.Contains(verb, StringComparison.Ordinal)) && OwnTitles.SpeaksOfItself(text.AsSpan(body.Start, Math.Min(Opening, body.Length)));
    }

    private static OfficialHead Head(Paper paper, TextSpan title)
    {
        var words = title.Of(paper.Text);
        var excerpt = words.EndsWith("（节选）", StringComparison.Ordinal) || words.EndsWith("（摘要）", StringComparison.Ordinal) ? 4 : 0;
        var own = new TextSpan(title.Start, title.End - excerpt);
        var head = new OfficialHead { Title = own };
        OfficialHeadReader.AddTitleIssuers(paper, head);
        var isPassedOn = ForwardedTitle.TryFind(paper.Text, own, out var passedOn, out var isForwarded);
        OfficialHeadReader.AddPolicies(paper, head, isPassedOn ? passedOn : default, default, isForwarded);
        return head;
    }
}
