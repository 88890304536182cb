using PolicyGraph.Extraction.Gazetteers;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>What stands between a name's start and its last word, and whether that makes it the name of one body.</summary>
/// <param name="Start">After adjectives that only describe the body have been taken off.</param>
/// <param name="Anchor">What it starts with.</param>
/// <param name="IsClass">True where nothing but modifiers is left: 大型国有企业集团.</param>
internal readonly record struct NameParts(int Start, NameAnchor Anchor, bool IsClass)
{
    public static NameParts Read(Paper paper, int start, int end)
    {
        while (
            start < end && !NameStart.IsKnownAt(paper, start) && Longest(paper, start, end, WordClasses.Adjective) is var adjective and > 0
        )
        {
            start += adjective;
        }

        // 原甲县经济开发区: what it was called before.
        if (start + 1 < end && paper.Text[start] == '原' && NameStart.IsKnownAt(paper, start + 1))
        {
            start++;
        }

        var anchor = AnchorAt(paper, start, end, out var anchorEnd);
        return new(start, anchor, OnlyModifiers(paper, anchor == NameAnchor.Name ? anchorEnd : start, end));
    }

    /// <summary>
    /// True where nothing but trades and modifiers stand between: 商业自动驾驶 in 商业自动驾驶公司; or where a trade is plied, 运动鞋生产.
    /// </summary>
    public static bool IsTrade(Paper paper, int start, int end)
    {
        var own = paper.Text.AsSpan(start, end - start);
        return own.EndsWith("生产")
            || own.EndsWith("上市")
            || own.EndsWith("销售")
            || Only(paper, start, end, WordClasses.Modifier | WordClasses.Adjective | WordClasses.CompanyField);
    }

    private static NameAnchor AnchorAt(Paper paper, int start, int end, out int anchorEnd)
    {
        anchorEnd = start;
        if (start >= end)
        {
            return NameAnchor.None;
        }

        foreach (var hit in paper.Forms.StartingAt(start))
        {
            if (hit.End > end || hit.Length < 2)
            {
                continue;
            }

            if ((hit.Form.Kinds & (EntryKinds.Place | EntryKinds.Agency | EntryKinds.Zone | EntryKinds.Organization)) != EntryKinds.None)
            {
                anchorEnd = hit.End;
                return NameAnchor.Name;
            }

            if (hit.Form.Is(WordClasses.OrganizationPrefix))
            {
                return NameAnchor.Prefix;
            }
        }

        return paper.Text[start] is '省' or '市' or '县' or '区' ? NameAnchor.BareLevel : NameAnchor.None;
    }

    // Greedy from the left: modifiers are short and few of them begin one another, so that the longest first does not lead astray.
    private static bool OnlyModifiers(Paper paper, int start, int end) =>
        Only(paper, start, end, WordClasses.Modifier | WordClasses.Adjective);

    private static bool Only(Paper paper, int start, int end, WordClasses classes)
    {
        for (var i = start; i < end; )
        {
            var length = Longest(paper, i, end, classes);
            if (length == 0)
            {
                return false;
            }

            i += length;
        }

        return true;
    }

    private static int Longest(Paper paper, int start, int end, WordClasses classes)
    {
        foreach (var hit in paper.Forms.StartingAt(start))
        {
            if (hit.End <= end && hit.Form.Is(classes))
            {
                return hit.Length;
            }
        }

        return 0;
    }
}

/// <summary>What a name starts with.</summary>
internal enum NameAnchor
{
    /// <summary>A word of its own.</summary>
    None,

    /// <summary>A word that many names start with: 全国, 国网.</summary>
    Prefix,

    /// <summary>The bare word for a level: 省 in 省农业科学院.</summary>
    BareLevel,

    /// <summary>A place or body that the gazetteers know.</summary>
    Name,
}
