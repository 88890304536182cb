using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>Which paper a sentence makes where it does not name it as made: the paper itself, a title above, or the one applied.</summary>
internal sealed partial class BasedOnRule
{
    /// <summary>The paper itself, where the sentence says that it is being made.</summary>
    private static BasedPaper? Own(Passage passage, int position)
    {
        var rest = passage.Between(position, passage.Span.End);
        foreach (var word in OwnMaking)
        {
            var at = rest.IndexOf(word);
            if (at >= 0 && Named(passage, position + at, word) is { } own)
            {
                return new(own, new(position, position), "based.own", 0.9);
            }
        }

        return passage.Reading.Headings.Above(passage) is { } titled && IsMade(rest, titled.Name)
            ? new(titled, new(position, position), "based.own", 0.85)
            : null;
    }

    /// <summary>根据《X》，制定甲办法: the paper's own title again, without its marks.</summary>
    private static bool IsMade(ReadOnlySpan<char> rest, string title)
    {
        var at = rest.IndexOf("，制定");
        var open = title.AsSpan().IndexOfAny('（', '(');
        var bare = open > 0 ? title.AsSpan(0, open) : title;
        return at >= 0 && bare.Length >= ShortestTitle && rest[(at + 3)..].StartsWith(bare);
    }

    /// <summary>
    /// An official paper that opens with its grounds (为贯彻落实《X》，依据《Y》，某部组织了…): they are the paper's own, whatever the
    /// sentence goes on to tell.
    /// </summary>
    private static BasedPaper? Lead(Passage passage, Trigger trigger, int position)
    {
        if (passage.Reading.Paper.Official is not { } head || passage.Sentence.IsHeading || passage.Span.Start < head.Title.End)
        {
            return null;
        }

        var before = passage.Between(passage.Span.Start, trigger.Span.Start);
        var isGround =
            before.IsEmpty
            || before.StartsWith("经") && (before.EndsWith("批准，") || before.EndsWith("同意，"))
            || before is "为" or "为了" or "现"
            || before.StartsWith("为") && before.EndsWith("，")
            || (before.EndsWith("，") || before.EndsWith("，为")) && passage.Of(Cue.Base).First().Span.Start - passage.Span.Start <= 2;
        return isGround && IsLead(passage, head.Title.End) && passage.Reading.Headings.Above(passage) is { } own
            ? new(own, new(position, position), "based.lead", 0.85)
            : null;
    }

    /// <summary>The first two sentences below the title that are no line of its head.</summary>
    private static bool IsLead(Passage passage, int title)
    {
        var sentences = 0;
        for (var i = passage.Index - 1; i >= 0 && passage.Reading.Passages[i].Span.Start >= title && sentences < LeadSentences; i--)
        {
            var other = passage.Reading.Passages[i];
            sentences += !other.Sentence.IsHeading && other.Between(other.Span.Start, other.Span.End).EndsWith("。") ? 1 : 0;
        }

        return sentences < LeadSentences;
    }

    /// <summary>The paper that 本办法 names, else the one that the heading above names.</summary>
    private static Entity? Named(Passage passage, int start, string word)
    {
        var end = start + word.Length;
        var isNamed = word.EndsWith('本');
        var mention = isNamed ? passage.Named(EntityType.Policy).FirstOrDefault(m => m.Span.Start >= end - 1 && m.Span.Start <= end) : null;
        return mention?.Entity
            ?? passage.Reading.Headings.Above(passage, isNamed ? end : null)
            ?? (isNamed ? FirstEnding(passage, end) : null);
    }

    /// <summary>制定本办法 where no heading says which: the first 办法 that the article named as given out.</summary>
    private static Entity? FirstEnding(Passage passage, int position)
    {
        var kind = passage.Between(position, Math.Min(passage.Span.End, position + KindLength)).ToString();
        return passage
            .Reading.First(
                passage,
                m =>
                    m.Type == EntityType.Policy
                    && m.Entity is { } policy
                    && policy.Name.TrimEnd('）', ')', '试', '行', '（', '(').EndsWith(kind, StringComparison.Ordinal)
            )
            ?.Entity;
    }
}
