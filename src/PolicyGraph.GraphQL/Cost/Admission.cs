using System.Globalization;
using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.Cost;

/// <summary>Holds documents and prices to the limits.</summary>
internal static class Admission
{
    /// <summary>
    /// Checks what can be known of a document without a schema.
    /// </summary>
    /// <exception cref="GraphQLException">An operation is larger than it may be.</exception>
    public static void Check(DocumentNode document, OperationLimits limits)
    {
        foreach (var (operation, size) in OperationSize.Measure(document))
        {
            Check("fields inside one another", size.Depth, limits.MaxDepth);
            Check("aliases", size.Aliases, limits.MaxAliases);
            Check("fields", size.Fields, limits.MaxFields);

            void Check(string what, double count, int limit)
            {
                if (count > limit)
                {
                    var message = string.Create(
                        CultureInfo.InvariantCulture,
                        $"The operation has {count:0} {what}, with its fragments spread out; {limit} are allowed."
                    );
                    throw new GraphQLException([
                        new GraphQLError(message, ErrorCodes.LimitExceeded) { Locations = [document.LocationOf(operation)] },
                    ]);
                }
            }
        }
    }

    /// <summary>
    /// Why an operation of this price is refused, with the limit and the dearest field; null where it is not. A value and no exception,
    /// since refusing must cost less than answering.
    /// </summary>
    public static GraphQLError? Refuse(OperationPrice price, OperationLimits limits)
    {
        if (!(price.Total > limits.MaxPrice))
        {
            return null;
        }

        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"The operation costs {price.Total:0.##}, {limits.MaxPrice:0.##} is allowed. The dearest field is {price.DearestField} "
                + $"with {price.DearestCost:0.##}: ask for smaller pages of it, or of the lists around it."
        );
        return new GraphQLError(message, ErrorCodes.LimitExceeded)
        {
            Extensions = new Dictionary<string, object>
            {
                ["price"] = price.Total,
                ["limit"] = limits.MaxPrice,
                ["dearestField"] = price.DearestField,
            },
        };
    }

    /// <exception cref="GraphQLException">The document asks for the schema.</exception>
    public static void RefuseIntrospection(DocumentNode document)
    {
        var asked = document
            .Definitions.SelectMany(definition =>
                Fields((definition as OperationNode)?.SelectionSet ?? (definition as FragmentNode)?.SelectionSet)
            )
            .FirstOrDefault(field => field.Name.Value is "__schema" or "__type");
        if (asked is not null)
        {
            throw new GraphQLException([
                new GraphQLError("Introspection is switched off here.", ErrorCodes.ValidationFailed)
                {
                    Locations = [document.LocationOf(asked)],
                },
            ]);
        }
    }

    private static IEnumerable<FieldNode> Fields(SelectionSetNode? set) =>
        (set?.Selections ?? []).SelectMany(selection =>
            selection switch
            {
                FieldNode field => Fields(field.SelectionSet).Prepend(field),
                InlineFragmentNode inline => Fields(inline.SelectionSet),
                _ => [],
            }
        );
}
