using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Cost;

/// <summary>Adds up one operation. GraphQL Cost Directives specification, section 5, "Static Query Analysis": each field counts as often as its parents can come, each list with its largest size.</summary>
internal sealed class PriceCalculator(CostModel model, OperationValues values)
{
    private string _dearestField = "";
    private double _dearestCost;

    /// <summary>The price of these root fields.</summary>
    public static OperationPrice Calculate(CostModel model, IReadOnlyList<FieldSelection> selections, OperationValues values)
    {
        var calculator = new PriceCalculator(model, values);
        var sum = calculator.Add(selections, 1, sized: [], size: 0, path: "");
        return new OperationPrice(sum.Fields, sum.Types, calculator._dearestField, calculator._dearestCost);
    }

    /// <summary>Whether the price is the same for all values.</summary>
    public static bool IsConstant(CostModel model, FieldSelection field) =>
        field.Conditions.Count == 0
        && model.Of(field.Definition).SlicingArguments.All(name => field.Argument(name) is null or ConstantArgument)
        && field.Selections.All(selection => IsConstant(model, selection));

    private Sum Add(IReadOnlyList<FieldSelection> selections, double parents, IReadOnlyList<string> sized, double size, string path)
    {
        var common = default(Sum);
        Dictionary<string, Sum>? byType = null;
        foreach (var selection in selections)
        {
            if (!selection.IsIncluded(values))
            {
                continue;
            }

            var sum = Add(selection, parents, sized.Contains(selection.Definition.Name) ? size : null, path);
            if (selection.OnTypes is null)
            {
                common += sum;
                continue;
            }

            byType ??= [];
            foreach (var type in selection.OnTypes)
            {
                byType[type] = byType.GetValueOrDefault(type) + sum;
            }
        }

        // A value is of one object type only: the dearest counts.
        return byType is null ? common : common + byType.Values.MaxBy(sum => sum.Fields + sum.Types);
    }

    private Sum Add(FieldSelection field, double parents, double? sizeFromParent, string path)
    {
        var cost = model.Of(field.Definition);
        var slice = Slice(cost, field);
        var isList = field.Definition.Type.Nullable is ListType;
        var count = parents * (isList ? sizeFromParent ?? slice : 1);
        var own = new Sum(parents * (cost.Weight + ArgumentWeights(field)), count * model.Of(field.Definition.Type.Definition));
        var here = path.Length == 0 ? field.ResponseKey : $"{path}.{field.ResponseKey}";
        if (own.Fields + own.Types > _dearestCost)
        {
            (_dearestField, _dearestCost) = (here, own.Fields + own.Types);
        }

        return field.Selections.Count == 0 ? own : own + Add(field.Selections, count, cost.SizedFields, slice, here);
    }

    private double Slice(FieldCost cost, FieldSelection field)
    {
        double? largest = null;
        foreach (var name in cost.SlicingArguments)
        {
            if (field.Argument(name)?.Evaluate(values) is { Kind: InputKind.Int } given)
            {
                largest = Math.Max(largest ?? 0, given.AsInt64());
            }
        }

        return largest ?? cost.AssumedSize ?? model.AssumedListSize;
    }

    private static double ArgumentWeights(FieldSelection field)
    {
        var weight = 0.0;
        foreach (var (name, value) in field.Arguments)
        {
            weight += CostModel.Of(field.Definition.Arguments[name]) + InputWeights(value);
        }

        return weight;
    }

    private static double InputWeights(ArgumentValue value) => value switch
    {
        ListArgument list => list.Items.Sum(InputWeights),
        ObjectArgument input => input.Fields.Sum(field => CostModel.Of(input.Type.Fields[field.Key]) + InputWeights(field.Value)),
        _ => 0,
    };

    private readonly record struct Sum(double Fields, double Types)
    {
        public static Sum operator +(Sum left, Sum right) => new(left.Fields + right.Fields, left.Types + right.Types);
    }
}
