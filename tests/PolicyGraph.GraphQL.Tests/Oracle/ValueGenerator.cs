using System.Text.Json.Nodes;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Tests.Oracle;

/// <summary>Literals, variables and their JSON for places of any type; now and then one that does not fit.</summary>
internal sealed class ValueGenerator(Random random)
{
    private const double Wrong = 0.012;
    private static readonly string[] Texts = ["", "x", "a \\\"b\\\"", "\\u00e9\\n", "2021-09-02", "😀", "\\u{1F600}"];

    /// <summary>The variables declared so far, as text.</summary>
    public List<string> Declarations { get; } = [];

    /// <summary>Their values.</summary>
    public JsonObject Json { get; private set; } = [];

    public void Reset()
    {
        Declarations.Clear();
        Json = [];
    }

    /// <summary>Arguments in parentheses, or nothing.</summary>
    public string Arguments(IEnumerable<InputValueDefinition> definitions)
    {
        var given = definitions
            .Where(definition => definition.IsRequired ? !Chance(Wrong) : Chance(0.45))
            .Select(definition => $"{definition.Name}: {Value(definition.Type, 0)}")
            .ToList();
        if (Chance(0.005))
        {
            given.Add($"{Pick("nope", "value", "first")}: 1");
        }

        if (given.Count > 0 && Chance(0.005))
        {
            given.Add(given[0]);
        }

        return given.Count == 0 ? "" : $"({string.Join(Pick(", ", " "), given)})";
    }

    /// <summary>For <c>if</c>.</summary>
    public string Condition() =>
        random.Next(4) switch
        {
            0 => "true",
            1 => "false",
            _ => Variable(new NonNullType(BuiltInScalars.Boolean)),
        };

    private string Value(SchemaType type, int depth)
    {
        if (Chance(Wrong))
        {
            return Pick("null", "1", "1.5", "\"w\"", "true", "WRONG", "[1]", "{a: 1}", "$undeclared", "99999999999");
        }

        if (Chance(depth == 0 ? 0.3 : 0.12))
        {
            return Variable(type);
        }

        return type.IsNonNull || Chance(0.93) ? Literal(type.Nullable, depth) : "null";
    }

    private string Literal(SchemaType type, int depth) =>
        type switch
        {
            ListType list => Chance(0.1)
                ? Value(list.Item, depth + 1)
                : $"[{string.Join(Pick(", ", " "), Items(depth).Select(_ => Value(list.Item, depth + 1)))}]",
            EnumType values => values.Values.Keys.ElementAt(random.Next(values.Values.Count)),
            InputObjectType input =>
                $"{{{string.Join(", ", Fields(input, depth).Select(field => $"{field.Name}: {Value(field.Type, depth + 1)}"))}}}",
            ScalarType { Name: "Int" } => Pick("0", "7", "-3", "2147483647"),
            ScalarType { Name: "Float" } => Pick("1", "0.5", "-2.25", "1e3", "1.50E-2"),
            ScalarType { Name: "Boolean" } => Pick("true", "false"),
            ScalarType { Name: "ID" } => Pick("1", "\"x\"", "123456789012345678901"),
            ScalarType { Name: "Long" } => Pick("1", "1099511627776", "-5"),
            ScalarType { Name: "Date" } => "\"2021-09-02\"",
            ScalarType { Name: "DateTime" } => "\"2021-09-02T08:00:00Z\"",
            _ => Chance(0.1) ? $"\"\"\"\n  {Pick("x", "y\n    z", "\\\"\"\"")}\n\"\"\"" : $"\"{Pick(Texts)}\"",
        };

    private string Variable(SchemaType type)
    {
        var name = $"v{Declarations.Count}";
        var declared = Declared(type);
        var isAbsent = !declared.EndsWith('!') && Chance(0.25);
        var defaultValue = Chance(0.12) ? $" = {(Chance(0.9) ? ConstLiteral(type.Nullable) : "null")}" : "";
        Declarations.Add($"${name}: {declared}{defaultValue}");
        if (!isAbsent && !Chance(0.01))
        {
            Json[name] = JsonValue(type, 0);
        }

        return Chance(0.005) ? "$other" : $"${name}";
    }

    private string Declared(SchemaType type)
    {
        var text = type.ToString() ?? "";
        return random.NextDouble() switch
        {
            < 0.01 => Pick("Int", "[String]", "Query", "Unknown", "Strng"),
            < 0.03 => text.TrimEnd('!'),
            < 0.15 when !type.IsNonNull => $"{text}!",
            _ => text,
        };
    }

    /// <summary>A literal without variables, for defaults.</summary>
    private string ConstLiteral(SchemaType type) =>
        type switch
        {
            ListType list => $"[{ConstLiteral(list.Item.Nullable)}]",
            InputObjectType => Pick("{}", "{name: \"n\"}", "{value: 3}", "{text: \"t\"}"),
            _ => Literal(type, 9),
        };

    private JsonNode? JsonValue(SchemaType type, int depth)
    {
        if (Chance(Wrong))
        {
            return JsonNode.Parse(Pick("null", "1", "1.5", "1.0", "\"w\"", "true", "[1]", "[]", "{\"a\": 1}", "99999999999", "[[null]]"));
        }

        if (!type.IsNonNull && Chance(0.08))
        {
            return null;
        }

        return type.Nullable switch
        {
            ListType list => Chance(0.1)
                ? JsonValue(list.Item, depth + 1)
                : new JsonArray([.. Items(depth).Select(_ => JsonValue(list.Item, depth + 1))]),
            EnumType values => values.Values.Keys.ElementAt(random.Next(values.Values.Count)),
            InputObjectType input => JsonFields(input, depth),
            ScalarType { Name: "Int" or "Long" } => random.Next(-9, 99),
            ScalarType { Name: "Float" } => random.Next(-99, 99) / 4.0,
            ScalarType { Name: "Boolean" } => Chance(0.5),
            ScalarType { Name: "ID" } => Chance(0.5) ? random.Next(9) : "id",
            ScalarType { Name: "Date" } => "2021-09-02",
            ScalarType { Name: "DateTime" } => "2021-09-02T08:00:00Z",
            _ => Pick("", "text", "q\"\n", "😀", "中"),
        };
    }

    private JsonObject JsonFields(InputObjectType input, int depth)
    {
        var fields = new JsonObject();
        foreach (var field in Fields(input, depth))
        {
            fields[field.Name] = JsonValue(field.Type, depth + 1);
        }

        if (Chance(Wrong))
        {
            fields[Pick("nope", "nam", "txt")] = 1;
        }

        return fields;
    }

    private IEnumerable<InputValueDefinition> Fields(InputObjectType input, int depth)
    {
        var all = input.Fields.Values.ToList();
        if (input.IsOneOf && !Chance(0.03))
        {
            return [all[random.Next(all.Count)]];
        }

        return all.Where(field => field.IsRequired ? !Chance(Wrong) : Chance(depth < 3 ? 0.4 : 0.05)).ToList();
    }

    private IEnumerable<int> Items(int depth) => Enumerable.Range(0, depth > 3 ? 0 : random.Next(4)).ToList();

    private bool Chance(double probability) => random.NextDouble() < probability;

    private string Pick(params string[] options) => options[random.Next(options.Length)];
}
