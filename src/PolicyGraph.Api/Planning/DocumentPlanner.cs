using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Planning;

/// <summary>Plans what only a paper has: its text, articles, relations and findings.</summary>
internal sealed class DocumentPlanner(Planner planner)
{
    private const int MostFacts = 1000;

    public OutputField Field(FieldSelection selection, OutputKey key) =>
        selection.Definition.Name switch
        {
            "text" => new TextField(key, Position(selection, "start"), Position(selection, "end")),
            "articles" => new ArticlesField(key, planner.Shapes.Plan(selection)),
            "findings" => new FindingsField(key, planner.Shapes.Plan(selection)),
            "relations" => Facts(selection, key),
            var name => throw new InvalidOperationException($"The field {selection.Parent.Name}.{name} maps to nothing."),
        };

    private Slot Position(FieldSelection selection, string argument) =>
        selection.Argument(argument) is { IsNull: false } value
            ? planner.Slots.Add(value, StoreValues.Within(argument, 0, int.MaxValue))
            : planner.Slots.Constant(null);

    private DocumentFactsField Facts(FieldSelection selection, OutputKey key)
    {
        var page = new Page(
            planner.Size(selection, "first", 0, MostFacts),
            selection.Argument("after") is { IsNull: false } after ? planner.Slots.Add(after) : planner.Slots.Constant(null),
            planner.Slots.Constant(null),
            planner.Slots.Constant(null)
        );
        return new DocumentFactsField(key, OnlyHere(selection), page, planner.Connections.Fields(selection));
    }

    /// <summary>
    /// What this paper states rests on it; so resting on one paper is resting on this one. The switch is a value and not part of the plan's
    /// form, hence the bound: at most one paper, or at most all there can be.
    /// </summary>
    private DocumentCountFilter? OnlyHere(FieldSelection selection) =>
        selection.Argument("onlyHere") switch
        {
            null or ConstantArgument { Value.IsNull: true } => null,
            ConstantArgument { Value: { Kind: InputKind.Boolean } value } => value.AsBoolean() ? AtMost(planner.Slots.Constant(1L)) : null,
            var variable => AtMost(planner.Slots.Add(variable, value => value.AsBoolean() ? 1L : long.MaxValue)),
        };

    private static DocumentCountFilter AtMost(Slot count) => new(Comparison.AtMost, count);
}
