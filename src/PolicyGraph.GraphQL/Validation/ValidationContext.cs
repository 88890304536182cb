using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>What the rules share while they look at one document.</summary>
/// <param name="schema">Null while the document is itself a schema.</param>
internal sealed class ValidationContext(Schema? schema, DocumentNode document)
{
    private const int MaxErrors = 100;

    private readonly Dictionary<SelectionSetNode, IReadOnlyList<FragmentSpreadNode>> _spreads = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<DefinitionNode, IReadOnlyList<VariableUsage>> _usages = new(ReferenceEqualityComparer.Instance);
    private readonly List<GraphQLError> _errors = [];
    private Dictionary<string, FragmentNode>? _fragments;

    /// <summary>Null only for the rules that schemas are held to as well.</summary>
    public Schema? OptionalSchema { get; } = schema;

    public Schema Schema => OptionalSchema ?? throw new InvalidOperationException("This rule needs a schema.");

    public DocumentNode Document { get; } = document;

    public TypeTracker Types { get; } = new(schema);

    /// <summary>Given unless told otherwise.</summary>
    public Suggestions Suggestions { get; init; } = Suggestions.Given;

    /// <summary>From the document to the parent of the current node.</summary>
    public List<SyntaxNode> Ancestors { get; } = [];

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <exception cref="ValidationAbortedException">There were too many errors already.</exception>
    public void Report(string rule, string message, params IEnumerable<SyntaxNode> nodes)
    {
        if (_errors.Count >= MaxErrors)
        {
            Abort("Too many validation errors, error limit reached. Validation aborted.");
        }

        _errors.Add(
            new GraphQLError(message, ErrorCodes.ValidationFailed) { Rule = rule, Locations = [.. nodes.Select(Document.LocationOf)] }
        );
    }

    /// <summary>Ends the validation with a last error.</summary>
    public void Abort(string message)
    {
        _errors.Add(new GraphQLError(message, ErrorCodes.ValidationFailed));
        throw new ValidationAbortedException();
    }

    /// <summary>The fragment of that name (the last one where the name is not unique), or null.</summary>
    public FragmentNode? Fragment(string name)
    {
        if (_fragments is null)
        {
            _fragments = [];
            foreach (var fragment in Document.Definitions.OfType<FragmentNode>())
            {
                _fragments[fragment.Name.Value] = fragment;
            }
        }

        return _fragments.GetValueOrDefault(name);
    }

    /// <summary>The spreads inside a selection set, at any depth, those inside the fragments spread not counted.</summary>
    public IReadOnlyList<FragmentSpreadNode> Spreads(SelectionSetNode set)
    {
        if (!_spreads.TryGetValue(set, out var spreads))
        {
            _spreads[set] = spreads = FindSpreads(set);
        }

        return spreads;
    }

    /// <summary>The fragments that operations reach, each once.</summary>
    public IReadOnlyList<FragmentNode> ReachedFragments(IEnumerable<OperationNode> operations)
    {
        var reached = new OrderedDictionary<string, FragmentNode?>();
        foreach (var spread in operations.SelectMany(operation => Spreads(operation.SelectionSet)))
        {
            reached.TryAdd(spread.Name.Value, Fragment(spread.Name.Value));
        }

        for (var i = 0; i < reached.Count; i++)
        {
            foreach (var spread in reached.GetAt(i).Value is { } fragment ? Spreads(fragment.SelectionSet) : [])
            {
                reached.TryAdd(spread.Name.Value, Fragment(spread.Name.Value));
            }
        }

        return [.. reached.Values.OfType<FragmentNode>()];
    }

    /// <summary>The uses of variables in an operation and the fragments that it reaches.</summary>
    public IEnumerable<VariableUsage> Usages(OperationNode operation) =>
        Usages((DefinitionNode)operation).Concat(ReachedFragments([operation]).SelectMany(Usages));

    private IReadOnlyList<VariableUsage> Usages(DefinitionNode definition)
    {
        if (!_usages.TryGetValue(definition, out var usages))
        {
            _usages[definition] = usages = VariableUsage.FindIn(definition, Schema);
        }

        return usages;
    }

    private static List<FragmentSpreadNode> FindSpreads(SelectionSetNode set)
    {
        var found = new List<FragmentSpreadNode>();
        var open = new Stack<SelectionSetNode>([set]);
        while (open.TryPop(out var next))
        {
            foreach (var selection in next.Selections)
            {
                if (selection is FragmentSpreadNode spread)
                {
                    found.Add(spread);
                }
                else if (
                    (selection as FieldNode)?.SelectionSet is { } inner
                    || ((inner = (selection as InlineFragmentNode)?.SelectionSet) is not null)
                )
                {
                    open.Push(inner);
                }
            }
        }

        return found;
    }
}

/// <summary>The validation gave up; its last error says why.</summary>
internal sealed class ValidationAbortedException : Exception;
