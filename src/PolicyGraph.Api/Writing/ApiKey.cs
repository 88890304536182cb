using System.Security.Cryptography;
using System.Text;

namespace PolicyGraph.Api.Writing;

/// <summary>A key that lets its bearer in. Only its hash is kept, so that neither a log nor a memory dump tells it.</summary>
public sealed class ApiKey
{
    private readonly byte[] _hash;

    /// <param name="name">Who bears it, for logs.</param>
    /// <param name="secret">The key itself; at least 16 characters.</param>
    /// <exception cref="ArgumentException">The secret is too short to be one.</exception>
    public ApiKey(string name, string secret, ApiRights rights)
    {
        if (secret.Length < ShortestSecret)
        {
            throw new ArgumentException($"The key of {name} must have at least {ShortestSecret} characters.", nameof(secret));
        }

        (Name, Rights, _hash) = (name, rights, Hash(secret));
    }

    /// <summary>Characters of a secret at least.</summary>
    public const int ShortestSecret = 16;

    public string Name { get; }

    public ApiRights Rights { get; }

    /// <summary>Whether this is the key; takes as long for a wrong one as for the right one.</summary>
    public bool Fits(string secret) => CryptographicOperations.FixedTimeEquals(_hash, Hash(secret));

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

/// <summary>What a key lets its bearer do; each right holds those before it.</summary>
public enum ApiRights
{
    None,
    Read,

    /// <summary>Take papers in and away.</summary>
    Write,
}
