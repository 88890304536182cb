using System.Collections.Frozen;
using System.Globalization;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Cost;

/// <summary>
/// What each part of a schema costs, read from <c>@cost(weight:)</c> and
/// <c>@listSize(assumedSize:, slicingArguments:, sizedFields:, requireOneSlicingArgument:)</c>: the GraphQL Cost Directives specification
/// (IBM). Without a weight a composite value and the field that gives it cost 1, leaves nothing. Without <c>@listSize</c> the arguments
/// <c>first</c> and <c>last</c> slice, and on a connection (Relay) they size its <c>edges</c> and <c>nodes</c>.
/// </summary>
internal sealed class CostModel
{
    private static readonly string[] RelaySlices = ["first", "last"];
    private static readonly string[] RelaySized = ["edges", "nodes"];

    private readonly FrozenDictionary<FieldDefinition, FieldCost> _fields;
    private readonly FrozenDictionary<TypeDefinition, double> _types;
    private readonly bool _requiresSlices;

    /// <param name="schema">Whose directives to read.</param>
    /// <param name="limits">What a list that nothing sizes counts, and whether one may come without its size.</param>
    public CostModel(Schema schema, OperationLimits limits)
    {
        AssumedListSize = limits.AssumedListSize;
        _requiresSlices = limits.RequiresSlices;
        _types = schema
            .Types.Where(type => !type.IsAbstract)
            .ToFrozenDictionary(type => type, type => Weight(type.Directives) ?? (type.IsComposite ? 1 : 0));
        _fields = schema
            .Types.OfType<FieldsType>()
            .Where(type => !type.IsIntrospection)
            .SelectMany(type => type.Fields.Values)
            .ToFrozenDictionary(field => field, Read);
        Schema = schema;
    }

    public Schema Schema { get; }

    public int AssumedListSize { get; }

    /// <summary>The cost of a field; nothing for the fields of introspection.</summary>
    public FieldCost Of(FieldDefinition field) => _fields.GetValueOrDefault(field) ?? FieldCost.Free;

    /// <summary>The cost of one value; of an abstract type that of its dearest object type.</summary>
    public double Of(TypeDefinition type) =>
        type.IsIntrospection ? 0
        : type.IsAbstract ? Schema.PossibleTypes(type).Max(possible => (double?)_types[possible]) ?? 0
        : _types[type];

    /// <summary>The weight of an argument or input field, if it was given one.</summary>
    public static double Of(InputValueDefinition input) => Weight(input.Directives) ?? 0;

    private FieldCost Read(FieldDefinition field)
    {
        var weight = Weight(field.Directives) ?? (field.Type.Definition.IsComposite ? 1 : 0);
        if (field.Directives.Find("listSize") is { } declared)
        {
            var slicing = declared.Texts("slicingArguments");
            return new FieldCost(weight, (int?)declared.Number("assumedSize"), slicing, declared.Texts("sizedFields"))
            {
                RequiresOneSlice = _requiresSlices && slicing.Count > 0 && declared.Flag("requireOneSlicingArgument"),
            };
        }

        var slices = RelaySlices.Where(field.Arguments.ContainsKey).ToList();
        var isConnection = slices.Count > 0 && field.Type.Nullable is FieldsType { Fields: var inner } && RelaySized.Any(inner.ContainsKey);
        return new FieldCost(weight, AssumedSize: null, slices, isConnection ? RelaySized : []);
    }

    private static double? Weight(AppliedDirectives directives) =>
        directives.Find("cost")?.Text("weight") is { } weight ? double.Parse(weight, CultureInfo.InvariantCulture) : null;
}

/// <summary>What a field costs and how large it grows.</summary>
/// <param name="Weight">Of one call.</param>
/// <param name="AssumedSize">Items where no slicing argument says; null for the model's default.</param>
/// <param name="SlicingArguments">The arguments that say how many items, by a number or by the length of a list; the largest
/// counts.</param>
/// <param name="SizedFields">The fields of the value that have so many items, instead of the value itself.</param>
internal sealed record FieldCost(double Weight, int? AssumedSize, IReadOnlyList<string> SlicingArguments, IReadOnlyList<string> SizedFields)
{
    public static FieldCost Free { get; } = new(0, AssumedSize: 1, [], []);

    /// <summary>
    /// Whether exactly one of the <see cref="SlicingArguments"/> must be there, be it by its default; else the operation is refused.
    /// </summary>
    public bool RequiresOneSlice { get; init; }
}
