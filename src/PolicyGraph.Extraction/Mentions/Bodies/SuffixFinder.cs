using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Names beyond the gazetteers, by their last word: the suffix says the type, <see cref="NameStart"/> finds where the name begins.
/// </summary>
internal abstract class SuffixFinder(EntityType type, string rule, WordClasses suffixes) : IBodyFinder
{
    /// <summary>What is done with a firm, and with no kind of firms.</summary>
    private static readonly string[] Founding = ["成立", "设立", "组建", "合资", "创立", "创办", "注册"];

    public void Find(Paper paper, Surroundings surroundings)
    {
        var lastEnd = -1;
        for (var i = 0; (i = paper.Forms.NextOf(i, suffixes)) < paper.Forms.Count; i++)
        {
            var hit = paper.Forms[i];
            if (hit.End == lastEnd)
            {
                continue;
            }

            // The longest comes first at one end, and decides for all.
            lastEnd = hit.End;
            if (!FormGuards.AllowSuffix(paper.Text, hit) || EndsKnownName(paper, hit))
            {
                continue;
            }

            var start = Trim(paper, StartOf(paper, surroundings, hit), hit.Start);
            var parts = NameParts.Read(paper, start, hit.Start);
            if (IsUnnamed(paper, start, parts, hit))
            {
                continue;
            }

            if (Accepts(paper, hit, parts))
            {
                Add(paper, surroundings, hit, parts);
            }
        }
    }

    // 某材料公司 and 具有法人资格的船运公司 name none, nor does 自动驾驶公司“甲甲科技”, whose name follows.
    private static bool IsUnnamed(Paper paper, int start, NameParts parts, LexicalHit suffix) =>
        IsUnnamed(paper.Text, start, parts, suffix) && !IsOwned(paper, start, parts, suffix)
        || IsCounted(paper.Text, suffix.End) && parts.Anchor != NameAnchor.Name
        || parts.Anchor == NameAnchor.None
            && suffix.Form.Text == "公司"
            && (NameParts.IsTrade(paper, parts.Start, suffix.Start) || StandsBeforeName(paper, suffix.End));

    // 手术机器人公司远麓医疗: what kind of firm the one behind it is.
    private static bool StandsBeforeName(Paper paper, int end)
    {
        const int Shortest = 4;
        const int Longest = 6;
        for (
            var length = Shortest;
            length <= Longest && end + length <= paper.Text.Length && NameStart.IsNameCharacter(paper.Text[end]);
            length++
        )
        {
            var name = new TextSpan(end, end + length);
            if (
                CompanyListFinder.EndsInTrade(paper, name)
                && TradeFirmFinder.Ends(paper, name.End)
                && NameParts.Read(paper, name.Start, name.End) is { IsClass: false, Anchor: NameAnchor.None }
            )
            {
                return true;
            }
        }

        return false;
    }

    // 隶属于甲集团的乙公司: whose it is stands before a word that no table has.
    private static bool IsOwned(Paper paper, int start, NameParts parts, LexicalHit suffix)
    {
        if (
            suffix.Form.Text != "公司"
            || parts.Start == suffix.Start
            || start < 2
            || paper.Text[start - 1] != '的'
            || !TradeFirmFinder.IsOwnWord(paper, new(parts.Start, suffix.Start))
        )
        {
            return false;
        }

        foreach (var hit in paper.Forms.EndingAt(start - 1))
        {
            if (hit.Length > 1 && (hit.Form.IsName || hit.Form.Is(WordClasses.OrganizationSuffix)))
            {
                return true;
            }
        }

        return false;
    }

    // 硬科技孵化器22个: the count follows its kind.
    private static bool IsCounted(string text, int end)
    {
        var at = end;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at > end
            && at < text.Length
            && text[at] is '个' or '家' or '所' or '座'
            && (at + 1 == text.Length || !NameStart.IsNameCharacter(text[at + 1]));
    }

    private static bool IsUnnamed(string text, int start, NameParts parts, LexicalHit suffix) =>
        parts.Start < suffix.Start && text[parts.Start] == '（'
        || start > 0
            && (
                text[start - 1] == '某'
                || parts.Anchor == NameAnchor.None
                    && suffix.Form.Text is "公司" or "集团"
                    && text[start - 1] == '的'
                    && suffix.Start - parts.Start <= 2
                    && !text.AsSpan(0, start - 1).EndsWithAny(Founding)
            )
        || parts.Anchor == NameAnchor.None && suffix.End < text.Length && text[suffix.End] == '“' && suffix.Form.Text == "公司";

    /// <summary>True where suffix and what stands before it make one body's name.</summary>
    protected abstract bool Accepts(Paper paper, LexicalHit suffix, NameParts parts);

    /// <summary>Where the name ends, for a type whose names go on behind their last word.</summary>
    protected virtual int EndOf(Paper paper, LexicalHit suffix) => suffix.End;

    protected virtual double Confidence(NameParts parts) =>
        parts.Anchor switch
        {
            NameAnchor.Name => 0.9,
            NameAnchor.Prefix => 0.88,
            NameAnchor.BareLevel => 0.85,
            _ => 0.75,
        };

    /// <summary>A later start, where the type knows words that its names do not hold.</summary>
    protected virtual int Trim(Paper paper, int start, int end) => start;

    /// <summary>
    /// The last end, between two positions, of a word of one of the classes; <paramref name="start"/> where there is none.
    /// </summary>
    protected static int AfterLast(Paper paper, int start, int end, WordClasses classes)
    {
        for (var i = end; i > start; i--)
        {
            foreach (var hit in paper.Forms.EndingAt(i))
            {
                if (hit.Start >= start && hit.Form.Is(classes))
                {
                    return i;
                }
            }
        }

        return start;
    }

