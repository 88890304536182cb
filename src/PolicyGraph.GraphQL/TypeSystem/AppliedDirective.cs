using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>
/// A directive where the schema applies it, its arguments coerced and defaults filled in: how a schema says more than its types.
/// </summary>
public sealed class AppliedDirective(string name, InputObject arguments, DirectiveNode node)
{
    public string Name { get; } = name;

    /// <summary>Those given or with a default, by name.</summary>
    public InputObject Arguments { get; } = arguments;

    public DirectiveNode Node { get; } = node;

    /// <summary>A string or enum argument's text, or null where it is absent or null.</summary>
    public string? Text(string argument) =>
        Arguments[argument] is { Kind: InputKind.String or InputKind.Enum } value ? value.AsString() : null;

    /// <summary>A boolean argument; false where it is absent or null.</summary>
    public bool Flag(string argument) => Arguments[argument] is { Kind: InputKind.Boolean } value && value.AsBoolean();

    /// <summary>A whole-number argument, or null where it is absent or null.</summary>
    public long? Number(string argument) => Arguments[argument] is { Kind: InputKind.Int } value ? value.AsInt64() : null;

    /// <summary>A list argument's texts; empty where it is absent or null.</summary>
    public IReadOnlyList<string> Texts(string argument) =>
        Arguments[argument] is { Kind: InputKind.List } value ? [.. value.AsList().Select(item => item.AsString())] : [];
}

/// <summary>The directives applied to one part of a schema, in order.</summary>
public sealed class AppliedDirectives(IReadOnlyList<AppliedDirective> items)
{
    public static AppliedDirectives None { get; } = new([]);

    public IReadOnlyList<AppliedDirective> Items { get; } = items;

    /// <summary>The first of that name, or null.</summary>
    public AppliedDirective? Find(string name) => Items.FirstOrDefault(item => string.Equals(item.Name, name, StringComparison.Ordinal));

    /// <summary>All of that name (repeatable directives).</summary>
    public IEnumerable<AppliedDirective> All(string name) => Items.Where(item => string.Equals(item.Name, name, StringComparison.Ordinal));
}
