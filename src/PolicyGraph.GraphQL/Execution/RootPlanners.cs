using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>The planner of each root field: the schema owner's, and the engine's own for introspection.</summary>
internal sealed class RootPlanners
{
    private readonly Dictionary<FieldDefinition, IRootFieldPlanner> _planners = [];

    /// <exception cref="ArgumentException">A field of a root has no planner.</exception>
    public RootPlanners(Schema schema, Func<ObjectType, FieldDefinition, IRootFieldPlanner?> planners)
    {
        foreach (var root in new[] { schema.Query, schema.Mutation, schema.Subscription }.OfType<ObjectType>())
        {
            foreach (var field in root.Fields.Values)
            {
                _planners[field] =
                    planners(root, field)
                    ?? throw new ArgumentException($"The root field {root}.{field.Name} has no planner.", nameof(planners));
            }
        }

        var introspection = new IntrospectionPlanner();
        _planners[IntrospectionSchema.SchemaField] = introspection;
        _planners[IntrospectionSchema.TypeField] = introspection;
    }

    /// <summary>The plan of a root field; one that fails in every request where the field cannot be planned.</summary>
    public IRootFieldPlan Plan(FieldSelection selection, PlanningContext context)
    {
        if (selection.IsTypeName)
        {
            return new RootTypeNamePlan((ObjectType)selection.Parent);
        }

        try
        {
            var planner = _planners[selection.Definition];
            return planner is not Resolvers.ResolverPlanner && FindError(selection) is { } error
                ? throw new GraphQLException([error])
                : planner.Plan(selection, context);
        }
        catch (GraphQLException failure)
        {
            return new FailingPlan(failure);
        }
    }

    private static GraphQLError? FindError(FieldSelection selection) =>
        selection.ArgumentError ?? selection.Selections.Select(FindError).FirstOrDefault(error => error is not null);
}
