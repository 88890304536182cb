using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.Api.Schema;

/// <summary>
/// The input types that ask about one value: of a text, a number, a date, an enum; and those that every schema of this kind has.
/// </summary>
internal static class ValueFilters
{
    private const string Same = "eq: {0}|Equals it exactly.;ne: {0}|Is another, or missing.;in: [{0}!]|Is one of these.;";
    private const string Missing = "isNull: Boolean|True where it is missing, false where it is there.";
    private const string Ordered = "gt: {0}|Is greater.;gte: {0}|Is this or greater.;lt: {0}|Is less.;lte: {0}|Is this or less.;";
    private const string Parts =
        "contains: {0}|Has this somewhere.;startsWith: {0}|Begins with this.;endsWith: {0}|These are its last characters.;";

    /// <summary>Kind of value, name of the filter, members.</summary>
    private static readonly (string Type, string Filter, string Description, string Members)[] Scalars =
    [
        ("ID", "IDFilter", "Conditions on an id.", Same),
        (
            "String",
            "StringFilter",
            "Conditions on a text; letters and characters are compared exactly. All that is given must hold.",
            Same + Parts + Ordered + Missing
        ),
        ("Int", "IntFilter", "Conditions on a whole number. All that is given must hold.", Same + Ordered + Missing),
        ("Float", "FloatFilter", "Conditions on a number. All that is given must hold.", Same + Ordered + Missing),
        ("Decimal", "DecimalFilter", "Conditions on an exact number. All that is given must hold.", Same + Ordered + Missing),
        ("Boolean", "BooleanFilter", "Conditions on a truth value.", "eq: {0}|Equals it exactly.;" + Missing),
        (
            "Date",
            "DateFilter",
            "Conditions on a date, compared as text: 2021 comes before 2021-01. All that is given must hold.",
            Same + "startsWith: {0}|Begins with this: a year, a month.;" + Ordered + Missing
        ),
    ];

    /// <summary>The filter of a scalar or enum, or null for anything else.</summary>
    public static string? Of(string type, SourceTypes types) =>
        types.IsEnum(type) || Scalars.Any(scalar => scalar.Type == type) ? NameOf(type) : null;

    public static string NameOf(string type) => Scalars.FirstOrDefault(scalar => scalar.Type == type).Filter ?? $"{type}Filter";

    public static void Write(GeneratedText text, SourceTypes types)
    {
        foreach (var (type, filter, description, members) in Scalars)
        {
            WriteFilter(text, filter, description, string.Format(members, type));
        }

        foreach (var name in EnumsInUse(types))
        {
            WriteFilter(
                text,
                $"{name}Filter",
                $"Conditions on a {name}.",
                string.Format(name == "EntityType" ? Same : Same + Missing, name)
            );
        }

        foreach (
            var part in types
                .Definitions.OfType<ObjectTypeNode>()
                .SelectMany(type => type.Fields)
                .Where(types.IsPartOfRow)
                .Select(field => Sdl.NamedType(field.Type))
                .Distinct()
        )
        {
            WritePart(text, types.Find(part));
        }

        text.Open("Where papers say it. All that is given must hold of one and the same place.", "input EvidenceWhere");
        text.Field("By the words.", "quote: StringFilter");
        text.Field("By the rule that read them.", "rule: StringFilter");
        text.Field("By how sure that rule is.", "confidence: FloatFilter");
        text.Field("By the paper.", "document: DocumentWhere");
        text.Close();
        text.Open("What a relation must be. All that is given must hold.", "input FactWhere");
        text.Field("By how many papers say it.", "documentCount: IntFilter");
        text.Field("Some paper says it so: which paper, by which rule, how surely.", "evidence: EvidenceWhere");
        text.Field("The id of a paper: only what that paper says and no other.", "supportedOnlyBy: ID");
        text.Close();
        WriteDirections(text);
    }

    private static void WriteDirections(GeneratedText text)
    {
        text.Open("Which way to sort. Texts go by UTF-16 code unit; what has no value comes last both ways.", "enum SortDirection");
        text.Field("Smallest first.", "ASC");
        text.Field("Greatest first.", "DESC");
        text.Close();
        text.Open("By how many there are.", "input CountOrder");
        text.Field("Fewest or most first.", "count: SortDirection!");
        text.Close();
    }

    private static void WriteFilter(GeneratedText text, string name, string description, string members)
    {
        text.Open(description, $"input {name}");
        foreach (var member in members.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var bar = member.IndexOf('|', StringComparison.Ordinal);
            text.Field(member[(bar + 1)..], member[..bar]);
        }

        text.Close();
    }

    private static void WritePart(GeneratedText text, TypeDefinitionNode part)
    {
        text.Open($"Conditions on a {part.Name.Value}. All that is given must hold.", $"input {part.Name.Value}Where");
        foreach (var field in Sdl.Fields(part))
        {
            text.Field(Sdl.By(field), $"{field.Name.Value}: {NameOf(Sdl.NamedType(field.Type))}");
        }

        text.Close();
        text.Open($"An order by a {part.Name.Value}. Exactly one field is given.", $"input {part.Name.Value}Order @oneOf");
        foreach (var field in Sdl.Fields(part))
        {
            text.Field(Sdl.By(field), $"{field.Name.Value}: SortDirection");
        }

        text.Close();
    }

    private static IEnumerable<string> EnumsInUse(SourceTypes types) =>
        types
            .Definitions.OfType<TypeDefinitionNode>()
            .SelectMany(Sdl.Fields)
            .Where(field => field.Directive("property") is not null || field.Name.Value == "type")
            .Select(field => Sdl.NamedType(field.Type))
            .Where(types.IsEnum)
            .Distinct()
            .Order(StringComparer.Ordinal);
}
