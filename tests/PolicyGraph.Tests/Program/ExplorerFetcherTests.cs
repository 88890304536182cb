namespace PolicyGraph.Tests.Program;

/// <summary>The page asks with the headers that its user gives it, a subscription too, and shows what it is refused with.</summary>
public sealed class ExplorerFetcherTests(ExplorerFetcherTests.PrivateService service) : IClassFixture<ExplorerFetcherTests.PrivateService>
{
    private const string Secret = "writing-secret-0001";
    private const string Refusal =
        """{"errors":[{"message":"This needs a key with the right to read: send the header Authorization: Bearer KEY.","extensions":{"code":"UNAUTHENTICATED"}}]}""";

    [CodegenFact]
    public async Task The_page_sends_the_key_that_it_is_given()
    {
        using var folder = new TemporaryFolder();
        var fetcher = RepositoryRoot.Of("src", "PolicyGraph.Explorer", "src", "fetcher.ts");

        var output = await CodegenFactAttribute.Project.RunAsync(
            "explorer.mjs",
            service.Client.BaseAddress!.ToString(),
            fetcher,
            folder.Path,
            Secret
        );

        Assert.Equal(
            [Refusal, """{"data":{"__typename":"Query"}}""", Refusal, """{"data":{"changed":{"types":["Document"]}}}"""],
            output.Split('\n')
        );
    }

    /// <summary>The service where reading needs a key.</summary>
    public sealed class PrivateService : ServiceProcess
    {
        private readonly TemporaryFolder _keys;

        public PrivateService()
            : this(new TemporaryFolder()) { }

        private PrivateService(TemporaryFolder keys)
            : base(
                RepositoryRoot.Of("samples", "order-private-enterprises-1988.txt"),
                "--private",
                "--keys",
                keys.File("keys.txt", $"curator write {Secret}\n")
            ) => _keys = keys;

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            _keys.Dispose();
        }
    }
}
