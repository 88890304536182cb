using System.CommandLine;
using PolicyGraph.GraphQL;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Persisted;

namespace PolicyGraph.Commands;

/// <summary>Which documents run, on the command line.</summary>
internal sealed class DocumentFlags
{
    private readonly Option<DirectoryInfo?> _trusted = new("--trusted")
    {
        Description = "Folder of trusted documents: .graphql files, known by their SHA-256, and .json manifests from id to text, as Relay's compiler and GraphQL Code Generator write them.",
    };

    private readonly Option<bool> _onlyTrusted = new("--only-trusted") { Description = "Only trusted documents run." };

    private readonly Option<int> _registered = Numbers.Whole(
        "--max-persisted", "Documents that clients may register by their SHA-256 (Apollo's persisted queries); 0 switches it off.", PersistedDocuments.DefaultMaxRegistered, least: 0);

    private readonly Option<bool> _noIntrospection = new("--no-introspection") { Description = "The schema cannot be asked for, nor can plans." };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_trusted, _onlyTrusted, _registered, _noIntrospection])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>These options with the documents that may run.</summary>
    /// <exception cref="IOException">The folder cannot be read, or a file in it is no manifest; the message says which.</exception>
    public async Task<EngineOptions> ReadAsync(ParseResult parsed, EngineOptions options, CancellationToken cancellation)
    {
        var documents = parsed.GetValue(_trusted) is { } folder ? await ReadAsync(folder, cancellation) : new Dictionary<string, byte[]>();
        return options with
        {
            AllowsIntrospection = !parsed.GetValue(_noIntrospection),
            Persisted = PersistedDocuments.Trusted(documents, parsed.GetValue(_onlyTrusted), parsed.GetValue(_registered)),
        };
    }

    private static async Task<IReadOnlyDictionary<string, byte[]>> ReadAsync(DirectoryInfo folder, CancellationToken cancellation)
    {
        try
        {
            return await TrustedFolder.ReadAsync(folder.FullName, cancellation);
        }
        catch (GraphQLException manifest)
        {
            throw new IOException(manifest.Message, manifest);
        }
    }
}
