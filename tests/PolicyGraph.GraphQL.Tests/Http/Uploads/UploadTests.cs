using System.Net.Http.Headers;
using System.Text;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Execution.Resolvers;
using PolicyGraph.GraphQL.Http;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Tests.Http.Uploads;

/// <summary>The GraphQL multipart request specification, with requests as clients make them and as attackers do.</summary>
public sealed class UploadTests
{
    private const string OneFile =
        """operations={"query":"mutation($f: Upload!) { put(file: $f) }","variables":{"f":null}} && map={"0":["variables.f"]} && 0@a.txt=hello""";

    private static readonly Schema Schema = SchemaBuilder.Build(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Schemas", "files.graphql")),
        ExtendedScalars.All
    );

    public static TheoryData<string> Cases() =>
        [
            .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Http", "Uploads", "uploads.txt"))
                .Where(line => !line.StartsWith('#')),
        ];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Answers_with_the_status_of_the_case(string line)
    {
        var columns = line.Split(" | ");
        await using var server = await StartAsync();
        var (status, body) = await PostAsync(server, columns[1]);
        Assert.Equal(columns[2], status.ToString());
        Assert.Contains(columns[3], body);
    }

    [Theory]
    [InlineData("GraphQL-Require-Preflight", 200)]
    [InlineData("Apollo-Require-Preflight", 200)]
    [InlineData("X-Other", 400)]
    public async Task Needs_a_header_that_other_pages_cannot_send(string header, int status)
    {
        await using var server = await StartAsync();
        Assert.Equal(status, (await PostAsync(server, OneFile, header)).Status);
    }

    [Fact]
    public async Task Who_may_not_send_files_is_told_before_they_are_read()
    {
        await using var server = await StartAsync(
            new GraphQLHttpOptions { RefusesUpload = _ => new HttpRefusal(403, "No files here.", "FORBIDDEN") }
        );
        Assert.Equal(403, (await PostAsync(server, "nonsense=")).Status);
    }

    [Theory]
    [InlineData("multipart/form-data", "--x--\r\n", "boundary")]
    [InlineData("multipart/form-data; boundary=\"\"", "--x--\r\n", "boundary")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{", "cannot be read")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\n\r\n{}\r\n--x--\r\n", "Content-Disposition")]
    [InlineData("multipart/form-data; boundary=x", "", "cannot be read")]
    public async Task A_broken_body_is_one_clear_error(string type, string body, string reason)
    {
        await using var server = await StartAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = content };
        request.Headers.TryAddWithoutValidation("GraphQL-Require-Preflight", "1");
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains(reason, await response.Content.ReadAsStringAsync());
    }

    private static Task<SmallServer> StartAsync(GraphQLHttpOptions? options = null)
    {
        var engine = new GraphQLEngine(Schema, (_, _) => new ResolverPlanner(Resolve));
        return SmallServer.StartAsync(
            engine,
            options
                ?? new GraphQLHttpOptions
                {
                    MaxFiles = 3,
                    MaxUploadBytes = 10,
                    MaxRequestBytes = 300,
                }
        );
    }

    private static object? Resolve(object? source, ObjectType type, FieldSelection field, OperationValues values) =>
        field.Definition.Name is "put" ? field.Arguments.Values.SelectMany(argument => Files(argument.Evaluate(values))) : null;

    private static IEnumerable<string> Files(InputValue value) =>
        value.Kind switch
        {
            InputKind.Upload => [$"{value.AsUpload().Name} {value.AsUpload().Bytes.Length}"],
            InputKind.List => value.AsList().SelectMany(Files),
            InputKind.Object => value.AsObject().Fields.SelectMany(field => Files(field.Value)),
            _ => [],
        };

    private static async Task<(int Status, string Body)> PostAsync(
        SmallServer server,
        string parts,
        string header = "GraphQL-Require-Preflight"
    )
    {
        using var form = new MultipartFormDataContent();
        foreach (var part in parts.Split(" && "))
        {
            var (name, value) = (
                part[..part.IndexOf('=')].Split('@'),
                part[(part.IndexOf('=') + 1)..].Replace("LONG", new string('x', 300))
            );
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(value));
            content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
            {
                Name = $"\"{name[0]}\"",
                FileName = name.Length > 1 ? name[1] : null,
            };
            form.Add(content);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = form };
        request.Headers.TryAddWithoutValidation(header, "1");
        using var response = await server.Client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
