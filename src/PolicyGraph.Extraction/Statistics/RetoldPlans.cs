using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// News that print what a plan sets, item by item: the plan comes out in their lead (《甲行动方案》近日出台, 即将出台的《甲纲要》定下新目标),
/// and most of their paragraphs bid, as its own would (1、推进…, 构建…体系。).
/// </summary>
internal static class RetoldPlans
{
    private const int Lead = 200;
    private const int Least = 5;
    private static readonly string[] Names = ["计划", "规划", "纲要", "方案", "要点"];
    private static readonly WordSet Issuing = new(["出台", "印发", "发布", "公布", "下发", "推出"]);

    /// <summary>The plan that the article retells, or null.</summary>
    public static Entity? Of(Paper paper, TextSpan article) => Announced(paper, article) is { } plan && Bids(paper, article) ? plan : null;

    private static Entity? Announced(Paper paper, TextSpan article)
    {
        var end = Math.Min(article.End, article.Start + Lead);
        for (var i = paper.FirstSentence(article.Start); i < paper.Sentences.Count && paper.Sentences[i].Span.Start < end; i++)
        {
            var sentence = paper.Sentences[i].Span;
            if (paper.Text.AsSpan(sentence.Start, sentence.Length).ContainsAny(Issuing) && PlanIn(paper, sentence) is { } plan)
            {
                return plan;
            }
        }

        return null;
    }

    private static Entity? PlanIn(Paper paper, TextSpan sentence)
    {
        for (var i = paper.FirstMention(sentence.Start); i < paper.Mentions.Count && paper.Mentions[i].Span.Start < sentence.End; i++)
        {
            if (paper.Mentions[i] is { Type: EntityType.Policy, Inside: false, Entity: { } plan } && Bare(plan.Name).EndsWithAny(Names))
            {
                return plan;
            }
        }

        return null;
    }

    /// <summary>甲行动纲要|（2011—2015）.</summary>
    private static ReadOnlySpan<char> Bare(string name) =>
        name.AsSpan().IndexOfAny('（', '(') is > 0 and var bracket ? name.AsSpan(0, bracket) : name;

    private static bool Bids(Paper paper, TextSpan article)
    {
        var (bidding, all) = (0, 0);
        for (var i = paper.FirstSentence(article.Start); i < paper.Sentences.Count && paper.Sentences[i].Span.Start < article.End; i++)
        {
            var (start, length) = (paper.Sentences[i].Span.Start, paper.Sentences[i].Span.Length);
            if (paper.Source.GapBefore(start) == Gap.Line)
            {
                var words = paper.Text.AsSpan(start, length);
                var numbered = Sections.Level(words, out var number) > 0;
                bidding += ArticleParts.Bids(numbered ? words[number..] : words) ? 1 : 0;
                all++;
            }
        }

        return bidding >= Least && bidding * 2 > all;
    }
}
