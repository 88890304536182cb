using System.Buffers;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// 根据《X》制定本办法, 为落实《X》，甲市出台《Y》: what a paper rests on. What a paper bids others follow is passed over.
/// </summary>
internal sealed partial class BasedOnRule : IRelationRule
{
    private const int ObjectReach = 40;

    internal const int SubjectReach = 10;

    private const int LeadSentences = 2;

    private const int ShortestTitle = 4;

    /// <summary>The most characters between the last basis and what is made (等有关法律法规的规定，).</summary>
    internal const int LongestClosing = 16;

    /// <summary>The rule of what the sentence carries out on its basis.</summary>
    private const string Launched = "based.launched";

    /// <summary>The characters of the word that ends a title and tells its kind: 办法, 规定, 细则.</summary>
    private const int KindLength = 2;

    /// <summary>
    /// Papers that answer or explain, and so rest on each article that they apply; the articles that a regulation points to are only other
    /// rules.
    /// </summary>
    private static readonly string[] Answers = ["复函", "批复", "答复", "解释", "的函"];

    private static readonly string[] Zeal = ["认真", "严格", "从严", "坚决", "扎实"];

    private static readonly string[] Carrying = ["贯彻", "落实", "贯彻实施", "实施", "执行"];

    /// <summary>What ends or suspends another paper does not rest on it.</summary>
    private static readonly string[] Stopping = ["调整实施", "停止实施", "停止执行", "暂停实施", "调整执行", "废止"];

    /// <summary>What stands behind such a word is made, not rested on.</summary>
    internal static readonly SearchValues<string> Making = SearchValues.Create(
        ["制定", "制订", "编制", "起草", "修订", "印发", "出台"],
        StringComparison.Ordinal
    );

