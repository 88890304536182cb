using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>One rule on its way through one document; made anew for each.</summary>
/// <param name="name">As the reference implementation names it.</param>
internal abstract class ValidationRule(string name, ValidationContext context)
{
    protected ValidationContext Context { get; } = context;

    /// <summary>Called before the parts of a node; false leaves them out for this rule.</summary>
    public virtual bool Enter(SyntaxNode node) => true;

    /// <summary>Called after the parts of a node, unless they were left out.</summary>
    public virtual void Leave(SyntaxNode node) { }

    protected void Report(string message, params IEnumerable<SyntaxNode> nodes) => Context.Report(name, message, nodes);

    /// <summary>The nodes of names that come more than once, a group for each name.</summary>
    protected static IEnumerable<IGrouping<string, NameNode>> Repeated(IEnumerable<NameNode> names) =>
        names.GroupBy(node => node.Value, StringComparer.Ordinal).Where(group => group.Skip(1).Any());
}
