using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>
/// Takes several rules through a document at once, so that its types are tracked only once. Its depth is bounded by the parser's.
/// </summary>
internal sealed class DocumentWalker(ValidationContext context, IReadOnlyList<ValidationRule> rules)
{
    private readonly SyntaxNode?[] _leftOut = new SyntaxNode?[rules.Count];

    /// <summary>Every error found; the last one tells where the validation was given up.</summary>
    public IReadOnlyList<GraphQLError> Walk()
    {
        try
        {
            Walk(context.Document);
        }
        catch (ValidationAbortedException)
        {
            // The reason is among the errors.
        }

        return context.Errors;
    }

    private void Walk(SyntaxNode node)
    {
        context.Types.Enter(node);
        for (var i = 0; i < rules.Count; i++)
        {
            if (_leftOut[i] is null && !rules[i].Enter(node))
            {
                _leftOut[i] = node;
            }
        }

        context.Ancestors.Add(node);
        foreach (var child in SyntaxChildren.Of(node))
        {
            Walk(child);
        }

        context.Ancestors.RemoveAt(context.Ancestors.Count - 1);
        Leave(node);
        context.Types.Leave(node);
    }

    private void Leave(SyntaxNode node)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            if (_leftOut[i] is null)
            {
                rules[i].Leave(node);
            }
            else if (ReferenceEquals(_leftOut[i], node))
            {
                _leftOut[i] = null;
            }
        }
    }
}
