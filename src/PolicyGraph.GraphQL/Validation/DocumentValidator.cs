using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Validation;

/// <summary>
/// Holds documents to the rules under which they may run or be built. Specification section 5, and section 3 for schemas.
/// </summary>
public static class DocumentValidator
{
    /// <summary>
    /// Every error of an executable document, at most 101; empty for a valid one. Time grows with the document, and is bounded where
    /// fragments multiply.
    /// </summary>
    /// <param name="schema">What may be asked.</param>
    /// <param name="document">Parsed, and no larger than it may be.</param>
    /// <param name="suggests">Whether errors name what is close to a name that does not exist.</param>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, bool suggests = true)
    {
        var context = new ValidationContext(schema, document) { Suggestions = suggests ? Suggestions.Given : Suggestions.Withheld };
        return new DocumentWalker(context, [.. ExecutableRules.Select(make => make(context))]).Walk();
    }

    /// <summary>Every error in the text of a schema; empty where types can be made of it.</summary>
    internal static IReadOnlyList<GraphQLError> ValidateTypeSystem(DocumentNode document)
    {
        var context = new ValidationContext(schema: null, document);
        return new DocumentWalker(context, [.. TypeSystemRules.Select(make => make(context))]).Walk();
    }

    private static IReadOnlyList<Func<ValidationContext, ValidationRule>> ExecutableRules { get; } =
    [
        context => new ExecutableDefinitions(context),
        context => new OperationNameUniqueness(context),
        context => new LoneAnonymousOperation(context),
        context => new SingleRootField(context),
        context => new TypeExistence(context),
        context => new FragmentsOnCompositeTypes(context),
        context => new VariablesAreInputTypes(context),
        context => new LeafFieldSelections(context),
        context => new FieldSelections(context),
        context => new FragmentNameUniqueness(context),
        context => new FragmentSpreadTargetDefined(context),
        context => new FragmentsMustBeUsed(context),
        context => new FragmentSpreadIsPossible(context),
        context => new FragmentSpreadsMustNotFormCycles(context),
        context => new VariableUniqueness(context),
        context => new AllVariableUsesDefined(context),
        context => new AllVariablesUsed(context),
        context => new DirectivesAreDefined(context),
        context => new DirectivesAreUniquePerLocation(context),
        context => new ArgumentNames(context),
        context => new ArgumentUniqueness(context),
        context => new ValuesOfCorrectType(context),
        context => new RequiredArguments(context),
        context => new AllVariableUsagesAreAllowed(context),
        context => new FieldSelectionMerging(context),
        context => new InputObjectFieldUniqueness(context),
        context => new IntrospectionDepth(context),
    ];

    private static IReadOnlyList<Func<ValidationContext, ValidationRule>> TypeSystemRules { get; } =
    [
        context => new LoneSchemaDefinition(context),
        context => new DefinitionUniqueness(context),
        context => new TypeExistence(context),
        context => new DirectivesAreDefined(context),
        context => new DirectivesAreUniquePerLocation(context),
        context => new PossibleTypeExtensions(context),
        context => new ArgumentNames(context),
        context => new ArgumentUniqueness(context),
        context => new InputObjectFieldUniqueness(context),
        context => new RequiredArguments(context),
    ];
}
