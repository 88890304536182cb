using System.Text.RegularExpressions;
using PolicyGraph.Api.Schema;
using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.GraphQL.Validation;

namespace PolicyGraph.Api.Tests.Schema;

/// <summary>
/// The schema as reading matter: everything is described in words that say more than its name, and every example is an operation.
/// </summary>
public sealed partial class DescriptionTests
{
    private static readonly PolicyGraphSchema Api = PolicyGraphSchema.Load();

    private static readonly HashSet<string> SaysNothing = new(
        [
            "a",
            "an",
            "the",
            "of",
            "its",
            "this",
            "that",
            "to",
            "is",
            "and",
            "or",
            "for",
            "by",
            "in",
            "on",
            "field",
            "argument",
            "value",
            "type",
        ],
        StringComparer.Ordinal
    );

    [Fact]
    public void Everything_is_described_in_words_that_its_name_does_not_have()
    {
        var bare = Everything()
            .Where(one => Words(one.Description).Except(Words(one.Name)).All(SaysNothing.Contains))
            .Select(one => $"{one.Place}: {one.Description}");
        Assert.True(!bare.Any(), string.Join('\n', bare));
    }

    [Theory]
    [InlineData("issuedOn", "The issued on.", false)]
    [InlineData("issuedOn", "", false)]
    [InlineData("issuedOn", "The day of issue.", true)]
    [InlineData("EntityType", "Type of entity.", false)]
    public void A_description_that_only_repeats_the_name_is_found(string name, string description, bool saysSomething) =>
        Assert.Equal(saysSomething, !Words(description).Except(Words(name)).All(SaysNothing.Contains));

    public static TheoryData<string, string> Examples()
    {
        var examples = new TheoryData<string, string>();
        foreach (var (place, _, description) in Everything())
        {
            foreach (Match match in ExamplePattern().Matches(description))
            {
                examples.Add(place, match.Groups["example"].Value);
            }
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_in_a_description_is_answered_without_errors(string place, string example)
    {
        var type = place.Split('.')[0];
        var operation =
            example.StartsWith("mutation", StringComparison.Ordinal) || example.StartsWith("subscription", StringComparison.Ordinal)
                ? example
                : type switch
                {
                    "Query" => $"{{ {example} }}",
                    "Mutation" => $"mutation {{ {example} }}",
                    _ => $"{{ node(id: \"x\") {{ ... on {type} {{ {example} }} }} }}",
                };
        Assert.Empty(DocumentValidator.Validate(Api.Schema, Parser.Parse(operation)).Select(error => error.Message));
    }

    [Fact]
    public void Every_root_field_that_is_no_plain_look_up_has_an_example()
    {
        var without = new[] { Api.Schema.Query, Api.Schema.Mutation, Api.Schema.Subscription }
            .OfType<ObjectType>()
            .SelectMany(root =>
                root.Fields.Values.Where(field => !IsLookUp(field) && field.Directives.Find("list") is null)
                    .Select(field => (Root: root, Field: field))
            )
            .Where(one => !ExamplePattern().IsMatch(one.Field.Description ?? ""))
            .Select(one => $"{one.Root}.{one.Field.Name}");
        Assert.True(!without.Any(), string.Join('\n', without));
    }

    private static bool IsLookUp(FieldDefinition field) =>
        field.Arguments.Values.All(argument =>
            argument.Type.Definition is ScalarType && argument.Name is "id" or "ids" or "name" or "title" or "documentNumber"
        );

    private static IEnumerable<(string Place, string Name, string Description)> Everything()
    {
        foreach (var type in Api.Schema.Types.Where(type => !type.IsIntrospection))
        {
            yield return (type.Name, type.Name, type.Description ?? "");
            foreach (var field in (type as FieldsType)?.Fields.Values ?? [])
            {
                yield return ($"{type.Name}.{field.Name}", field.Name, field.Description ?? "");
                foreach (var argument in field.Arguments.Values)
                {
                    yield return ($"{type.Name}.{field.Name}({argument.Name}:)", argument.Name, argument.Description ?? "");
                }
            }

            foreach (var field in (type as InputObjectType)?.Fields.Values ?? [])
            {
                yield return ($"{type.Name}.{field.Name}", field.Name, field.Description ?? "");
            }

            foreach (var value in (type as EnumType)?.Values.Values ?? [])
            {
                yield return ($"{type.Name}.{value.Name}", value.Name, value.Description ?? "");
            }
        }
    }

    private static IEnumerable<string> Words(string text) => WordPattern().Matches(text).Select(match => match.Value.ToLowerInvariant());

    // Match: "Example, who issued most: `agencies { … }`". Near miss: "`agencies`" in a sentence that gives none.
    [GeneratedRegex(@"Example[^`]*:\s+`(?<example>[^`]+)`")]
    private static partial Regex ExamplePattern();

    // Match: "issued" and "On" of issuedOn, "发文字号", "主". Near miss: "." and "123".
    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+")]
    private static partial Regex WordPattern();
}
