using System.CommandLine;
using System.Net;

namespace PolicyGraph.Commands;

/// <summary><c>--urls</c>: where the service listens.</summary>
internal static class ListenAddress
{
    private const string Usual = "http://127.0.0.1:5080";

    public static Option<string> Create()
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen; several addresses with semicolons between.", DefaultValueFactory = _ => Usual };
        urls.Validators.Add(given =>
        {
            foreach (var url in given.Tokens.SelectMany(token => token.Value.Split(';')).Where(url => !IsAddress(url)))
            {
                given.AddError($"--urls must be addresses such as {Usual}, with semicolons between, not '{url}'.");
            }
        });
        return urls;
    }

    private static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url.Trim());
            return address.Scheme is "http" or "https" && address.Port is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
