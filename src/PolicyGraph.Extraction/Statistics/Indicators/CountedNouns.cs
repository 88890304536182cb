using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>Indicators from the noun after a number: 12项产品入选名录 counts 入选名录产品, 36亿元额度的协议 measures 协议额度.</summary>
internal sealed class CountedNouns(IndicatorWords words)
{
    private const int LongestKept = 10;
    private const int LongestGrade = 5;

    // 相关单位负责人、代表.
    private const int LongestList = 12;

    // 参会, 到场.
    private const int LongestVerb = 2;

    private const string Grades = "级型类星";
    private const string Joints = "、和与及";
    private const int LongestFrame = 16;
    private const int LongestOrigin = 150;

    /// <summary>From this length on the phrase said of a noun takes 的 before it.</summary>
    private const int LongSaid = 5;

    private readonly NounExtents _extents = new(words);

    /// <param name="lead">The words before the number, trimmed.</param>
    /// <returns>Empty where what is measured stands before the number.</returns>
    public string Build(Figure figure, TextSpan lead)
    {
        var (noun, said) = NounReader.Read(words.Text, figure.Suffix);
        if (Sized(figure, lead, noun) is { Length: > 0 } sized)
        {
            return sized;
        }

        var before = words.Span(lead);
        if (
            (noun.Length <= 1 && !IsPlace(noun))
            || IsNamedBefore(figure, before)
            || !(figure.IsCount || lead.Length < 2 || before.Contains('、') || Owns(figure, said))
        )
        {
            return "";
        }

        if (Arrived(figure, before) is { Length: > 0 } arrived)
        {
            return arrived;
        }

        if (Attended(figure) is { Length: > 0 } attended)
        {
            return attended;
        }

        if (figure.IsCount && Amounting(noun) is { Length: > 0 } amounting)
        {
            return amounting;
        }

        noun = new(noun.Start + IndicatorWords.Origin(words.Span(noun)), noun.End);
        if (figure.IsCount && From(figure, noun) is { Length: > 0 } come)
        {
            return come;
        }

        noun = figure.IsCount ? _extents.WithoutShare(_extents.OfPlaces(noun)) : _extents.UpToComma(noun);
        var head = NounReader.Head(words.Text, _extents.BeforePredicate(noun));
        var generic = FigureWords.Index.Before(words.Span(head), head.Length).Found;
        head = head.Length > 3 && words.Span(head).EndsWith("中有") ? new(head.Start, head.End - 1) : head;
        head =
            head.Length > 2 && words.Text[head.End - 1] == '中' && !words.Text.AsSpan(0, head.End).EndsWith("中心")
                ? new(head.Start, head.End - 1)
                : head;
        if (generic)
        {
            return Framed(figure, words.Of(head));
        }

        var kept = Qualifier(figure, lead);
        if (Attribute(figure) is { Length: > 1 } attribute)
        {
            return attribute + words.Of(head);
        }

        return kept.Length > 1 || said.IsEmpty || !Tells(said) ? kept + words.Of(head) + SharedHead(figure, head) : Said(said, head);
    }

    /// <summary>8家基础级、5家先进级、3家卓越级|工厂: what the last of the grades is said of is what all count.</summary>
    private string SharedHead(Figure figure, TextSpan noun)
    {
        var run = words.Text.AsSpan(0, figure.Clause.End);
        if (
            noun.Length is < 2 or > LongestGrade
            || !Grades.Contains(run[noun.End - 1])
            || noun.End + 1 >= run.Length
            || !Joints.Contains(run[noun.End])
        )
        {
            return "";
        }

        var last = run.LastIndexOf(run[noun.End - 1]) + 1;
        var rest = run[Math.Max(last, noun.End)..];
        var end = rest.IndexOfAny(Joints);
        var head = end < 0 ? rest : rest[..end];
        return
            last > noun.End
            && head.Length is > 1 and < LongestKept
            && head.IndexOfAnyInRange('0', '9') < 0
            && head[0] is not ('以' or '及' or '的')
            ? head.ToString()
            : "";
    }

