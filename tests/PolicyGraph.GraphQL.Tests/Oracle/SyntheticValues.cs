using System.Globalization;
using System.Text;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Execution.Resolvers;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Tests.Oracle;

/// <summary>
/// Values out of nothing, for any schema: each follows from the way to it. tests/oracle/synthetic.mjs says the same in JavaScript.
/// </summary>
internal sealed class SyntheticValues(Schema schema)
{
    public ResolverPlanner Planner() => new(Resolve, value => ((Made)value).Type, new Made("root", ""));

    private object? Resolve(object? source, ObjectType type, FieldSelection field, OperationValues values)
    {
        var arguments = field.Arguments.Select(argument => KeyValuePair.Create(argument.Key, argument.Value.Evaluate(values)));
        var text = Canonical(InputValue.From(new InputObject([.. arguments])));
        return Make(field.Definition.Type, $"{((Made)source!).Seed}/{field.Definition.Name}({text})", text);
    }

    private object? Make(SchemaType type, string way, string arguments)
    {
        var h = Hash(way);
        if (h % 13 == 5)
        {
            throw new GraphQLException("MADE", $"E{h}");
        }

        return (type.IsNonNull ? h % 37 == 3 : h % 7 == 3) ? null : MakeValue(type.Nullable, way, arguments, h);
    }

    private object MakeValue(SchemaType type, string way, string arguments, uint h) =>
        type switch
        {
            ListType list => Enumerable
                .Range(0, (int)(h % 4))
                .Select(index => Attempt(() => Make(list.Item, $"{way}/{index}", arguments)))
                .ToList(),
            ObjectType made => new Made(h.ToString(CultureInfo.InvariantCulture), made.Name),
            EnumType made => made.Values.Keys.ElementAt((int)(h % made.Values.Count)),
            ScalarType { Name: "Int" } => (int)(h % 2000) - 1000,
            ScalarType { Name: "Float" } => h % 10000 / 16.0,
            ScalarType { Name: "Boolean" } => h % 2 == 0,
            ScalarType { Name: "ID" } => $"i{h}",
            ScalarType => $"s{h % 100}\"\n\u0001é😀{arguments}",
            _ => MakeAbstract(type.Definition, h),
        };

    private Made MakeAbstract(TypeDefinition type, uint h)
    {
        var names = schema.PossibleTypes(type).Select(possible => possible.Name).Order(StringComparer.Ordinal).ToList();
        return new Made(h.ToString(CultureInfo.InvariantCulture), names[(int)(h % names.Count)]);
    }

    private static object? Attempt(Func<object?> value)
    {
        try
        {
            return value();
        }
        catch (GraphQLException failure)
        {
            return failure;
        }
    }

    /// <summary>FNV-1a of 32 bits over UTF-8.</summary>
    private static uint Hash(string text) =>
        Encoding.UTF8.GetBytes(text).Aggregate(0x811c9dc5u, (value, next) => unchecked((value ^ next) * 0x01000193u));

    private static string Canonical(InputValue value) =>
        value.Kind switch
        {
            InputKind.List => $"[{string.Join(',', value.AsList().Select(Canonical))}]",
            InputKind.Object =>
                $"{{{string.Join(',', value.AsObject().Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}:{Canonical(field.Value)}"))}}}",
            InputKind.String or InputKind.Enum => value.AsString(),
            _ => value.ToString(),
        };

    private sealed record Made(string Seed, string Type);
}
