using PolicyGraph.Store;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph;

/// <summary>
/// Who asks a Neo4j database: as its address says, else as the file says that <c>NEO4J_AUTH_FILE</c> names (<c>user/password</c>, the form
/// that Neo4j's own image takes, so that one secret serves both), else as <c>NEO4J_USERNAME</c> and <c>NEO4J_PASSWORD</c> say.
/// </summary>
internal readonly record struct Neo4jCredentials(string User, string Password)
{
    private const string FileVariable = "NEO4J_AUTH_FILE";
    private const string DefaultUser = "neo4j";

    /// <exception cref="StoreException"><see cref="StoreErrorCode.Unauthorized"/>: there is no password; the message says what to set, and
    /// never what a file holds.</exception>
    public static Neo4jCredentials Of(Neo4jAddress address)
    {
        if (address.Password is null && Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } file)
        {
            return Read(file);
        }

        return new(
            address.User ?? Environment.GetEnvironmentVariable("NEO4J_USERNAME") ?? DefaultUser,
            address.Password
                ?? Environment.GetEnvironmentVariable("NEO4J_PASSWORD")
                ?? throw new StoreException(
                    StoreErrorCode.Unauthorized,
                    $"There is no password for Neo4j at {address}. Set NEO4J_PASSWORD (and NEO4J_USERNAME, where it is not "
                        + $"{DefaultUser}), or {FileVariable}."
                )
        );
    }

    private static Neo4jCredentials Read(string file)
    {
        string text;
        try
        {
            text = File.ReadAllText(file).TrimEnd('\r', '\n');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreErrorCode.Unauthorized,
                $"The file that {FileVariable} names cannot be read: {error.Message}",
                error
            );
        }

        return text.Split('/', 2) is [{ Length: > 0 } user, { Length: > 0 } password]
            ? new(user, password)
            : throw new StoreException(
                StoreErrorCode.Unauthorized,
                $"The file that {FileVariable} names does not hold user/password, as in neo4j/secret-word."
            );
    }
}