    /// <summary>
    /// 雇工人数在8人以上、由…, 距离甲1公里的乙: a noun of measure before the number needs none after it; nor does 累计访问超9亿的平台.
    /// </summary>
    private bool IsNamedBefore(Figure figure, ReadOnlySpan<char> lead) =>
        (lead.Length > 2 && (lead.EndsWith("人数") || lead.StartsWith("距离") || lead.EndsWith("总数") || lead.EndsWith("户数")))
        || (
            figure.Quantity.UnitKind is UnitKind.People or UnitKind.Count
            && ((lead.IndexOf('、') > 1 && IsSaidOf(figure)) || (lead.Length > 1 && IsDoneWith(words.Span(figure.Suffix))))
        )
        || (figure.Quantity.UnitKind == UnitKind.Percent && lead.Length > 2 && lead[^1] is '率' or '比' or '重')
        || (
            figure.Kind == Model.StatisticKind.Limit
            && figure.Suffix.Length > 0
            && words.Text[figure.Suffix.Start] == '（'
            && FigureWords.Amount.Before(lead, lead.Length).Found
        )
        || (
            figure.Quantity.UnitKind == UnitKind.None
            && lead.Length > 3
            && !lead.EndsWith("每年")
            && figure.Suffix.Length > 0
            && words.Text[figure.Suffix.Start] == '的'
        );

    /// <summary>领军人物、专家、企业家近300人|齐聚一堂: a verb right behind the number is said of those named before it.</summary>
    private bool IsSaidOf(Figure figure) =>
        words.Span(figure.Suffix) is var suffix
        && !suffix.Contains('的')
        && (suffix.StartsWith("齐聚") || suffix.StartsWith("汇聚") || suffix.StartsWith("云集") || suffix.StartsWith("相聚"));

    /// <summary>行政法规共655件|进行了清理: what is done with them stands behind the number, what they are before it.</summary>
    private static bool IsDoneWith(ReadOnlySpan<char> suffix) => suffix.StartsWith("进行") || suffix.StartsWith("予以");

    /// <summary>33个行业增加值保持增长 → 增加值保持增长的行业: what is counted is who has the amount.</summary>
    private string Amounting(TextSpan noun)
    {
        var run = words.Span(new(noun.Start, Math.Max(noun.End, _extents.EndOfPhrase(noun))));
        for (var i = 2; i < Math.Min(run.Length - 3, LongestKept); i++)
        {
            if (
                FigureWords.Amount.At(run, i) is { Found: true } amount
                && run[(i + amount.Length)..].IndexOfAny("增升降涨跌") is >= 0 and < LongestKept
                && run[..i].IndexOf('的') < 0
            )
            {
                return string.Concat(run[i..], "的", run[..i]);
            }
        }

        return "";
    }

    /// <summary>200多名来自甲大学、乙研究院等机构，以及丙公司的代表出席: who came stands after all the places they came from.</summary>
    private string From(Figure figure, TextSpan noun)
    {
        if (figure.Quantity.UnitKind is not (UnitKind.People or UnitKind.Count) || !words.Span(noun).StartsWith("来自"))
        {
            return "";
        }

        var rest = words.Text.AsSpan(noun.Start, Math.Min(LongestOrigin, figure.Sentence.Span.End - noun.Start));
        for (
            var of = rest.IndexOf('的');
            of >= 0 && of < rest.Length - 2;
            of = rest[(of + 1)..].IndexOf('的') is >= 0 and var next ? of + 1 + next : -1
        )
        {
            if (FigureWords.Guest.At(rest, of + 1) is { Found: true } guest)
            {
                return rest.Slice(of + 1, guest.Length).ToString();
            }
        }

        return "";
    }

    /// <summary>集中开工的20个项目: what stands with 的 right before the number tells which things are counted.</summary>
    private string Attribute(Figure figure)
    {
        var prefix = words.Span(figure.Prefix);
        var said =
            figure.IsCount && prefix.EndsWith("的") ? words.WithoutSubject(figure, words.Trimmed(figure.Prefix, figure.SubjectSpan)) : "";
        return said.Length is > 2 and < LongestKept && said.AsSpan().IndexOfAny("、，“”（）") < 0 && !said.Any(char.IsAsciiDigit)
            ? said
            : "";
    }

    /// <summary>
    /// Of the words before a counted noun only short ones that qualify it stay (每个行业, 新认定); not the noun of the number before.
    /// </summary>
    private string Qualifier(Figure figure, TextSpan lead)
    {
        var prefix = words.Span(figure.Prefix);
        if (
            prefix.EndsWith("等")
            || (
                figure is { SharesClause: true, Previous: { IsCount: true } previous }
                && previous.Quantity.Span.End == figure.Prefix.Start
                && !prefix.StartsWith("来自")
            )
        )
        {
            return "";
        }

        var before = words.WithoutSubject(figure, words.WithoutVerb(lead)).TrimStart('以');
        return
            before.Length > LongestKept
            || FigureWords.World.At(before, 0).Length == before.Length
            || before.Any(char.IsAsciiDigit)
            || before.AsSpan().IndexOfAny("、，“”（）") >= 0
            ? ""
            : before;
    }

