using System.CommandLine;
using System.Net;

namespace PolicyGraph.Commands;

/// <summary><c>--urls</c>: where the service listens.</summary>
internal static class ListenAddress
{
    private const string Usual = "http://127.0.0.1:5080";

    public static Option<string> Create()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen: http alone, encryption is for a proxy before it; several addresses with semicolons between.",
            DefaultValueFactory = _ => Usual,
        };
        urls.Validators.Add(given =>
        {
            foreach (var url in given.Tokens.SelectMany(token => token.Value.Split(';')).Where(url => !IsAddress(url)))
            {
                given.AddError(
                    $"--urls must be addresses such as {Usual}, with semicolons between, http alone and without a path, not '{url}'."
                );
            }
        });
        return urls;
    }

    /// <summary>
    /// Whether the server can listen there: it has no certificate, serves from the root, and of <c>localhost</c>, which is two addresses,
    /// cannot choose a port.
    /// </summary>
    private static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url.Trim());
            return address
                is { Scheme: "http", PathBase: "", Port: >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort }
                    and not { Host: "localhost", Port: 0 };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
