using System.Text;
using System.Text.Json;

namespace PolicyGraph.Benchmarks.Requests;

/// <summary>What the service is asked; the names are those of the made-up data set.</summary>
internal static class Operations
{
    public const string ThreeHops =
        "{ agencies(first: 10) { nodes { name issued(first: 10) { nodes { name statistics(first: 10) { nodes { value unit period { label } } } } } } } }";

    /// <summary>Just under the limit of the price.</summary>
    public const string Dearest =
        "{ agencies(first: 95) { nodes { name issued(first: 100) { nodes { name statistics(first: 100) { nodes { value unit indicator } } } } } } }";

    /// <summary>Just above it.</summary>
    public const string TooDear =
        "{ agencies(first: 1000) { nodes { name issued(first: 100) { nodes { name statistics(first: 100) { nodes { value } } } } } } }";

    /// <summary>The query that GraphiQL and code generators send.</summary>
    public const string Introspection = """
        query IntrospectionQuery { __schema { description queryType { name } mutationType { name } subscriptionType { name } types { ...FullType }
        directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } } } }
        fragment FullType on __Type { kind name description specifiedByURL isOneOf fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue }
        type { ...TypeRef } isDeprecated deprecationReason } inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef }
        enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } }
        """;

    /// <summary>One policy by its name, the first that the service lists.</summary>
    public static string Point(int port)
    {
        using var connection = new RawConnection(port);
        connection.Ask(Request("{ policies(first: 1) { nodes { name } } }"));
        using var answer = JsonDocument.Parse(Encoding.UTF8.GetString(connection.Body));
        var name = answer.RootElement.GetProperty("data").GetProperty("policies").GetProperty("nodes")[0].GetProperty("name").GetString();
        return $$"""{ policy(name: "{{name}}") { name documentNumber } }""";
    }

    /// <summary>The request of an operation.</summary>
    public static byte[] Request(string query, string path = "/graphql") =>
        RawConnection.Post(path, JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["query"] = query }));
}