    /// <summary>Words by which an official paper speaks of its own making.</summary>
    private static readonly string[] OwnMaking =
    [
        "制定本",
        "制订本",
        "编制本",
        "特制定",
        "特制订",
        "如下",
        "提出以下",
        "现将",
        "现就",
        "现予",
        "决定",
        "组织开展",
    ];

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var title in passage.Named(EntityType.Policy))
        {
            Titled(passage, title, sink);
        }

        Founded(passage, sink);
        foreach (var trigger in passage.Of(Cue.Base))
        {
            var bases = Bases(passage, trigger.Span.End).ToList();
            if (bases.Count == 0 && passage.MeantAfter(trigger.Span.End) is { } named)
            {
                // 根据条例制定了《Y》: the paper that was named last, by its kind alone.
                bases = [named];
            }

            if (bases.Count == 0)
            {
                continue;
            }

            var end = bases[^1].Span.End;
            var made = Made(passage, end);
            if (made.Exists(m => m.Rule == Launched) && Own(passage, end) is { } deciding)
            {
                // 为落实《X》，现决定启动Y试点: the paper that decides it rests on X.
                made = [deciding];
            }
            else if (made.Exists(m => m.Rule == Launched) && IsNarrated(passage, trigger.Span.Start))
            {
                made.Clear();
            }
            else if (
                made.Count == 0
                && (Own(passage, end) ?? Lead(passage, trigger, end) ?? GroundedPapers.Of(passage, trigger, end) ?? Applied(passage, end))
                    is { } own
            )
            {
                made.Add(own);
            }

            made.AddRange(Together(passage, end, made));
            foreach (
                var basis in bases
                    .SelectMany(b => b.Members)
                    .Where(b => b.Type == EntityType.Policy && !made.Exists(m => m.Entity == b.Entity))
            )
            {
                foreach (var policy in made)
                {
                    sink.Add(
                        RelationType.BasedOn,
                        policy.Entity,
                        basis.Entity,
                        trigger.Span.Union(basis.Span).Union(policy.Span),
                        trigger.Span.Union(basis.Span),
                        policy.Rule,
                        policy.Confidence
                    );
                }
            }
        }
    }

    /// <summary>认真落实X精神，扎实开展Y: two things done; 为落实X, 根据X rest one on the other.</summary>
    private static bool IsNarrated(Passage passage, int trigger) => passage.EndsBefore(trigger, Zeal);

    /// <summary>关于贯彻《X》的意见: what the title says is carried out.</summary>
    private static void Titled(Passage passage, Mention title, RelationSink sink)
    {
        foreach (var basis in passage.Within(title).Where(m => m.Type == EntityType.Policy))
        {
            if (passage.EndsBefore(basis.Span.Start, Carrying) && !passage.EndsBefore(basis.Span.Start, Stopping))
            {
                sink.Add(RelationType.BasedOn, title.Entity!, basis.Entity!, title.Span, title.Span, "based.title", 0.85);
            }
        }
    }

    /// <summary>《Y》（该措施）是在《X》基础上修订而成: what a paper was made from.</summary>
    private static void Founded(Passage passage, RelationSink sink)
    {
        foreach (var basis in passage.Named(EntityType.Policy))
        {
            var rest = passage.Between(basis.Span.End, passage.Span.End);
            var isFounded =
                (rest.StartsWith("基础上") || rest.StartsWith("的基础上"))
                && rest[..Math.Min(rest.Length, LongestClosing)].IndexOfAny(Making) >= 0;
            var made =
                isFounded && passage.EndsBefore(basis.Span.Start, "在")
                    ? passage.Before(basis.Span.Start, Kinds.Policy, SubjectReach, passed: Kinds.None)
                    : null;
            if (made is { Members.Count: 1 })
            {
                sink.Add(
                    RelationType.BasedOn,
                    made.Members[0].Entity,
                    basis.Entity!,
                    made.Span.Union(basis.Span),
                    basis.Span,
                    "based.founded",
                    0.85
                );
            }
        }
    }

    /// <summary>The policies that the trigger governs; names of who issued them may stand before.</summary>
    private static IEnumerable<Group> Bases(Passage passage, int position)
    {
        for (var i = passage.FirstGroupFrom(position); i < passage.Groups.Count; i++)
        {
            var group = passage.Groups[i];
            if (GlossEnd(passage, position, i) is > 0 and var closed)
            {
                position = closed;
                continue;
            }

            var gap = WithoutGloss(passage.Between(position, group.Span.Start));
            if (gap.Length > ObjectReach || gap.ContainsAny("，。；：") && !IsArticle(gap) || IsMade(gap))
            {
                yield break;
            }

            if (group.IsOf(Kinds.Policy))
            {
                yield return group;
            }

            position = group.Span.End;
        }
    }

    /// <summary>根据有关规定制定本办法: what is made; 根据甲部印发的《X》 still names what is rested on.</summary>
    private static bool IsMade(ReadOnlySpan<char> gap) => gap.IndexOfAny(Making) is >= 0 and var at && !gap[(at + 2)..].StartsWith("的");

    /// <summary>《X》（某发〔2016〕3号，以下简称《办法》）及《Y》: what a bracket adds to a title does not end the list.</summary>
    private static ReadOnlySpan<char> WithoutGloss(ReadOnlySpan<char> gap) =>
        gap.StartsWith("（") && gap.IndexOf('）') is > 0 and var close ? gap[(close + 1)..] : gap;

    /// <summary>
    /// （某发〔2016〕3号，以下简称《办法》）: where the bracket closes that gives the title before it a short form; 0 where the group at an index
    /// is none.
    /// </summary>
    private static int GlossEnd(Passage passage, int position, int index)
    {
        var gloss = passage.Groups[index];
        var gap = passage.Between(position, gloss.Span.Start);
        var rest = passage.Between(gloss.Span.End, passage.Span.End);
        return
            index > 0
            && gap.StartsWith("（")
            && !gap.Contains('）')
            && rest.StartsWith("）")
            && gloss.Members[0].Entity == passage.Groups[index - 1].Members[^1].Entity
            ? gloss.Span.End + 1
            : 0;
    }

    /// <summary>《X》第三条，以及《Y》: which article of the one, then the next.</summary>
    private static bool IsArticle(ReadOnlySpan<char> gap) =>
        gap.StartsWith("第")
        && !gap.ContainsAny("。；：")
        && (gap.EndsWith("、") || gap.EndsWith("，以及") || gap.EndsWith("，") || gap.EndsWith("，和"))
        && gap.IndexOf('条') is > 0 and < 12
        && gap.Count('，') <= 1;

    /// <summary>根据《X》第三条的规定，应当…, in a reply.</summary>
    private static BasedPaper? Applied(Passage passage, int position) =>
        passage.Reading.Paper.Official is not null
        && passage.Between(position, passage.Span.End).StartsWith("第")
        && passage.Reading.Headings.Above(passage) is { } own
        && own.Name.EndsWithAny(Answers)
            ? new(own, new(position, position), "based.applied", 0.75)
            : null;

    /// <summary>The policies that a verb after the basis makes, issues or takes up: all of a list.</summary>
    private static List<BasedPaper> Made(Passage passage, int position)
    {
        foreach (var trigger in passage.Triggers)
        {
            if (
                trigger.Span.Start >= position
                && trigger.Cue is Cue.Issue or Cue.Publish or Cue.Draft or Cue.Launch or Cue.Pilot
                && passage.After(trigger.Span.End, Kinds.Policy, ObjectReach) is { } group
            )
            {
                if (passage.Text[group.Span.End - 1] != '》' && passage.IsOnList(group.Span.End))
                {
                    continue;
                }

                return
                [
                    .. group
                        .Members.Where(m => m.Type == EntityType.Policy)
                        .Select(m => new BasedPaper(
                            m.Entity,
                            m.Span,
                            trigger.Cue is Cue.Launch or Cue.Pilot ? Launched : "based.made",
                            0.85
                        )),
                ];
            }
        }

        return [];
    }

    /// <summary>根据《X》制定了《Y》，现印发给你们: the notice and what it passes on rest on the same.</summary>
    private static IEnumerable<BasedPaper> Together(Passage passage, int position, List<BasedPaper> made)
    {
        if (
            made.Count == 0
            || passage.Reading.Paper.Official is not { Policies: [var notice, { Author: null }, ..] } head
            || passage.Sentence.Article > 0
        )
        {
            return [];
        }

        var passedOn = passage
            .Named(EntityType.Policy)
            .Where(m => m.Span.Start >= position && head.Policies.Skip(1).Any(p => p.Name == m.Entity!.Name))
            .Select(m => m.Entity!)
            .Distinct()
            .ToList();
        var own = passage.Reading.Headings.Above(passage);
        var isOwn = own?.Name == notice.Name && (made.Exists(m => m.Entity == own) || made.Exists(m => passedOn.Contains(m.Entity)));
        return isOwn && passedOn.Count > 0
            ? passedOn
                .Prepend(own!)
                .Where(e => !made.Exists(m => m.Entity == e))
                .Select(e => new BasedPaper(e, new(position, position), made[0].Rule, 0.8))
            : [];
    }
}
