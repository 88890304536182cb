using System.Globalization;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Cost;

/// <summary>
/// Adds up one operation. GraphQL Cost Directives specification, section 5, "Static Query Analysis": each field counts as often as its
/// parents can come, each list with its largest size.
/// </summary>
internal sealed class PriceCalculator(CostModel model, OperationValues values)
{
    private string _dearestField = "";
    private double _dearestCost;

    /// <summary>
    /// The price of these root fields.
    /// </summary>
    /// <exception cref="GraphQLException">A list has none or several of the arguments of which its schema requires one.</exception>
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
        var here = path.Length == 0 ? field.ResponseKey : $"{path}.{field.ResponseKey}";
        var slice = Slice(cost, field, here);
        var isList = field.Definition.Type.Nullable is ListType;
        var count = parents * (isList ? sizeFromParent ?? slice : 1);
        var own = new Sum(parents * (cost.Weight + ArgumentWeights(field)), count * model.Of(field.Definition.Type.Definition));
        if (own.Fields + own.Types > _dearestCost)
        {
            (_dearestField, _dearestCost) = (here, own.Fields + own.Types);
        }

        return field.Selections.Count == 0 ? own : own + Add(field.Selections, count, cost.SizedFields, slice, here);
    }

    private double Slice(FieldCost cost, FieldSelection field, string path)
    {
        double? largest = null;
        var (given, byDefault) = (0, 0);
        foreach (var name in cost.SlicingArguments)
        {
            var argument = field.Argument(name);
            if (argument is null || Size(argument.Evaluate(values)) is not { } size)
            {
                continue;
            }

            largest = Math.Max(largest ?? 0, size);
            _ = argument is ConstantArgument { IsDefault: true } ? byDefault++ : given++;
        }

        return cost.RequiresOneSlice && (given > 0 ? given : byDefault) != 1
            ? throw NotOneSlice(cost, field, path, Math.Max(given, byDefault))
            : largest ?? cost.AssumedSize ?? model.AssumedListSize;
    }

    private static double? Size(InputValue argument) =>
        argument.Kind switch
        {
            InputKind.Int => argument.AsInt64(),
            InputKind.List => argument.AsList().Count,
            _ => null,
        };

    private GraphQLException NotOneSlice(FieldCost cost, FieldSelection field, string path, int found)
    {
        var names = string.Join(", ", cost.SlicingArguments.Select(name => $"\"{name}\""));
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"The size of {path} must be known before it is asked: it needs exactly one of {names}, found: {found}."
        );
        return new GraphQLException([new GraphQLError(message, ErrorCodes.BadUserInput) { Locations = field.LocationsWith(values) }]);
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

    private static double InputWeights(ArgumentValue value) =>
        value switch
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
