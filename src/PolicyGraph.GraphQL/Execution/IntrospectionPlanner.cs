using PolicyGraph.GraphQL.Execution.Resolvers;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>
/// Plans <c>__schema</c> and <c>__type</c>. Specification section 4. Without variables the answer is written once, while planning, and
/// copied from then on.
/// </summary>
internal sealed class IntrospectionPlanner : IRootFieldPlanner
{
    public IRootFieldPlan Plan(FieldSelection field, PlanningContext context)
    {
        var plan = new ResolverPlanner(new IntrospectionResolvers(context.Schema).Resolve).Plan(field, context);
        if (!IsConstant(field, isRoot: true))
        {
            return plan;
        }

        using var buffer = new PooledBuffer();
        var once = new OperationContext(OperationValues.None, buffer);
        var written = plan.WriteAsync(once, CancellationToken.None);
        return written.IsCompletedSuccessfully && once.Errors.Count == 0 ? new ConstantPlan(buffer.WrittenSpan.ToArray()) : plan;
    }

    private static bool IsConstant(FieldSelection field, bool isRoot) =>
        (isRoot || field.Conditions.Count == 0)
        && field.Arguments.Values.All(argument => argument is ConstantArgument)
        && field.Selections.All(selection => IsConstant(selection, isRoot: false));

    private sealed class ConstantPlan(byte[] json) : IRootFieldPlan
    {
        public ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
        {
            context.Output.Write(json);
            return ValueTask.CompletedTask;
        }

        public string Explain(OperationValues values) => $"introspection, {json.Length} bytes written when planned";
    }
}
