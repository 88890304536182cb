using PolicyGraph.Extraction.Gazetteers;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Whether an 和 joins two words of one name of a body or two names.</summary>
internal static class NameJoints
{
    private const int MaxJoined = 14;

    // 人和集团 has 和 in its one word; 北京软件和信息服务交易所 is one name: it starts with a place and no name is complete before 和.
    // 工信部和北京某公司 are two.
    public static bool JoinWords(Paper paper, int join, int end, int floor)
    {
        if (join + 1 == end)
        {
            return join - NameStart.Walk(paper, join, Math.Max(floor, join - MaxJoined), joins: false) == 1;
        }

        if (NameStart.IsKnownAt(paper, join + 1))
        {
            return false;
        }

        var limit = Math.Max(floor, join - MaxJoined);
        var start = NameStart.Walk(paper, join, limit, joins: false);
        if (start == limit && limit > floor)
        {
            return false;
        }

        if (start == join || !(NameStart.StartsKnown(paper, start) || IsBareLevel(paper.Text, start)))
        {
            return false;
        }

        return IsLonePlace(paper, start, join) || !IsComplete(paper, join) || IsWide(paper, start, join);
    }

    // 国际科学园与创新区协会: a body of the whole world is about kinds of parks, and named after no one park.
    private static bool IsWide(Paper paper, int start, int join)
    {
        const WordClasses Zones = WordClasses.ZoneSuffix | WordClasses.ZoneSuffixAnchored;
        return paper.Text.AsSpan(start).StartsWith("国际")
            && paper.Forms.TryLongestBefore(join, EntryKinds.Word, out var word)
            && word.Form.Is(Zones);
    }

    private static bool IsLonePlace(Paper paper, int start, int join) =>
        paper.Forms.TryLongest(start, EntryKinds.Place, out var hit)
        && hit.End == join
        && !hit.Form.Text.EndsWith('市')
        && !hit.Form.Text.EndsWith('省');

    private static bool IsComplete(Paper paper, int end)
    {
        foreach (var hit in paper.Forms.EndingAt(end))
        {
            const WordClasses Suffixes =
                WordClasses.OrganizationSuffix
                | WordClasses.OrganizationSuffixAnchored
                | WordClasses.ZoneSuffix
                | WordClasses.ZoneSuffixAnchored
                | WordClasses.AgencySuffix;
            if (hit.Form.IsName || hit.Form.Is(Suffixes))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBareLevel(string text, int position) => text[position] is '省' or '市' or '县' or '区';
}
