using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>Puts the titles that a paper bears itself down as mentions, with what its head says of them.</summary>
internal static class OwnTitles
{
    /// <summary>The rule of these mentions.</summary>
    public const string Rule = "policy.own-title";

    private const int LongestKind = 6;

    private static readonly string[] Lists = ["名单", "名录", "目录", "清单"];

    public static void AddMentions(Paper paper, OfficialHead head, EntityType type)
    {
        foreach (var policy in head.Policies)
        {
            foreach (var span in policy.Spans)
            {
                var mention = new Mention
                {
                    Span = OwnWords(paper.Text, span),
                    Type = IsList(policy.Name) ? EntityType.Publication : type,
                    Name = policy.Name,
                    Rule = Rule,
                    Confidence = 0.98,
                };
                if (mention.Type == EntityType.Policy)
                {
                    SetProps(mention, policy, head);
                }

                paper.Mentions.Add(mention);
            }
        }
    }

    /// <summary>A list that a notice makes known (X名单, X目录) is no policy; 指导目录 and 负面清单 are.</summary>
    public static bool IsList(ReadOnlySpan<char> name) =>
        TitleKinds.Of(name) is { Class: "publication", Word: { } word } && word.EndsWithAny(Lists);

    /// <summary>True where the words of a title of the paper itself begin at <paramref name="position"/>.</summary>
    public static bool IsOne(Paper paper, int position) =>
        Heads(paper).Any(h => h.Policies.Any(p => p.Spans.Any(s => OwnWords(paper.Text, s).Start == position)));

    /// <summary>
    /// The name of the policy that the paper itself is where <paramref name="span"/> repeats the words of its title; else null.
    /// </summary>
    public static string? Named(Paper paper, TextSpan span)
    {
        var words = span.Of(paper.Text);
        return Heads(paper)
            .SelectMany(h => h.Policies)
            .FirstOrDefault(p => p.Spans.Any(s => IsSame(OwnWords(paper.Text, s).Of(paper.Text), words)))
            ?.Name;
    }

    /// <summary>
    /// The name of the paper where <paramref name="span"/> is what its title, which passes something on, ends with: 某府印发关于某事的通知 for
    /// 某府关于印发关于某事的通知; null for other words.
    /// </summary>
    public static string? PassingOn(Paper paper, TextSpan span)
    {
        var words = span.Of(paper.Text);
        return Heads(paper)
            .Where(h => h.Title.Of(paper.Text).EndsWith("印发" + words, StringComparison.Ordinal))
            .Select(h => h.Policies.Find(policy => policy.HasNumber)?.Name)
            .FirstOrDefault();
    }

    /// <summary>A title that the paper's own title names stands there in marks.</summary>
    private static bool IsSame(string own, string words) =>
        own == words || own.Length == words.Length + 2 && own[0] == '《' && own.AsSpan(1, words.Length).SequenceEqual(words);

    /// <summary>True where a text says what it is: 第一条, 制定本办法, 特制订本计划, 提出本方案, 提出如下意见.</summary>
    public static bool SpeaksOfItself(ReadOnlySpan<char> opening)
    {
        var made = Math.Max(Math.Max(opening.IndexOf("定本"), opening.IndexOf("订本")), opening.IndexOf("出本"));
        return opening.Contains("第一条", StringComparison.Ordinal)
            || made >= 0 && EndsAsTitle(opening, made + 2)
            || FollowsHere(opening, "如下")
            || FollowsHere(opening, "以下");
    }

    /// <summary>现提出如下意见, 制定以下政策措施; not 情况如下, not 提出以下三点看法.</summary>
    private static bool FollowsHere(ReadOnlySpan<char> opening, string word)
    {
        var at = opening.IndexOf(word);
        return at > 1 && opening[(at - 2)..at] is "提出" or "制定" or "制订" or "作出" && EndsAsTitle(opening, at + word.Length);
    }

    private static bool EndsAsTitle(ReadOnlySpan<char> opening, int start)
    {
        var rest = opening[start..Math.Min(opening.Length, start + LongestKind)];
        var stop = rest.IndexOfAny("。，；：");
        return TitleKinds.Of((stop < 0 ? rest : rest[..stop]).TrimEnd("一二三四五六七八九十、")).Word is not null;
    }

    private static IEnumerable<OfficialHead> Heads(Paper paper) => paper.Official is { } own ? paper.Reprints.Prepend(own) : paper.Reprints;

    private static void SetProps(Mention mention, OwnPolicy policy, OfficialHead head)
    {
        Set("document_number", policy.HasNumber ? head.DocumentNumber : null);
        Set("issued", policy.Author is null ? head.Issued : null);
        Set("effective", policy.Effective);
        Set("kind", TitleKinds.Of(policy.Name).Label);
        Set("period", WorkProperties.Years(policy.Name));

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                mention.Props[name] = value;
            }
        }
    }

    /// <summary>
    /// The issuers before 关于 or 印发《 are agencies of their own, the title's own words begin there; 《》 round it belong to it.
    /// </summary>
    private static TextSpan OwnWords(string text, TextSpan title)
    {
        var words = title.Of(text);
        var about =
            TitleIssuers.About(words) is >= 0 and var at ? at
            : words.Contains('《', StringComparison.Ordinal) ? TitleIssuers.End(words)
            : -1;
        var own = about > 0 ? new(title.Start + about, title.End) : title;
        return own.Start > 0 && own.End < text.Length && text[own.Start - 1] == '《' && text[own.End] == '》'
            ? new(own.Start - 1, own.End + 1)
            : own;
    }
}
