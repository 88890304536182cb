using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// The forms by which an official paper speaks and no report about one does: it sends to 各省…：, and says 现就有关事项通知如下.
/// </summary>
internal static class NoticeForms
{
    private const int Opening = 1200;
    private const int HeadLines = 12;
    private const int ShortestTitle = 6;
    private const int LongestTitle = 80;
    private static readonly string[] Announcements =
    [
        "通知如下",
        "公告如下",
        "通告如下",
        "批复如下",
        "答复如下",
        "函复如下",
        "明确如下",
        "决定如下",
        "规定如下",
        "通报如下",
    ];
    private static readonly string[] Starts = ["现", "特", "就"];

    /// <summary>
    /// True where the paper's text, from <paramref name="body"/> on, announces what it lays down: 现将有关事项通知如下; not 内容如下.
    /// </summary>
    public static bool Speaks(string text, int body)
    {
        var opening = text.AsSpan(body, Math.Min(Opening, text.Length - body));
        foreach (var word in Announcements)
        {
            if (opening.IndexOf(word) is > 0 and var at && LeadsIn(opening[..at]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The title of a notice whose headline a site has put in its own words (三部门规范贷款贴息): the first line of text above the
    /// addressees of a paper that speaks as a notice; false for a paper that does not.
    /// </summary>
    public static bool TryFindTitle(Paper paper, out OfficialTitle title)
    {
        title = default;
        for (var i = 1; i < paper.Lines.Count && i < HeadLines; i++)
        {
            if (IsAddressees(paper.Lines[i].Span.Of(paper.Text)) && Speaks(paper.Text, paper.Lines[i].Span.End))
            {
                return TryHeadline(paper, i, out title);
            }
        }

        return false;
    }

    /// <summary>各省、自治区…：, 有关单位、各市…：, but no sentence.</summary>
    private static bool IsAddressees(string line) =>
        line[^1] == '：'
        && line.Length > 4
        && !line.Contains('。', StringComparison.Ordinal)
        && (line[0] == '各' || line.Contains("、各", StringComparison.Ordinal) || line.Contains("，各", StringComparison.Ordinal));

    /// <summary>The first line of text before line <paramref name="end"/>: no label, number, day or office.</summary>
    public static bool TryHeadline(Paper paper, int end, out OfficialTitle title)
    {
        for (var i = 0; i < end; i++)
        {
            var line = paper.Lines[i].Span.Of(paper.Text);
            if (
                line.Length is >= ShortestTitle and < LongestTitle
                && !line.AsSpan().ContainsAny("。：|>")
                && !LineShapes.IsDate(line)
                && !DocumentNumbers.IsSerial(line)
                && DocumentNumbers.Find(line, out _, out _) is null
                && !HeadLabels.IsLabelled(paper, paper.Lines[i].Span)
                && !Signature.IsOfficeLine(paper, i)
            )
            {
                title = new(paper.Lines[i].Span, i, i);
                return true;
            }
        }

        title = default;
        return false;
    }

    /// <summary>现就有关事项…, 现对几个问题…: the clause before the word opens with the paper's own voice.</summary>
    private static bool LeadsIn(ReadOnlySpan<char> before)
    {
        var clause = before[(before.LastIndexOfAny('，', '。', '：') + 1)..];
        return clause.StartsWithAny(Starts);
    }
}