    /// <summary>
    /// The last end, between two positions, of a department's name; <paramref name="start"/> where there is none: 某省商务厅开发区处 is no
    /// zone's.
    /// </summary>
    protected static int AfterDepartment(Paper paper, int start, int end)
    {
        for (var i = end; i > start; i--)
        {
            foreach (var hit in paper.Forms.EndingAt(i))
            {
                if (hit.Start > start && hit.Length > 2 && (hit.Form.Kinds & EntryKinds.Department) != EntryKinds.None)
                {
                    return i;
                }
            }
        }

        return start;
    }

    /// <summary>The canonical name, from the text of the mention.</summary>
    protected virtual string NameOf(string text, LexicalHit suffix) => text;

    protected virtual void Describe(Mention mention) { }

    /// <summary>True where a name may start with the bare word for a level: 省农业科学院, but not 市场研究所.</summary>
    protected static bool IsBareLevel(string text, int start) =>
        start + 2 < text.Length
        && (text[start + 1] != '政' || text[start + 2] == '府')
        && text[start] is '省' or '市' or '县' or '区'
        && !(text[start + 1] == '民' && text[start + 2] is not ('营' or '政' or '族' or '用' or '间' or '航'))
        && text[start + 1]
            is not (
                '场'
                or '级'
                or '域'
                or '内'
                or '外'
                or '值'
                or '会'
                or '块'
                or '份'
                or '部'
                or '区'
                or '长'
                or '容'
                or '属'
                or '县'
                or '和'
                or '与'
                or '及'
                or '的'
            );

    // What the gazetteers know to end here is found as they know it; more to its left would be the sentence's.
    private static bool EndsKnownName(Paper paper, LexicalHit suffix)
    {
        foreach (var hit in paper.Forms.EndingAt(suffix.End))
        {
            if (
                (hit.Start < suffix.Start && (hit.Form.Kinds & ~(EntryKinds.Word | EntryKinds.Department)) != EntryKinds.None)
                || hit.Form.Is(WordClasses.NoBody)
            )
            {
                return true;
            }
        }

        return false;
    }

    private static int StartOf(Paper paper, Surroundings surroundings, LexicalHit suffix)
    {
        var floor = surroundings.SentenceStart(suffix.Start);
        if (suffix.Start > floor && char.IsAsciiLetterOrDigit(paper.Text[suffix.Start - 1]))
        {
            var latin = suffix.Start;
            while (latin > floor && (char.IsAsciiLetterOrDigit(paper.Text[latin - 1]) || paper.Text[latin - 1] is '&' or '.' or '-'))
            {
                latin--;
            }

            if (suffix.Start - latin > 1 && !char.IsAsciiDigit(paper.Text[suffix.Start - 1]))
            {
                return latin;
            }
        }

        return CutAtPlace(paper, NameStart.Find(paper, suffix.Start, floor), suffix);
    }

    // Names start with their province or city far more often than they hold it: what stands before it unknown is the sentence's, not the
    // name's.
    private static int CutAtPlace(Paper paper, int start, LexicalHit suffix)
    {
        const int LongestHead = 4;
        var end = suffix.Start;
        if (
            start == end
            || NameStart.StartsKnown(paper, start)
            || IsQuoted(paper.Text, start, suffix.End)
            || start > 0 && paper.Text[start - 1] == '、' && IsPlaceWithin(paper, start, Math.Min(end, start + LongestHead))
        )
        {
            return start;
        }

        for (var i = start + 1; i < end; i++)
        {
            if (paper.Text[i - 1] == '（')
            {
                return start;
            }

            if (
                paper.Forms.TryLongest(i, EntryKinds.Place, out var hit)
                && hit.End <= end
                && FormGuards.AllowName(paper.Text, hit)
                && hit.Form.First<PlaceEntry>() is { Level: "province" or "prefecture" or "country" } place
                && !place.WeakForms.Contains(hit.Form.Text)
            )
            {
                return i;
            }
        }

        return start;
    }

    // “数智某省发展联盟”: what fills the quotation marks is the whole name.
    private static bool IsQuoted(string text, int start, int end) =>
        start > 0 && text[start - 1] == '“' && end < text.Length && text[end] == '”';

    // 甲大学、某信甲地研究院: between the marks of a list nothing stands but the name.
    private static bool IsPlaceWithin(Paper paper, int start, int end)
    {
        for (var i = start + 2; i < end; i++)
        {
            if (paper.Forms.TryLongest(i, EntryKinds.Place, out _))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(Paper paper, Surroundings surroundings, LexicalHit suffix, NameParts parts)
    {
        var text = paper.Text[parts.Start..EndOf(paper, suffix)];
        var bare = parts.Anchor == NameAnchor.BareLevel && IsBareLevel(paper.Text, parts.Start);
        var meant = bare ? surroundings.Meant(parts.Start, text[0]) : null;
        var mention = new Mention
        {
            Span = new(parts.Start, EndOf(paper, suffix)),
            Type = type,
            Name = meant is null ? NameOf(text, suffix) : meant.Name + NameOf(text[1..], suffix),
            Rule = rule,
            Form = meant is null ? MentionForm.Name : MentionForm.Short,
            Confidence = Confidence(parts),
        };
        Describe(mention);
        paper.Mentions.Add(mention);
    }
}
