using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.Api.Tests.Plain;

/// <summary>Operations over the schema from a seed: any list with any filter, order and page, what it leads to, and groups.</summary>
internal sealed class RandomOperations(GraphQL.TypeSystem.Schema schema, int seed)
{
    /// <summary>What has no plain evaluation here, or has tests of its own: cursors, paths, what only records with articles have.</summary>
    private static readonly HashSet<string> Skipped =
    [
        "cursor",
        "startCursor",
        "endCursor",
        "article",
        "articles",
        "findings",
        "source",
        "sources",
        "search",
        "path",
        "metric",
        "related",
        "overview",
        "node",
        "nodes",
        "entity",
    ];

    /// <summary>What `countDistinct` does not count.</summary>
    private static readonly HashSet<string> EdgeProperties = ["date", "joint", "issuers", "role", "title"];

    private static readonly string[] Texts =
    [
        "甲",
        "Policy",
        "甲Policy",
        "乙Ag",
        "总",
        "2021",
        "host",
        "字〔2021〕乙号",
        "元",
        "rule.a",
        "文1",
        "丁Event",
    ];

    private readonly Random _random = new(seed);

    public string Make()
    {
        var roots = schema.Query!.Fields.Values.Where(field => !Skipped.Contains(field.Name)).ToList();
        return $"{{ {Ask(Pick(roots), depth: 3, isRoot: true)} }}";
    }

    private string Ask(FieldDefinition field, int depth, bool isRoot = false)
    {
        var below = field.Type.Definition is FieldsType type ? $" {{ {Select(type, depth)} }}" : "";
        return $"{field.Name}{Arguments(field, isRoot)}{below}";
    }

    private string Select(FieldsType type, int depth)
    {
        var fields = type.Fields.Values.Where(field => Fits(field, type, depth)).ToList();
        var chosen = type.Name.EndsWith("Connection", StringComparison.Ordinal)
            ? fields.Where(field => field.Name is "nodes" or "edges" ? depth > 0 && _random.Next(2) == 0 : _random.Next(3) == 0).ToList()
            : [.. fields.Where(_ => _random.Next(fields.Count) < 3)];
        return $"__typename {string.Join(' ', chosen.Select(field => Ask(field, type.Name.EndsWith("Connection", StringComparison.Ordinal) ? depth : depth - 1)))}";
    }

    private static bool Fits(FieldDefinition field, FieldsType type, int depth) =>
        (!Skipped.Contains(field.Name) || (field.Name is "node" or "nodes" && type.Name is not "Query"))
        && (depth > 0 || field.Type.Definition.IsLeaf || field.Name is "pageInfo" or "keys" or "period");

    private string Arguments(FieldDefinition field, bool isRoot)
    {
        var given = field
            .Arguments.Values.Where(argument =>
                argument.IsRequired || (!isRoot || field.Directives.Find("list") is not null) && _random.Next(3) == 0
            )
            .Where(argument => argument.Name is not ("after" or "before" or "skip" or "search"))
            .Select(argument => $"{argument.Name}: {Value(argument.Name, argument.Type, 2)}")
            .ToList();
        if (isRoot && given.Count == 0 && field.Directives.Find("list") is null)
        {
            given.Add(
                field.Arguments.ContainsKey("name") ? "name: " + Text()
                : field.Arguments.ContainsKey("title") ? "title: \"文1\""
                : "id: \"x\""
            );
        }

        return given.Count == 0 ? "" : $"({string.Join(", ", given)})";
    }

    private string Value(string name, SchemaType type, int depth) =>
        type.Nullable switch
        {
            ListType list => $"[{string.Join(", ", Enumerable.Range(0, _random.Next(1, 3)).Select(_ => Value(name, list.Item, depth)))}]",
            EnumType { Name: "GroupDatePart" } when name == "of" => "VALUE",
            EnumType values => Pick([.. values.Values.Keys]),
            InputObjectType { IsOneOf: true } input => OneOf(name, input, depth),
            InputObjectType input when IsValueFilter(input) => Comparison(name, input),
            InputObjectType input => Conditions(input, depth),
            var scalar => Scalar(name, scalar.Definition.Name),
        };

    private string OneOf(string name, InputObjectType input, int depth)
    {
        var fields = input
            .Fields.Values.Where(field =>
                depth > 0
                || field.Type.Definition.IsLeaf
                || field.Type.Definition.Name.StartsWith("Period", StringComparison.Ordinal)
                || field.Type.Definition.Name is "CountOrder"
            )
            .ToList();
        var field = Pick(name == "of" ? [.. fields.Where(field => !EdgeProperties.Contains(field.Name))] : fields);
        return $"{{{field.Name}: {Value(name == "of" ? name : field.Name, field.Type, depth - 1)}}}";
    }

    /// <summary>One comparison; the empty condition now and then.</summary>
    private string Comparison(string name, InputObjectType filter)
    {
        var comparison = Pick([.. filter.Fields.Values]);
        return _random.Next(20) == 0
            ? "{}"
            : $"{{{comparison.Name}: {Value(comparison.Name is "in" or "eq" ? name : comparison.Name, comparison.Type, 0)}}}";
    }

    private static bool IsValueFilter(InputObjectType type) =>
        type.Fields.Values.All(field => field.Type.Definition.IsLeaf) && type.Fields.ContainsKey("isNull");

    private string Conditions(InputObjectType input, int depth)
    {
        var fields = input
            .Fields.Values.Where(field => field.IsRequired || (IsSimple(field) || depth > 0) && _random.Next(input.Fields.Count) < 2)
            .ToList();
        return $"{{{string.Join(", ", fields.Select(field => $"{field.Name}: {Value(field.Name, field.Type, IsSimple(field) ? depth : depth - 1)}"))}}}";
    }

    private static bool IsSimple(InputValueDefinition field) =>
        field.Type.Definition.IsLeaf || field.Type.Definition is InputObjectType type && IsValueFilter(type);

    private string Scalar(string name, string type) =>
        (name, type) switch
        {
            ("first" or "last", _) => $"{_random.Next(0, 6)}",
            ("start" or "end", "Int") => $"{_random.Next(0, 40)}",
            (_, "Int") => $"{_random.Next(0, 4)}",
            (_, "Float") => Pick(["0.5", "0.75", "0.9"]),
            (_, "Decimal") => Pick(["1", "2.5", "-3", "5400000000000"]),
            (_, "Boolean") => Pick(["true", "false"]),
            (_, "Date") => Pick(["\"2021\"", "\"2021-05\"", "\"2020-02-02\"", "\"2021/2023\"", "\"2021-12-31\""]),
            _ => Text(),
        };

    private string Text() => $"\"{Pick(Texts)}\"";

    private T Pick<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];
}
