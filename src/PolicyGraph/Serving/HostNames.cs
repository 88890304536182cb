using System.Collections.Frozen;
using System.Net;

namespace PolicyGraph.Serving;

/// <summary>
/// The names by which the service answers. A page of another site can let its own name lead to this machine (DNS rebinding) and would then
/// read the service as if it were a part of it; the name is what such a request cannot hide. An address is no name, and localhost leads
/// nowhere else, so both are always answered.
/// </summary>
internal sealed class HostNames
{
    private readonly FrozenSet<string> _names;
    private readonly bool _areAll;

    private HostNames(IEnumerable<string> names, bool areAll) =>
        (_names, _areAll) = (names.ToFrozenSet(StringComparer.OrdinalIgnoreCase), areAll);

    /// <summary>
    /// The names in the addresses that it listens at, and <paramref name="more"/>. Where it listens at all addresses of the machine and
    /// there are no more, all names.
    /// </summary>
    /// <param name="urls">With semicolons between.</param>
    /// <param name="more">Names without ports.</param>
    /// <exception cref="FormatException">An address is none.</exception>
    public static HostNames Of(string urls, IReadOnlyList<string> more)
    {
        var hosts = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(url => BindingAddress.Parse(url).Host)
            .ToList();
        return new HostNames([.. hosts, .. more], more.Count == 0 && hosts.Exists(IsEveryAddress));
    }

    /// <param name="host">As a request names it, without the port; an address of IPv6 in brackets.</param>
    public bool Answers(string host) =>
        _areAll
        || host.Length == 0
        || _names.Contains(host)
        || IPAddress.TryParse(host, out _)
        || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private static bool IsEveryAddress(string host) =>
        host is "*" or "+"
        || (IPAddress.TryParse(host, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)));
}