    /// <summary>每天运送1.6亿吨货物, 95%以上的县区: the amount belongs to the noun after it.</summary>
    private bool Owns(Figure figure, TextSpan said) =>
        figure.Quantity.UnitKind == UnitKind.Percent
            ? figure.Suffix.Length > 2 && words.Text[figure.Suffix.Start] == '的'
            : said.IsEmpty && figure.Quantity.UnitKind != UnitKind.Point;

    /// <summary>来自各地的代表200人参加了会议: who came stands before the number, what they came to behind it.</summary>
    private string Arrived(Figure figure, ReadOnlySpan<char> before)
    {
        var said = words.Span(figure.Suffix);
        if (figure.Quantity.UnitKind != UnitKind.People || !FigureWords.Said.At(said, 0).Found)
        {
            return "";
        }

        var who = before.TrimEnd('共');
        var guest = FigureWords.Guest.Before(who, who.Length);
        var came = said.ToString().Replace("了", "", StringComparison.Ordinal);
        if (guest.Found && who[..^guest.Length] is [.., '、' or '和'])
        {
            // 官员、企业家、专家学者400人出席: all of them, and not the last alone.
            var all = who[(who.LastIndexOfAny('的', '等') + 1)..];
            return all.Length > LongestList ? came + "人数" : string.Concat(came, "的", all);
        }

        return !guest.Found ? "" : string.Concat(came, came.Length > LongestVerb ? "的" : "", who[^guest.Length..]);
    }

    /// <summary>近90万人次通过甲平台观看了直播 → 观看直播人次.</summary>
    private string Attended(Figure figure)
    {
        if (figure.Quantity.Unit is not "人次")
        {
            return "";
        }

        var suffix = words.Span(figure.Suffix);
        for (var i = 1; i + 2 < suffix.Length; i++)
        {
            if (FigureWords.Attend.At(suffix, i) is { Found: true } verb)
            {
                return string.Concat(suffix.Slice(i, verb.Length), suffix[(i + verb.Length)..].TrimStart('了'), "人次");
            }
        }

        return "";
    }

    /// <summary>以59.2的指标值: what the value is of stands in the frame before (在甲领域).</summary>
    private string Framed(Figure figure, string noun)
    {
        var before = Clauses.Before(words.Text, figure.Sentence.Span, figure.Clause.Start);
        var frame = before.IsEmpty ? "" : InheritedIndicators.Frame(words.Trimmed(before, null));
        return frame.Length is 0 or > LongestFrame ? noun
            : FigureWords.Index.Before(frame, frame.Length).Found ? frame
            : frame + noun;
    }

    /// <summary>36亿元额度的协议, 总规模50亿元的基金: the size belongs to the noun after it.</summary>
    private string Sized(Figure figure, TextSpan lead, TextSpan noun)
    {
        var suffix = words.Span(figure.Suffix);
        var size = FigureWords.Size.At(suffix, 0);
        if (size.Found && suffix.Length > size.Length + 2 && suffix[size.Length] == '的')
        {
            return string.Concat(suffix[(size.Length + 1)..], suffix[..size.Length]);
        }

        var said = words.WithoutVerb(lead);
        return
            figure.Quantity.UnitKind == UnitKind.Money
            && suffix.StartsWith("的")
            && noun.Length > 1
            && said.Length is > 1 and < 6
            && FigureWords.Size.Before(said, said.Length).Found
            ? words.Of(noun) + said
            : "";
    }

    private bool Tells(TextSpan said) =>
        FigureWords.Said.At(words.Text.AsSpan(0, said.End), said.Start).Found
        && !(said.End < words.Text.Length && char.IsAsciiDigit(words.Text[said.End]));

    /// <summary>覆盖6个县: one character that names a class of places.</summary>
    private bool IsPlace(TextSpan noun) => noun.Length == 1 && FigureWords.PlaceClass.At(words.Span(noun), 0).Found;

    /// <summary>12项产品入选名录 → 入选名录产品; 1个项目来自甲国 → 来自甲国的项目.</summary>
    private string Said(TextSpan said, TextSpan noun)
    {
        var phrase = words.Of(said).TrimEnd('、', '和', '与').Replace("了", "", StringComparison.Ordinal);
        var name = words.Of(noun);
        if (phrase.Length < 2 || phrase.StartsWith("分别来自", StringComparison.Ordinal))
        {
            return name;
        }

        return phrase.EndsWith(name, StringComparison.Ordinal)
            ? phrase
            : phrase + (phrase.Length >= LongSaid || phrase.StartsWith("来自", StringComparison.Ordinal) ? "的" : "") + name;
    }
}
