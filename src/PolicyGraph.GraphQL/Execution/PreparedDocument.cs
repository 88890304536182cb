using System.Text;
using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.Persisted;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>A valid document and its operations, kept by its text. Safe for several threads.</summary>
internal sealed class PreparedDocument
{
    private readonly Dictionary<string, PreparedOperation> _operations = [];
    private readonly PreparedOperation? _only;

    /// <exception cref="GraphQLException">The schema has no root for one of the operations.</exception>
    /// <param name="parts">Of the engine.</param>
    /// <param name="document">Valid.</param>
    public PreparedDocument(EngineParts parts, DocumentNode document)
    {
        var hash = new Lazy<string>(() => PersistedDocuments.Hash(Encoding.UTF8.GetBytes(document.Source.Text)));
        foreach (var node in document.Definitions.OfType<OperationNode>())
        {
            _only = _operations[node.Name?.Value ?? ""] = new PreparedOperation(parts, document, node, hash);
        }

        _only = _operations.Count == 1 ? _only : null;
    }

    /// <summary>
    /// The operation to run. Specification section 6.1, GetOperation().
    /// </summary>
    /// <exception cref="GraphQLException">There is none of that name, or several and no name.</exception>
    public PreparedOperation Select(string? name)
    {
        if (name is null)
        {
            return _only
                ?? throw new GraphQLException(
                    ErrorCodes.OperationResolutionFailure,
                    _operations.Count == 0
                        ? "Must provide an operation."
                        : "Must provide operation name if query contains multiple operations."
                );
        }

        return name.Length > 0 && _operations.TryGetValue(name, out var operation)
            ? operation
            : throw new GraphQLException(ErrorCodes.OperationResolutionFailure, $"Unknown operation named \"{name}\".");
    }
}
