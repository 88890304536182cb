using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>
/// One field to answer, after collection and merging (specification section 6.3.2, CollectFields): fragments are resolved, fields of the
/// same response key are one. Immutable, shared by all requests of one plan. The selections of a field are in the order in which their keys
/// must be written.
/// </summary>
public sealed class FieldSelection
{
    private static readonly Dictionary<string, ArgumentValue> NoArguments = [];

    internal FieldSelection(string responseKey, FieldDefinition definition, TypeDefinition parent)
    {
        ResponseKey = responseKey;
        Definition = definition;
        Parent = parent;
        EncodedKey = JsonSerializer.SerializeToUtf8Bytes(responseKey, KeySpelling).Append((byte)':').ToArray();
    }

    /// <summary>The key of the answer: the alias, or the field's name.</summary>
    public string ResponseKey { get; }

    /// <summary>The key as UTF-8 JSON with its colon: <c>"key":</c>.</summary>
    public ReadOnlyMemory<byte> EncodedKey { get; }

    /// <summary>
    /// The field as its parent type defines it; where <see cref="OnTypes"/> narrows an abstract parent, as the first of those object types
    /// defines it.
    /// </summary>
    public FieldDefinition Definition { get; }

    /// <summary>The type selected from: an object type, or an interface or union whose object type is known only from the value.</summary>
    public TypeDefinition Parent { get; }

    /// <summary>Whether it asks for the name of the object type (<c>__typename</c>); planners answer it themselves.</summary>
    public bool IsTypeName => ReferenceEquals(Definition, IntrospectionSchema.TypeName);

    /// <summary>By name, in the order of the definition: those given, and those with a default. What is not here was not given.</summary>
    public IReadOnlyDictionary<string, ArgumentValue> Arguments { get; internal init; } = NoArguments;

    /// <summary>
    /// Set where the arguments cannot be had (null for a non-null argument, by a variable): the field fails with it and is not run. The
    /// engine refuses root fields that contain one before it plans them.
    /// </summary>
    public GraphQLError? ArgumentError { get; internal init; }

    /// <summary>
    /// What to select of the value; empty for leaves. For an abstract type it holds the selections of all object types, each marked by
    /// <see cref="OnTypes"/>.
    /// </summary>
    public IReadOnlyList<FieldSelection> Selections { get; internal init; } = [];

    /// <summary>
    /// The names of the object types on which it is selected; null for every possible type. The same key may come again for other types.
    /// </summary>
    public IReadOnlySet<string>? OnTypes { get; internal init; }

    /// <summary>
    /// From <c>@skip</c> and <c>@include</c> with variables: all must hold, else the field is left out of the answer. Empty for most.
    /// </summary>
    public IReadOnlyList<SelectionCondition> Conditions { get; internal init; } = [];

    /// <summary>Where the field stands in the document and under which conditions, once for each merged occurrence.</summary>
    internal IReadOnlyList<(SourceLocation Location, ImmutableArray<SelectionCondition> Conditions)> Occurrences { get; init; } = [];

    /// <summary>Whether the field is part of the answer with these values.</summary>
    public bool IsIncluded(OperationValues values)
    {
        foreach (var condition in Conditions)
        {
            if (!condition.Holds(values))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Where the field stands in the document: every occurrence that is part of the answer with these values, for
    /// <see cref="GraphQLError.Locations"/>.
    /// </summary>
    public IReadOnlyList<SourceLocation> LocationsWith(OperationValues values) =>
        [
            .. Occurrences
                .Where(occurrence => occurrence.Conditions.All(condition => condition.Holds(values)))
                .Select(occurrence => occurrence.Location),
        ];

    /// <summary>Whether it is selected on an object type of this name.</summary>
    public bool AppliesTo(string objectType) => OnTypes is null || OnTypes.Contains(objectType);

    /// <summary>The argument, or null where it was not given and has no default.</summary>
    public ArgumentValue? Argument(string name) => Arguments.GetValueOrDefault(name);

    private static JsonSerializerOptions KeySpelling { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>A boolean variable that must have this value.</summary>
/// <param name="Slot">Of <see cref="OperationValues"/>; its value is never null.</param>
public readonly record struct SelectionCondition(int Slot, bool Expected)
{
    internal bool Holds(OperationValues values) => values[Slot].AsBoolean() == Expected;
}
