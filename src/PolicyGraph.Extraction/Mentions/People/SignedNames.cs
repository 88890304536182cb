using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.People;

/// <summary>
/// Those who wrote a report, in brackets of their own: behind the agency's 电 or 讯 (某网某地5月3日电（林知远 周晓帆）) or where a
/// paragraph ends (…全面完成。（林知远）). Nothing but names stands in them.
/// </summary>
internal static class SignedNames
{
    private const int Most = 4;
    private const int Longest = 3;

    public static void Find(Paper paper, List<Mention> found)
    {
        var text = paper.Text;
        var taken = paper.Starts(found);
        for (var open = text.IndexOf('（', StringComparison.Ordinal); open >= 0; open = text.IndexOf('（', open + 1))
        {
            var close = text.IndexOf('）', open, Math.Min(Most * (Longest + 1) + 1, text.Length - open));
            if (close > open + 1 && IsSigning(paper, open, close) && Names(paper, new(open + 1, close)) is { Count: > 0 } names)
            {
                found.AddRange(
                    names.Where(name => taken.TryAdd(name.Start)).Select(name => PersonStage.Mention(paper, name, "person.signed", 0.85))
                );
            }
        }
    }

    private static bool IsSigning(Paper paper, int open, int close) =>
        open > 0
        && (
            paper.Text[open - 1] is '电' or '讯'
            || paper.Text[open - 1] is '。' or '！' or '”'
                && (close + 1 == paper.Text.Length || paper.Source.GapBefore(close + 1) == Gap.Line)
        );

    /// <summary>The names between the brackets, parted by blanks or marks; none where one part is no likely name.</summary>
    private static List<TextSpan> Names(Paper paper, TextSpan inside)
    {
        var names = new List<TextSpan>();
        for (var start = inside.Start; start < inside.End; )
        {
            var end = start + 1;
            while (end < inside.End && paper.Text[end] is not ('、' or '，') && paper.Source.GapBefore(end) == Gap.None)
            {
                end++;
            }

            var name = paper.Text.AsSpan(start, end - start);
            if (
                name.Length is < 2 or > Longest
                || NameGrammar.Surname(name, 0) is not (> 0 and var surname)
                || surname >= name.Length
                || !NameGrammar.IsPossible(name, surname)
                || !NameGrammar.IsLikely(name, surname)
            )
            {
                return [];
            }

            names.Add(new(start, end));
            start = end < inside.End && paper.Text[end] is '、' or '，' ? end + 1 : end;
        }

        return names;
    }
}
