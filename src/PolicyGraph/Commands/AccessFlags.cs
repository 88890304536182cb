using System.CommandLine;
using PolicyGraph.Api.Writing;
using PolicyGraph.Serving;

namespace PolicyGraph.Commands;

/// <summary>Who may read and write, and by which names the service is called, on the command line.</summary>
internal sealed class AccessFlags
{
    private readonly Option<string[]> _hosts = new("--allow-host")
    {
        Description =
            "Name that requests may call the service by, beside its addresses, localhost and the names in --urls; may be given "
            + "several times. Where it listens at every address (0.0.0.0, *) all names without it.",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _keys = PathOption.Create(
        "--keys",
        "File of keys that let their bearers in, a line each: NAME read|write SECRET, the secret of at least "
            + $"{ApiKey.ShortestSecret} characters. Without it everyone reads and nobody writes."
    );

    private readonly Option<bool> _private = new("--private") { Description = "Reading too needs a key; needs --keys." };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_hosts, _keys, _private])
        {
            command.Options.Add(option);
        }
    }

    public IReadOnlyList<string> ReadHosts(ParseResult parsed) => parsed.GetRequiredValue(_hosts);

    /// <exception cref="UsageException">The keys cannot be read or told apart, or nobody could read.</exception>
    public ApiAccess Read(ParseResult parsed)
    {
        var keys = KeyFile.Read(parsed.GetValue(_keys));
        var isPrivate = parsed.GetValue(_private);
        return isPrivate && keys.Count == 0
            ? throw new UsageException(
                "--private: reading needs a key, and there are none, so nobody could read; name a file that holds them with --keys FILE."
            )
            : new ApiAccess(keys, isPrivate);
    }
}
