using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Roles;

/// <summary>
/// A firm by the own word of its name before a person's post, where the paper names the firm in full: 青禾首席科学家林某 beside 青禾集团.
/// </summary>
internal static class PostStems
{
    private const int ShortestStem = 2;
    private const int LongestStem = 4;

    private static readonly string[] Forms = ["集团有限公司", "集团公司", "集团", "股份有限公司", "有限公司", "公司", "股份"];

    /// <summary>Adds the short mentions to the paper.</summary>
    public static void Find(Paper paper, KnownSpans known)
    {
        var firms = new Dictionary<string, Mention>(StringComparer.Ordinal);
        foreach (
            var firm in paper.Mentions.Where(m => m.Type == EntityType.Organization && paper.Text[m.Span.End - 1] is '团' or '司' or '份')
        )
        {
            var words = firm.Span.Of(paper.Text);
            var form = words.WordAtEnd(Forms);
            if (form is not null && words.Length - form.Length is >= ShortestStem and <= LongestStem)
            {
                firms.TryAdd(words[..^form.Length], firm);
            }
        }

        var byStem = firms.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var person in firms.Count == 0 ? [] : paper.Mentions.Where(m => m.Type == EntityType.Person).ToList())
        {
            var end = PostBodies.BeforeTitles(paper.Text, person.Span.Start, out _);
            for (
                var length = LongestStem;
                length >= ShortestStem && end < person.Span.Start && end >= length && known.EndingAt(end).Count == 0;
                length--
            )
            {
                if (byStem.TryGetValue(paper.Text.AsSpan(end - length, length), out var firm))
                {
                    paper.Mentions.Add(
                        new Mention
                        {
                            Span = new(end - length, end),
                            Type = EntityType.Organization,
                            Name = firm.Name,
                            Rule = "organization.stem",
                            Confidence = 0.85,
                            Form = MentionForm.Short,
                        }
                    );
                    break;
                }
            }
        }
    }
}
