using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>The words of a paper as indicators take them: trimmed, without the verb that leads in, without the subject's name.</summary>
internal sealed class IndicatorWords(Paper paper, PhraseTrimmer trimmer)
{
    /// <summary>效率, 有限, 有色 …: what 有 begins without being the verb.</summary>
    private const string AfterHave = "效限色机线关";

    /// <summary>服务业, 覆盖率, 开放者: what makes a noun of the verb before it.</summary>
    private const string NounEnds = "业率费员者额量";

    private static readonly string[] Origins =
    [
        "全国各地",
        "全省各地",
        "全市各地",
        "世界各地",
        "全球各地",
        "全国",
        "全省",
        "全球",
        "各地",
        "省内外",
        "国内外",
        "海内外",
        "境内外",
        "区内外",
        "市内外",
    ];

    /// <summary>甲上半年收入: months and parts of a year that stand between the words of an indicator.</summary>
    private readonly List<TextSpan> _months =
    [
        .. paper
            .Times.Where(t =>
                t is { Role: TimeRole.When, Period.Length: 7 or 15 }
                && t.Span.Start > 0
                && paper.Text[t.Span.Start - 1] is not ('占' or '与' or '同' or '“')
            )
            .Select(t => t.Span),
    ];

    public string Text => paper.Text;

    public string Of(TextSpan span)
    {
        var words = Text[span.Start..Math.Max(span.Start, span.End)];
        var (low, high) = (0, _months.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _months[middle].Start <= span.Start ? (middle + 1, high) : (low, middle);
        }

        for (var shift = span.Start; low < _months.Count && _months[low].End < span.End; low++)
        {
            words = words.Remove(_months[low].Start - shift, _months[low].Length);
            shift += _months[low].Length;
        }

        return words;
    }

    public ReadOnlySpan<char> Span(TextSpan span) => Text.AsSpan(span.Start, Math.Max(0, span.Length));

    public TextSpan Trim(TextSpan run, TextSpan? subject, bool keepMovement = false) => trimmer.Trim(run, subject, keepMovement);

    public string Trimmed(TextSpan run, TextSpan? subject) => Of(Trim(run, subject));

    /// <summary>建成了甲 → 甲, 甲落户 → 甲: verbs of making and having at either end.</summary>
    public string WithoutVerb(TextSpan run)
    {
        var span = Text.AsSpan(0, run.End);
        var start = run.Start;
        start += run.Length > 3 && Text[start] == '有' && !AfterHave.Contains(Text[start + 1]) ? 1 : 0;
        while (
            start < run.End
            && FigureWords.Verb.At(span, start) is { Found: true } verb
            && !(start + verb.Length < run.End && NounEnds.Contains(Text[start + verb.Length]))
        )
        {
            if (
                start + verb.Length < run.End
                && Text[start + verb.Length] == '和'
                && !FigureWords.Verb.At(span, start + verb.Length + 1).Found
            )
            {
                // 开工和即将投产项目: the two qualify one noun.
                break;
            }

            start += verb.Length;
            start += start < run.End && Text[start] == '了' ? 1 : 0;
            start += start + 1 < run.End && Text[start] is '和' or '与' or '、' && FigureWords.Verb.At(span, start + 1).Found ? 1 : 0;
        }

        var end = run.End;
        while (end > start && FigureWords.Verb.Before(Text.AsSpan(start, end - start), end - start) is { Found: true } verb)
        {
            end -= verb.Length;
        }

        return Of(new(start + Origin(Text.AsSpan(start, end - start)), end));
    }

    /// <summary>来自全省各地|企业家: where they come from, without 的.</summary>
    public static int Origin(ReadOnlySpan<char> words)
    {
        if (!words.StartsWith("来自"))
        {
            return 0;
        }

        foreach (var place in Origins)
        {
            if (words[2..].StartsWith(place) && words.Length > place.Length + 1)
            {
                var length = 2 + place.Length;
                return length + (length < words.Length && words[length] == '的' ? 1 : 0);
            }
        }

        return 0;
    }

    public string WithoutSubject(Figure figure, string words)
    {
        if (figure.SubjectSpan is not { } span || !figure.Prefix.Contains(span))
        {
            return words;
        }

        var name = Of(span);
        var isPart = words.StartsWith(name, StringComparison.Ordinal) && PhraseTrimmer.IsHarbour(words.AsSpan(name.Length));
        var rest = words.Replace(name, "", StringComparison.Ordinal);
        return words.Length > name.Length + 1 && !isPart && FigureWords.Stage.At(rest, 0).Length < rest.Length ? rest : words;
    }
}
