namespace PolicyGraph.Extraction.Findings;

/// <summary>Checks a paper's figures against each other. It says what agrees and what does not; it corrects nothing.</summary>
public sealed class FindingStage : IStage
{
    public void Run(Paper paper)
    {
        var table = new FigureTable(paper);
        var (sentence, summed) = (0, 0);
        for (var i = 0; i < table.Rows.Count; i++)
        {
            while (sentence + 1 < paper.Sentences.Count && paper.Sentences[sentence].Span.End <= table.Rows[i].Evidence.Start)
            {
                sentence++;
            }

            GrowthCheck.Run(table, i);
            ShareCheck.Run(table, i);
            summed = i >= summed ? SumCheck.Run(table, i) : summed;
            if (FigureTable.IsAmount(table.Rows[i]))
            {
                PartsCheck.Run(table, paper.Text, i, paper.Sentences[sentence].Span.End);
            }
        }
    }
}
