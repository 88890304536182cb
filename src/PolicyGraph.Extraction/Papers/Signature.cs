using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>The issuers' names and the day at a paper's end (GB/T 9704-2012, 7.3.5).</summary>
/// <param name="Names">The run that names the issuers; run together, set apart by spaces, or one a line. Empty where only the day
/// stands.</param>
/// <param name="Day">ISO day.</param>
/// <param name="FirstLine">Index into <see cref="Paper.Lines"/>.</param>
/// <param name="LastLine">The line of the day.</param>
internal readonly record struct Signature(TextSpan Names, string Day, int FirstLine, int LastLine)
{
    private const int MostLines = 30;
    private const int LongestName = 60;
    private const string OfficeEnds = "部委局厅府院会办室行署社司处组心关校所团库总央段盟队门";

    /// <summary>The first signature from line <paramref name="from"/> on; false where the rest of the paper has none.</summary>
    public static bool TryFind(Paper paper, int from, out Signature signature) => TryFind(paper, from, paper.Lines.Count, out signature);

    /// <summary>The same, of the lines before <paramref name="to"/> alone.</summary>
    public static bool TryFind(Paper paper, int from, int to, out Signature signature)
    {
        for (var i = from; i < to; i++)
        {
            var line = paper.Lines[i].Span;
            var text = paper.Text.AsSpan(line.Start, line.Length);
            if (!TryDay(text, out var start, out var day) || start > 0 && text.EndsWith("印发"))
            {
                // 某部办公厅2007年9月11日印发: the imprint names who printed the paper, and when.
                continue;
            }

            var own = new TextSpan(line.Start, line.Start + start);
            if (start > 0 && !IsOffice(text[..start]))
            {
                continue;
            }

            var first = i;
            while (first > from && i - first < MostLines && IsName(paper, first - 1))
            {
                first--;
            }

            while (first < i && !IsOfficeLine(paper, first))
            {
                first++;
            }

            if (first == i && own.IsEmpty)
            {
                continue;
            }

            signature = new(
                new(first == i ? own.Start : paper.Lines[first].Span.Start, own.IsEmpty ? paper.Lines[i - 1].Span.End : own.End),
                day,
                first,
                i
            );
            return true;
        }

        signature = default;
        return false;
    }

    /// <summary>
    /// The names on the paper's last lines without a day (特此公告。 and below it the office), right behind the end of a sentence; empty
    /// where there are none from line <paramref name="from"/> on.
    /// </summary>
    public static TextSpan Undated(Paper paper, int from)
    {
        var first = paper.Lines.Count;
        while (first > from && paper.Lines.Count - first < MostLines && IsOfficeLine(paper, first - 1))
        {
            first--;
        }

        return first < paper.Lines.Count && first > from && paper.Text[paper.Lines[first - 1].Span.End - 1] == '。'
            ? new(paper.Lines[first].Span.Start, paper.Text.Length)
            : default;
    }

    /// <summary>A line's day, where it ends the line: alone, after the names, or in brackets.</summary>
    private static bool TryDay(ReadOnlySpan<char> line, out int start, out string day)
    {
        var bare = line.TrimEnd("）印发");
        (start, day) = (0, "");
        if (bare.IsEmpty || !Days.MayEnd(bare[^1]))
        {
            return false;
        }

        day = Days.Month(bare, out start) ?? "";
        if (day.Length > 0)
        {
            return !line[..start].ContainsAny("。，；：");
        }

        for (start = Math.Max(0, bare.Length - 16); start < bare.Length; start++)
        {
            if (Days.TryRead(bare[start..], out var length, out var iso) && start + length == bare.Length)
            {
                day = iso ?? "";
                return bare.Length <= LongestName * 10 && !line[..start].ContainsAny("。，；：");
            }
        }

        return false;
    }

    private static bool IsName(Paper paper, int index)
    {
        var line = paper.Lines[index];
        var text = paper.Text.AsSpan(line.Span.Start, line.Span.Length);
        return text.Length <= LongestName * 4 && !text.ContainsAny("。，；：！？《》") && (IsOffice(text) || IsSigner(text));
    }

    /// <summary>The first line from <paramref name="from"/> to <paramref name="to"/> that is a day and no more.</summary>
    public static bool TryFindDay(Paper paper, int from, int to, out string day)
    {
        for (var i = from; i < to; i++)
        {
            var line = paper.Lines[i].Span;
            if (TryDay(paper.Text.AsSpan(line.Start, line.Length), out var start, out day) && start == 0)
            {
                return true;
            }
        }

        day = "";
        return false;
    }

    /// <summary>True for a line that names offices and no more.</summary>
    public static bool IsOfficeLine(Paper paper, int index)
    {
        var span = paper.Lines[index].Span;
        return IsOffice(paper.Text.AsSpan(span.Start, span.Length));
    }

    /// <summary>True for a run that ends as the names of offices do and holds no figures.</summary>
    public static bool IsOffice(ReadOnlySpan<char> text)
    {
        var bare = text.TrimEnd("（章）盖代印");
        return bare.Length >= 3
            && (
                OfficeEnds.Contains(bare[^1])
                || bare.EndsWith("公司")
                || bare.EndsWith("大学")
                || bare.EndsWith("中心")
                || bare.EndsWith("人大")
                || bare.EndsWith("政协")
                || bare.EndsWith("海关")
            )
            && !bare.EndsWith("顶部")
            && !bare.ContainsAnyInRange('0', '9')
            && !bare.Contains('：');
    }

    /// <summary>Who signs an order: 总理李鹏, 部长王某某, 主席习近平, 省长某某.</summary>
    private static bool IsSigner(ReadOnlySpan<char> text) =>
        text.Length <= 12
        && (
            text.StartsWith("总理")
            || text.StartsWith("主席")
            || text.StartsWith("部长")
            || text.StartsWith("主任")
            || text.StartsWith("局长")
            || text.StartsWith("省长")
            || text.StartsWith("市长")
            || text.StartsWith("行长")
            || text.StartsWith("署长")
            || text.StartsWith("代总理")
            || text.StartsWith("委员长")
        );
}
