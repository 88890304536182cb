using Microsoft.AspNetCore.Hosting;

namespace PolicyGraph.Api.Hosting;

/// <summary>
/// Answers requests on the threads that wait for the sockets, one for each processor, instead of handing each request to the thread pool
/// and back: a third less work for a small answer. Fit for this API because nothing in it blocks, and because long operations leave those
/// threads (<see cref="GraphQL.Execution.EngineOptions.HeavyFrom"/>, <see cref="GraphQL.Execution.EngineOptions.LongFrom"/>).
/// </summary>
public static class InlineSockets
{
    /// <summary>Read by the runtime once, with the first socket of the process.</summary>
    private const string Switch = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>
    /// To be called before the process opens its first socket; later it does nothing. An operator's own setting of the variable stays.
    /// </summary>
    public static void Prefer()
    {
        if (Environment.GetEnvironmentVariable(Switch) is null)
        {
            Environment.SetEnvironmentVariable(Switch, "1");
        }
    }

    /// <summary>The same for the server.</summary>
    public static IWebHostBuilder UseInlineSockets(this IWebHostBuilder host) =>
        host.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
}
