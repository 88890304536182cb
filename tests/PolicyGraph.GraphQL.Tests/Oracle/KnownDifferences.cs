namespace PolicyGraph.GraphQL.Tests.Oracle;

/// <summary>Where this engine follows a sentence of the specification that graphql-js 16 does not know yet.</summary>
internal static class KnownDifferences
{
    /// <summary>
    /// Section 5.2.4.1 (September 2025): the root selections of a subscription must provide neither <c>@skip</c> nor <c>@include</c>.
    /// graphql-js 16 evaluates them without variables, and fails where one is a variable.
    /// </summary>
    private const string ConditionalSubscription = "directives in the top level selection.";

    /// <summary>
    /// Section 5.8.5 (September 2025), IsVariableUsageAllowed: a variable in a field of a OneOf Input Object must be of a non-null type.
    /// graphql-js 16 overlooks it where the object itself stands in a non-null place, or as the only item of a list.
    /// </summary>
    private const string NullableInOneOf = "but must be non-nullable to be used for OneOf Input Object";

    /// <summary>Whether our answer rests on one of them.</summary>
    public static bool Explains(string answer) =>
        answer.Contains(ConditionalSubscription, StringComparison.Ordinal) || answer.Contains(NullableInOneOf, StringComparison.Ordinal);
}
