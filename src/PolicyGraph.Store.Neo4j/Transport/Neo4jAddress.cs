namespace PolicyGraph.Store.Neo4j.Transport;

/// <summary>
/// Where a Neo4j database answers over HTTP: <c>http(s)://host:port/database</c>. The forms of other clients are mapped where that is safe
/// (<c>neo4j+s://</c> and <c>bolt+s://</c> to HTTPS on its own port, as Aura serves it) and refused with the right form named where it is
/// not.
/// </summary>
public sealed record Neo4jAddress
{
    /// <summary>The database that is asked where an address names none: Neo4j's own default.</summary>
    public const string DefaultDatabase = "neo4j";

    private Neo4jAddress(Uri server, string database, string? user, string? password)
    {
        Server = server;
        Database = database;
        User = user;
        Password = password;
    }

    /// <summary>The server, with a closing slash and without credentials.</summary>
    public Uri Server { get; }

    public string Database { get; }

    /// <summary>The user that the address itself names (<c>http://user:password@host</c>), or null.</summary>
    public string? User { get; }

    public string? Password { get; }

    /// <summary>True where <paramref name="location"/> is meant as an address and not as a folder.</summary>
    public static bool IsAddress(string location) => location.Contains("://", StringComparison.Ordinal);

    /// <exception cref="StoreException"><see cref="StoreErrorCode.Unsupported"/>: no such address; the message names the form to
    /// use.</exception>
    public static Neo4jAddress Parse(string location)
    {
        if (!Uri.TryCreate(location, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            throw Refused(location, "it is no address");
        }

        var scheme = uri.Scheme switch
        {
            "http" or "https" => uri.Scheme,
            "neo4j+s" or "bolt+s" => "https",
            "neo4j" or "bolt" => throw Refused(location, "Bolt is not spoken here; give the HTTP port, by default 7474"),
            "neo4j+ssc" or "bolt+ssc" => throw Refused(
                location,
                "self-signed certificates are not accepted; use https:// with a trusted one"
            ),
            _ => throw Refused(location, $"'{uri.Scheme}' is not spoken here"),
        };
        var isMapped = scheme != uri.Scheme;
        var server = new UriBuilder(scheme, uri.Host, isMapped || uri.Port < 0 ? (scheme == "https" ? 443 : 7474) : uri.Port).Uri;
        var database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/'));
        if (database.Contains('/', StringComparison.Ordinal) || uri.Query.Length + uri.Fragment.Length > 0)
        {
            throw Refused(location, "after the server it has more than a database's name");
        }

        var credentials = uri.UserInfo.Split(':', 2);
        return new(
            server,
            database.Length == 0 ? DefaultDatabase : database,
            uri.UserInfo.Length == 0 ? null : Uri.UnescapeDataString(credentials[0]),
            credentials.Length < 2 ? null : Uri.UnescapeDataString(credentials[1])
        );
    }

    public override string ToString() => $"{Server}{Database}";

    private static StoreException Refused(string location, string why)
    {
        // Before the last @ may be a password, also where a character of it that is not escaped makes this no address.
        var (start, end) = (location.IndexOf("://", StringComparison.Ordinal) + "://".Length, location.LastIndexOf('@') + 1);
        var shown = end > start ? location[..start] + location[end..] : location;
        return new(
            StoreErrorCode.Unsupported,
            $"'{shown}' cannot be used as a Neo4j address: {why}. Write http://host:7474/database or https://host/database."
        );
    }
}
