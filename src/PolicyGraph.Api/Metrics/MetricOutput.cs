using System.Globalization;
using System.Text;
using PolicyGraph.Api.Planning;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.Api.Metrics;

/// <summary>Writes a metric in the form of an operation's selections.</summary>
/// <param name="parts">Under which key of a row the store has answered a selection.</param>
internal sealed class MetricOutput(OperationContext context, IReadOnlyDictionary<FieldSelection, string> parts)
{
    public void Write(FieldSelection field, string asked, IndicatorNames names, Metric metric) =>
        SelectionOutput.WriteObject(
            context,
            field,
            selection =>
            {
                switch (selection.Definition.Name)
                {
                    case "indicator":
                        context.Output.WriteString(asked);
                        break;
                    case "indicators":
                        SelectionOutput.WriteList(context, names.Taken, name => context.Output.WriteString(name));
                        break;
                    case "near":
                        SelectionOutput.WriteList(context, names.Near, name => context.Output.WriteString(name));
                        break;
                    case "unit":
                        WriteText(metric.Unit);
                        break;
                    case "incomplete":
                        context.Output.WriteBoolean(metric.IsIncomplete);
                        break;
                    case "series":
                        SelectionOutput.WriteList(context, metric.Series, series => Write(selection, series));
                        break;
                    default:
                        SelectionOutput.WriteList(context, metric.LeftOut, row => Write(selection, row, metric.Unit));
                        break;
                }
            }
        );

    private void Write(FieldSelection field, MetricSeries series) =>
        SelectionOutput.WriteObject(
            context,
            field,
            selection =>
            {
                switch (selection.Definition.Name)
                {
                    case "subject":
                        WritePart(selection, series.Any);
                        break;
                    case "points":
                        WritePoints(selection, series.Points);
                        break;
                    case "targets":
                        WritePoints(selection, series.Targets);
                        break;
                    case "growth":
                        WritePoints(selection, series.Growth);
                        break;
                    default:
                        SelectionOutput.WriteList(context, series.Comparison, comparison => Write(selection, comparison));
                        break;
                }
            }
        );

    private void Write(FieldSelection field, MetricComparison comparison) =>
        SelectionOutput.WriteObject(
            context,
            field,
            selection =>
            {
                switch (selection.Definition.Name)
                {
                    case "target":
                        Write(selection, comparison.Target);
                        break;
                    case "actual":
                        Write(selection, comparison.Actual);
                        break;
                    case "difference":
                        WriteNumber(comparison.Difference);
                        break;
                    default:
                        context.Output.WriteBoolean(comparison.IsReached);
                        break;
                }
            }
        );

    private void Write(FieldSelection field, MetricRow leftOut, string? unit) =>
        SelectionOutput.WriteObject(
            context,
            field,
            selection =>
            {
                if (selection.Definition.Name == "reason")
                {
                    context.Output.WriteString($"“{leftOut.Unit}” cannot be brought to “{unit}”.");
                }
                else
                {
                    WritePart(selection, leftOut);
                }
            }
        );

    private void WritePoints(FieldSelection field, IReadOnlyList<MetricPoint> points) =>
        SelectionOutput.WriteList(context, points, point => Write(field, point));

    private void Write(FieldSelection field, MetricPoint point) =>
        SelectionOutput.WriteObject(
            context,
            field,
            selection =>
            {
                switch (selection.Definition.Name)
                {
                    case "value":
                        WriteNumber(point.Value);
                        break;
                    case "valueMax":
                        WriteNumber(point.ValueMax);
                        break;
                    case "unit":
                        WriteText(point.Unit);
                        break;
                    case "comparator":
                        WriteText(point.Row.Comparator);
                        break;
                    case "kind":
                        WriteText(point.Row.Kind);
                        break;
                    case "measure":
                        WriteText(point.Row.Measure);
                        break;
                    default:
                        WritePart(selection, point.Row);
                        break;
                }
            }
        );

    /// <summary>What the store has written for this very selection.</summary>
    private void WritePart(FieldSelection selection, MetricRow row) =>
        context.Output.Write(Encoding.UTF8.GetBytes(row.Json.GetProperty(parts[selection]).GetRawText()));

    private void WriteText(string? text)
    {
        if (text is null)
        {
            context.Output.WriteNull();
        }
        else
        {
            context.Output.WriteString(text);
        }
    }

    private void WriteNumber(decimal? number) =>
        context.Output.Write(Encoding.UTF8.GetBytes(number?.ToString(CultureInfo.InvariantCulture) ?? "null"));
}
