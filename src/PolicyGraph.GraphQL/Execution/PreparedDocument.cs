using System.Security.Cryptography;
using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>A valid document and its operations, kept by its text. Safe for several threads.</summary>
internal sealed class PreparedDocument
{
    private readonly Dictionary<string, PreparedOperation> _operations = [];
    private readonly PreparedOperation? _only;
    private readonly Lazy<string> _hash;

    /// <exception cref="GraphQLException">The schema has no root for one of the operations.</exception>
    public PreparedDocument(Schema schema, DocumentNode document, ReadOnlyMemory<byte> text, RootPlanners planners, int maxPlans)
    {
        foreach (var node in document.Definitions.OfType<OperationNode>())
        {
            _only = _operations[node.Name?.Value ?? ""] = new PreparedOperation(schema, document, node, planners, maxPlans);
        }

        _only = _operations.Count == 1 ? _only : null;
        Bytes = text.Length;
        _hash = new Lazy<string>(() => Convert.ToHexStringLower(SHA256.HashData(text.Span)));
    }

    /// <summary>SHA-256 of the text in hexadecimal.</summary>
    public string Hash => _hash.Value;

    /// <summary>The length of the text.</summary>
    public int Bytes { get; }

    /// <summary>
    /// The operation to run. Specification section 6.1, GetOperation().
    /// </summary>
    /// <exception cref="GraphQLException">There is none of that name, or several and no name.</exception>
    public PreparedOperation Select(string? name)
    {
        if (name is null)
        {
            return _only ?? throw new GraphQLException(
                ErrorCodes.OperationResolutionFailure,
                _operations.Count == 0 ? "Must provide an operation." : "Must provide operation name if query contains multiple operations.");
        }

        return name.Length > 0 && _operations.TryGetValue(name, out var operation)
            ? operation
            : throw new GraphQLException(ErrorCodes.OperationResolutionFailure, $"Unknown operation named \"{name}\".");
    }
}
