using System.Globalization;
using System.Runtime.CompilerServices;
using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>
/// Builds the tree of <see cref="FieldSelection"/>s of an operation. Specification sections 6.3.2, CollectFields(), and 6.4.3,
/// CollectSubfields().
/// </summary>
internal sealed class SelectionBuilder(Schema schema, DocumentNode document, IReadOnlyDictionary<string, ArgumentValue?> variables)
{
    private readonly FieldCollector _collector = new(schema, document, variables);
    private readonly ArgumentBuilder _arguments = new(document, variables);

    /// <summary>What is selected of a type, in the order of the answer.</summary>
    public IReadOnlyList<FieldSelection> Build(TypeDefinition type, IReadOnlyList<SelectionSource> sources)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (type is ObjectType objectType)
        {
            return
            [
                .. _collector
                    .Collect(objectType, sources)
                    .Select(group => Build(type, new Entry(schema.Field(type, group.Value[0].Field.Name.Value)!, group.Value))),
            ];
        }

        var possible = schema.PossibleTypes(type);
        return [.. Merge(possible, sources).Select(entry => Build(type, entry, possible.Count))];
    }

    /// <summary>
    /// The entries of all object types in one list of which each type's own are a subsequence in their own order. Types share an entry
    /// where they select the same occurrences with the same type; an entry whose place differs between types comes more than once.
    /// </summary>
    private List<Entry> Merge(IReadOnlyList<ObjectType> possible, IReadOnlyList<SelectionSource> sources)
    {
        var merged = new List<Entry>();
        foreach (var type in possible)
        {
            var next = 0;
            foreach (var occurrences in _collector.Collect(type, sources).Values)
            {
                var definition = schema.Field(type, occurrences[0].Field.Name.Value)!;
                var entry = new Entry(definition, occurrences);
                var at = merged.FindIndex(next, known => known.IsSameAs(entry));
                if (at < 0)
                {
                    at = next;
                    merged.Insert(at, entry);
                }

                merged[at].Types.Add(type.Name);
                next = at + 1;
            }
        }

        return merged;
    }

    private FieldSelection Build(TypeDefinition parent, Entry entry, int possibleTypes = 0)
    {
        var first = entry.Occurrences[0];
        var definition =
            parent is FieldsType fields
            && entry.Types.Count == possibleTypes
            && fields.Fields.TryGetValue(entry.Definition.Name, out var own)
            && IsAlike(own, entry.Definition)
                ? own
                : entry.Definition;
        var (arguments, selections, error) = BuildParts(definition, entry);
        return new FieldSelection(first.Field.ResponseKey, definition, parent)
        {
            Arguments = arguments,
            Selections = selections,
            ArgumentError = error,
            OnTypes = entry.Types.Count == possibleTypes ? null : entry.Types,
            Conditions = first.Conditions.All,
            Occurrences = [.. entry.Occurrences.Select(occurrence => (document.LocationOf(occurrence.Field), occurrence.Conditions.All))],
        };
    }

    private (
        IReadOnlyDictionary<string, ArgumentValue> Arguments,
        IReadOnlyList<FieldSelection> Selections,
        GraphQLError? Error
    ) BuildParts(FieldDefinition definition, Entry entry)
    {
        var first = entry.Occurrences[0];
        try
        {
            var arguments = _arguments.Build(definition.Arguments, first.Field.Arguments, first.Field);
            var sources = entry
                .Occurrences.Where(occurrence => occurrence.Field.SelectionSet is not null)
                .Select(occurrence => new SelectionSource(occurrence.Field.SelectionSet!, occurrence.Conditions.Without(first.Conditions)))
                .ToList();
            return (arguments, sources.Count == 0 ? [] : Build(definition.Type.Definition, sources), null);
        }
        catch (GraphQLException failure)
        {
            return (new Dictionary<string, ArgumentValue>(), [], failure.Errors[0]);
        }
    }

    /// <summary>
    /// Whether two types define a field alike: the same type, and the same arguments of the same types with the same defaults.
    /// </summary>
    private static bool IsAlike(FieldDefinition a, FieldDefinition b) =>
        ReferenceEquals(a, b)
        || (
            a.Type.IsSameAs(b.Type)
            && a.Arguments.Count == b.Arguments.Count
            && a.Arguments.Values.All(argument =>
                b.Arguments.TryGetValue(argument.Name, out var other)
                && argument.Type.IsSameAs(other.Type)
                && argument.HasDefault == other.HasDefault
                && argument.Default == other.Default
            )
        );

    /// <summary>One key of the answer, on the object types that share it.</summary>
    private sealed record Entry(FieldDefinition Definition, List<Occurrence> Occurrences)
    {
        private readonly string _signature = string.Join(
            ' ',
            Occurrences.Select(occurrence =>
                string.Create(CultureInfo.InvariantCulture, $"{occurrence.Field.Range.Start}?{occurrence.Conditions}")
            )
        );

        public HashSet<string> Types { get; } = [];

        public bool IsSameAs(Entry other) =>
            string.Equals(_signature, other._signature, StringComparison.Ordinal) && IsAlike(Definition, other.Definition);
    }
}
