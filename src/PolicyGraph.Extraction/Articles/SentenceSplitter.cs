using PolicyGraph.Extraction.Papers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Articles;

/// <summary>
/// Cuts the text into sentences: at 。！？ with the closing marks after them, and at the end of a line that does not go on.
/// A semicolon cuts only where its line ends a paragraph. All belong to article 0 until articles are told apart.
/// </summary>
public sealed class SentenceSplitter : IStage
{
    private const int LongestHeadline = 40;

    /// <summary>
    /// Characters from which on a comma ends a sentence too; twice as many end it anywhere. What rules do within a sentence stays bounded
    /// so.
    /// </summary>
    private const int LongestSentence = 3000;

    public void Run(Paper paper)
    {
        var start = 0;
        var joins = new LineJoins(paper);
        paper.Sentences.EnsureCapacity(paper.Lines.Count);
        for (var i = 0; i < paper.Lines.Count; i++)
        {
            var line = paper.Lines[i].Span;
            start = start >= line.Start && IsExclamation(paper, i) ? start : CutInside(paper, start, line);
            if (start < line.End && !joins.GoesOn(i))
            {
                Close(paper, start, line);
                start = line.End;
            }
        }
    }

    /// <summary>
    /// A headline alone between blank lines, or at the top with its day below it, keeps the marks within it: 点赞！某某经验.
    /// </summary>
    private static bool IsExclamation(Paper paper, int index)
    {
        var line = paper.Lines[index];
        var text = paper.Text.AsSpan(line.Span.Start, line.Span.Length);
        if (
            index == 0
            && paper.Lines.Count > 1
            && text.Length < LongestHeadline
            && !LineEnds.IsStop(text)
            && HeadDay.Closes(paper, paper.Lines[1].Span)
        )
        {
            return true;
        }

        return line.AfterBlank
            && text.Length < LongestHeadline
            && (index + 1 == paper.Lines.Count || paper.Lines[index + 1].AfterBlank)
            && !LineEnds.IsStop(text)
            && !text.ContainsAny("。，；");
    }

    /// <summary>
    /// Ends a sentence with its line. A bracket that only adds to the sentence before it, （某厅负责）, is part of that one.
    /// </summary>
    private static void Close(Paper paper, int start, TextSpan line)
    {
        var rest = paper.Text.AsSpan(start, line.End - start);
        var isSource = LineShapes.EndsWithSource(rest);
        if (start > line.Start && rest[0] == '（' && rest[^1] == '）' && !isSource)
        {
            paper.Sentences[^1] = paper.Sentences[^1] with { Span = new(paper.Sentences[^1].Span.Start, line.End) };
            return;
        }

        var isHeading = isSource || start <= line.Start && rest[^1] is not ('：' or '；' or '，' or '、' or '—' or '…');
        paper.Sentences.Add(new(new(start, line.End), 0, isHeading));
    }

    /// <summary>Adds the sentences that end inside <paramref name="line"/>; returns where the next one starts.</summary>
    private static int CutInside(Paper paper, int start, TextSpan line)
    {
        var text = paper.Text;
        for (var i = line.Start; i < line.End; i++)
        {
            // A line that ends before a sentence is too long is cut at its stops alone.
            if (line.End - start < LongestSentence && (i = LineEnds.NextTerminator(text, i, line.End)) == line.End)
            {
                break;
            }

            if (i - start >= LongestSentence && text[i] is '，' or '、' or '；' || i - start >= LongestSentence * 2)
            {
                paper.Sentences.Add(new(new(start, i + 1), 0, IsHeading: false));
                start = i + 1;
                continue;
            }

            if (!LineEnds.IsTerminator(text[i]))
            {
                continue;
            }

            while (i + 1 < line.End && (LineEnds.IsTerminator(text[i + 1]) || LineEnds.IsCloser(text[i + 1])))
            {
                i++;
            }

            if (i + 1 < line.End && text[i + 1] is '，' or '、' or '；' or '的' or '等')
            {
                continue;
            }

            paper.Sentences.Add(new(new(start, i + 1), 0, IsHeading: false));
            start = i + 1;
        }

        return start;
    }
}
