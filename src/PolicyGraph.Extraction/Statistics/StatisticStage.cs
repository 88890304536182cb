using System.Collections.Frozen;
using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Statistics.Indicators;
using PolicyGraph.Extraction.Statistics.Subjects;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>Makes a statistic of every quantity that is one, field by field, sentence by sentence.</summary>
public sealed class StatisticStage : IStage
{
    private static readonly FrozenDictionary<Measure, string> Rules = Enum.GetValues<Measure>()
        .ToFrozenDictionary(measure => measure, measure => $"statistic.{measure.ToString().ToLowerInvariant()}");

    public void Run(Paper paper)
    {
        var names = new NameMask(paper);
        var frames = new ArticleFrames(paper);
        var reader = new FigureReader(paper, names, frames);
        var periods = new Periods(paper, frames, names);
        var kinds = new Kinds(paper, frames, periods);
        var trimmer = new PhraseTrimmer(paper);
        var subjects = new SubjectFinder(paper, frames, trimmer, periods.Aims);
        var indicators = new IndicatorBuilder(paper, trimmer);
        var reporters = new Reporters.Reporters(paper, frames);
        var repeats = new Repeats(paper.Quantities.Count);
        var passed = new List<Sentence>();
        foreach (var sentence in paper.Sentences)
        {
            paper.Cancellation.ThrowIfCancellationRequested();
            reporters.Enter(sentence);
            passed.Add(sentence);
            var figures = reader.Read(sentence);
            if (figures.Count == 0)
            {
                continue;
            }

            // Whom and what time sentences speak of is asked no further than to an article's last figure.
            foreach (var told in passed)
            {
                if (told.Article == sentence.Article)
                {
                    periods.Enter(told);
                    subjects.Enter(told);
                }
            }

            passed.Clear();
            Distribution.Apply(paper, figures);
            foreach (var figure in figures)
            {
                Measures.Decide(paper.Text, figure);
                figure.Kind = kinds.Of(figure);
                subjects.Find(figure);
                figure.Indicator = indicators.Build(figure);
                figure.Evidence = EvidenceSpans.Of(paper.Text, figure);
                repeats.Add(figure, Statistic(paper.Text, figure, frames[sentence.Article], periods, reporters));
            }
        }

        paper.Statistics.AddRange(repeats.Distinct());
    }

    private static Statistic Statistic(string text, Figure figure, ArticleFrame frame, Periods periods, Reporters.Reporters reporters)
    {
        var quantity = figure.Quantity;
        var reporter = reporters.Of(figure);
        var period = periods.Of(figure);
        var sign = figure.Falls && quantity.Value > 0m ? -1m : 1m;
        return new Statistic
        {
            Value = sign * quantity.Value,
            ValueMax = sign * quantity.ValueMax,
            Unit = quantity.Unit,
            Comparator = Bound(text, figure),
            Indicator = figure.Indicator,
            Measure = figure.Measure,
            Kind = figure.Kind,
            Subject = figure.Subject,
            Period = period,
            ReportedBy = reporter ?? (figure.Kind is StatisticKind.Limit ? Policy(figure.Subject) : null),
            SetBy = figure.Kind switch
            {
                StatisticKind.Target => frame.Policy ?? Policy(reporter),
                StatisticKind.Limit => frame.Policy ?? Policy(figure.Subject) ?? Policy(reporter),
                _ => null,
            },
            Evidence = figure.Evidence,
            Rule = Rules[figure.Measure],
            Confidence = Confidences.Of(text, figure, frame, periods.TimeOf(figure), period),
        };
    }

    private static Entity? Policy(Entity? subject) => subject is { Type: EntityType.Policy } ? subject : null;

    /// <summary>约占全市的60%，全国的37%: the word before the verb holds for the shares that follow it.</summary>
    private static bool IsRough(string text, Figure figure)
    {
        var prefix = text.AsSpan(figure.Prefix.Start, figure.Prefix.Length);
        return prefix.StartsWith("约占")
            || prefix.StartsWith("大约占")
            || (
                figure is { Previous: { Measure: Measure.Share } previous }
                && text.AsSpan(previous.Prefix.Start, previous.Prefix.Length).StartsWith("约占")
                && prefix.IndexOf('占') < 0
                && prefix.EndsWith("的")
            );
    }

    /// <summary>最高50万元 bounds only where it rules; of what happened (单笔最高1亿元) it is the number itself.</summary>
    private static Comparator Bound(string text, Figure figure)
    {
        if (figure is { Comparator: Comparator.Equal, Measure: Measure.Share, Quantity.ValueMax: null } && IsRough(text, figure))
        {
            return Comparator.About;
        }

        if (figure.Quantity.ValueMax is not null || figure.Kind != StatisticKind.Limit || figure.Comparator != Comparator.Equal)
        {
            return figure.Quantity.ValueMax is null ? figure.Comparator : Comparator.Equal;
        }

        var named = (figure.ListHead ?? figure).Prefix;
        var prefix = text.AsSpan(named.Start, named.Length);
        if (
            figure.Quantity.UnitKind == Quantities.UnitKind.Duration
            && (text.AsSpan(figure.Quantity.Span.End).StartsWith("内") || prefix.IndexOf("最长") >= 0)
        )
        {
            return Comparator.AtMost;
        }

        return prefix.IndexOf("最多") >= 0
            || prefix.IndexOf("最高") >= 0
            || prefix.IndexOf("至多") >= 0
            || prefix.IndexOf("不超过") >= 0
            || prefix.IndexOf("限额") >= 0
            || prefix.IndexOf("上限") >= 0
                ? Comparator.AtMost
            : prefix.IndexOf("至少") >= 0
            || prefix.IndexOf("最少") >= 0
            || prefix.IndexOf("最低") >= 0
            || prefix.IndexOf("最短") >= 0
            || prefix.EndsWith("满")
                ? Comparator.AtLeast
            : Comparator.Equal;
    }
}
