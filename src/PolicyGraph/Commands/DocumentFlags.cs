using System.CommandLine;
using PolicyGraph.GraphQL;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Persisted;

namespace PolicyGraph.Commands;

/// <summary>Which documents run, on the command line.</summary>
internal sealed class DocumentFlags
{
    private readonly Option<string?> _trusted = PathOption.Create(
        "--trusted",
        "Folder of trusted documents: .graphql files, known by their SHA-256, and .json manifests from id to text, as Relay's "
            + "compiler and GraphQL Code Generator write them."
    );

    private readonly Option<bool> _onlyTrusted = new("--only-trusted") { Description = "Only trusted documents run; needs --trusted." };

    private readonly Option<int> _registered = Numbers.Whole(
        "--max-persisted",
        "Documents that clients may register by their SHA-256 (Apollo's persisted queries); 0 switches it off.",
        PersistedDocuments.DefaultMaxRegistered,
        least: 0
    );

    private readonly Option<bool> _noIntrospection = new("--no-introspection")
    {
        Description = "The schema cannot be asked for, nor can plans.",
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_trusted, _onlyTrusted, _registered, _noIntrospection])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>These options with the documents that may run.</summary>
    /// <exception cref="UsageException">The folder cannot be read, or a file in it is no manifest; the message says which. Or only trusted
    /// documents are to run, and there are none.</exception>
    public async Task<EngineOptions> ReadAsync(ParseResult parsed, EngineOptions options, CancellationToken cancellation)
    {
        var documents = parsed.GetValue(_trusted) is { } folder ? await ReadAsync(folder, cancellation) : new Dictionary<string, byte[]>();
        if (parsed.GetValue(_onlyTrusted) && documents.Count == 0)
        {
            throw new UsageException(
                "--only-trusted: there are no trusted documents, so nothing could be asked; name a folder that holds them with "
                    + "--trusted FOLDER."
            );
        }

        return options with
        {
            AllowsIntrospection = !parsed.GetValue(_noIntrospection),
            Persisted = PersistedDocuments.Trusted(documents, parsed.GetValue(_onlyTrusted), parsed.GetValue(_registered)),
        };
    }

    private static async Task<IReadOnlyDictionary<string, byte[]>> ReadAsync(string folder, CancellationToken cancellation)
    {
        try
        {
            return Directory.Exists(folder)
                ? await TrustedFolder.ReadAsync(folder, cancellation)
                : throw new UsageException(
                    $"--trusted {folder}: there is no such folder; name one with .graphql files or .json manifests."
                );
        }
        catch (Exception error) when (error is GraphQLException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--trusted {folder}: {error.Message}", error);
        }
    }
}
