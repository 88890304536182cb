using System.Text;
using System.Text.Json.Nodes;
using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Tests.Oracle;

/// <summary>
/// Operations over any schema: mostly valid ones, with a pinch of every mistake that the rules know. The same seed gives the same
/// operations.
/// </summary>
internal sealed class OperationGenerator(Schema schema, Random random)
{
    private static readonly string[] Aliases = ["a", "b", "name", "id"];

    private readonly ValueGenerator _values = new(random);
    private readonly List<string> _fragments = [];
    private readonly List<(string Name, string Type)> _fragmentNames = [];
    private int _fuel;

    /// <summary>A document and its variables.</summary>
    public (string Text, JsonObject Variables) Next()
    {
        _values.Reset();
        _fragments.Clear();
        _fragmentNames.Clear();
        _fuel = random.Next(3, 40);
        var text = Operation();
        if (Chance(0.04))
        {
            text += $"{Environment.NewLine}{Operation()}";
        }

        return (string.Join('\n', [text, .. _fragments]), _values.Json);
    }

    private string Operation()
    {
        var kinds = new[]
        {
            OperationKind.Query,
            OperationKind.Query,
            OperationKind.Query,
            OperationKind.Query,
            OperationKind.Mutation,
            OperationKind.Subscription,
        };
        var kind = kinds[random.Next(kinds.Length)];
        if (schema.Root(kind) is not { } root)
        {
            (kind, root) = (OperationKind.Query, schema.Query!);
        }

        var selections = Selections(root, kind is OperationKind.Subscription ? 1 : 0);
        var directives = Directives("QUERY");
        var isShort = kind is OperationKind.Query && _values.Declarations.Count == 0 && directives.Length == 0 && Chance(0.6);
        if (isShort)
        {
            return selections;
        }

        var description = Chance(0.05) ? "\"What it is for.\"\n" : "";
        var name = Chance(0.6) ? $" {Pick("One", "Two", "query", "on")}" : "";
        var declared = _values.Declarations.Count > 0 ? $"({string.Join(Pick(", ", " ", "\n"), _values.Declarations)})" : "";
        return $"{description}{kind.ToString().ToLowerInvariant()}{name}{declared}{directives} {selections}";
    }

    private string Selections(TypeDefinition type, int depth)
    {
        var items = new List<string>();
        var count = random.Next(1, 5);
        for (var i = 0; i < count; i++)
        {
            items.Add(items.Count > 0 && Chance(0.08) ? items[random.Next(items.Count)] : Selection(type, depth));
        }

        return $"{{{Pick(" ", "\n  ", "")}{string.Join(Pick(" ", "\n", ", ", " # note\n"), items)} }}";
    }

    private string Selection(TypeDefinition type, int depth)
    {
        _fuel--;
        return random.NextDouble() switch
        {
            < 0.06 => Chance(0.2) ? "t: __typename" : "__typename",
            < 0.20 => Inline(type, depth),
            < 0.30 => Spread(type, depth),
            < 0.305 => "__schema { queryType { name } }",
            _ => Field(type, depth),
        };
    }

    private string Field(TypeDefinition type, int depth)
    {
        if (Chance(0.01))
        {
            return Pick("nope", "nam", "idd", "__type");
        }

        if (type is not FieldsType { Fields: var fields })
        {
            return "__typename";
        }

        var usable = fields.Values.Where(candidate => _fuel > 0 || candidate.Type.Definition.IsLeaf).ToList();
        if (usable.Count == 0)
        {
            return "__typename";
        }

        var field = usable[random.Next(usable.Count)];
        var alias = Chance(0.2) ? $"{Pick(Aliases)}: " : "";
        var isLeaf = field.Type.Definition.IsLeaf;
        var selections =
            isLeaf ^ Chance(0.005) ? "" : $" {Selections(field.Type.Definition.IsLeaf ? schema.Query! : field.Type.Definition, depth + 1)}";
        return $"{alias}{field.Name}{_values.Arguments(field.Arguments.Values)}{Directives("FIELD")}{selections}";
    }

    private string Inline(TypeDefinition type, int depth)
    {
        var target = Chance(0.15) ? null : Related(type);
        return $"... {(target is null ? "" : $"on {target.Name}")}{Directives("INLINE_FRAGMENT")} {Selections(target ?? type, depth + 1)}";
    }

    private string Spread(TypeDefinition type, int depth)
    {
        var known = _fragmentNames.Where(fragment => fragment.Type == type.Name || Chance(0.02)).ToList();
        if (known.Count > 0 && Chance(0.6))
        {
            return $"...{known[random.Next(known.Count)].Name}{Directives("FRAGMENT_SPREAD")}";
        }

        if (_fuel <= 0)
        {
            return Chance(0.02) ? "...Missing" : "__typename";
        }

        var target = Related(type);
        var name = $"F{_fragmentNames.Count}";
        var selections = Selections(target, depth + 1);
        // The name is known to later selections only, so that cycles come from mistakes alone.
        _fragmentNames.Add((name, type.Name));
        _fragments.Add($"fragment {name} on {target.Name}{Directives("FRAGMENT_DEFINITION")} {selections}");
        return $"...{name}";
    }

    /// <summary>Mostly a type that overlaps with this one.</summary>
    private TypeDefinition Related(TypeDefinition type)
    {
        var composite = schema.Types.Where(candidate => candidate.IsComposite && !candidate.IsIntrospection).ToList();
        var overlapping = composite
            .Where(candidate => schema.PossibleTypes(candidate).Intersect(schema.PossibleTypes(type)).Any())
            .ToList();
        return Chance(0.02) || overlapping.Count == 0
            ? composite[random.Next(composite.Count)]
            : overlapping[random.Next(overlapping.Count)];
    }

    private string Directives(string location)
    {
        var text = new StringBuilder();
        if (location is "FIELD" or "INLINE_FRAGMENT" or "FRAGMENT_SPREAD" && Chance(0.12))
        {
            text.Append($" @{Pick("include", "skip")}(if: {_values.Condition()})");
        }

        if (Chance(0.02) && schema.Directives.Values.FirstOrDefault(directive => directive.IsRepeatable) is { } repeatable)
        {
            text.Append($" @{repeatable.Name}{_values.Arguments(repeatable.Arguments.Values)}");
        }

        return Chance(0.005) ? $"{text} @{Pick("once", "unknown", "include", "oneOf")}" : text.ToString();
    }

    private bool Chance(double probability) => random.NextDouble() < probability;

    private string Pick(params string[] options) => options[random.Next(options.Length)];
}
