using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Planning;

/// <summary>Plans the selections on one row: a node, a relation, a place in a paper.</summary>
internal sealed class ShapePlanner(Planner planner)
{
    private const int MostEvidence = 100;

    /// <summary>The type whose `evidence` is one place, not a list.</summary>
    private const string Highlight = "Highlight";

    /// <summary>Of statistics that speak of the same: these are equal, …</summary>
    private static readonly string[] SameClaim = ["indicator", "periodLabel", "measure", "kind", "unit"];

    /// <summary>The selections on values of a type.</summary>
    public Shape Plan(FieldSelection selection) => new([.. selection.Selections.Select(Field)]);

    /// <summary>One selection on the row.</summary>
    public OutputField Field(FieldSelection selection) =>
        Plain(selection) with
        {
            Labels = selection.OnTypes,
            Conditions = planner.Slots.Conditions(selection),
        };

    private OutputField Plain(FieldSelection selection)
    {
        var key = Planner.Key(selection);
        var field = selection.Definition;
        if (selection.IsTypeName)
        {
            return selection.Parent.IsAbstract ? new LabelField(key) : new ConstantField(key, Planner.TypeName(selection.Parent));
        }

        if (Mapping.PropertyOf(field) is { } property)
        {
            return new PropertyField(key, property);
        }

        if (Mapping.RelationOf(field) is not null)
        {
            return Relation(selection, key);
        }

        return Mapping.PartsOf(field) is { } parts ? Part(selection, key, parts) : Computed(selection, key);
    }

    private OutputField Relation(FieldSelection selection, OutputKey key) =>
        selection.Definition.Type.Definition == Mapping.NodeTypeOf(selection.Definition)
            ? new NeighbourField(key, planner.Mapping.StepOf(selection.Definition), Plan(selection))
            : planner.Connections.Relation(selection, key);

    /// <summary>An object over the same row; it is null where what the schema says is never null is missing.</summary>
    private ObjectField Part(FieldSelection selection, OutputKey key, IReadOnlyList<FieldDefinition> parts) =>
        new(key, Plan(selection), [.. parts.Where(part => part.Type.IsNonNull).Select(part => Mapping.PropertyOf(part)).OfType<string>()]);

    private OutputField Computed(FieldSelection selection, OutputKey key) =>
        selection.Definition.Name switch
        {
            "type" or "relation" => new LabelField(key),
            "evidence" when selection.Parent.Name == Highlight => new HighlightEvidenceField(key, Plan(selection)),
            "statistic" => new HighlightStatisticField(key, Plan(selection)),
            "fact" => new HighlightFactField(key, Plan(selection)),
            "documentCount" => new EvidenceCountField(key, OfDocuments: true),
            "mentions" or "evidence" => new EvidenceField(key, planner.Size(selection, "first", 0, MostEvidence), Plan(selection)),
            "from" or "to" => new EdgeEndField(key, selection.Definition.Name == "from", Plan(selection)),
            "document" => new DocumentField(key, Plan(selection)),
            "article" => new ArticleField(key, Plan(selection)),
            "points" or "subjects" => Measured(key, ((FieldsType)selection.Parent).Fields["statistics"], selection.Definition.Name),
            "conflicts" => Conflicts(selection, key),
            _ => planner.Documents.Field(selection, key),
        };

    /// <summary>Of an indicator: how many statistics measure it, or how many things these are about.</summary>
    private OutputField Measured(OutputKey key, FieldDefinition statistics, string counted)
    {
        var measuring = planner.Mapping.StepOf(statistics);
        var subject = ((FieldsType)Mapping.NodeTypeOf(statistics)).Fields["subject"];
        return counted == "points"
            ? new RelationCountField(key, measuring, Filter: null)
            : new DistinctCountField(key, [measuring, planner.Mapping.StepOf(subject)]);
    }

    private PeersField Conflicts(FieldSelection selection, OutputKey key)
    {
        var subject = ((FieldsType)selection.Parent).Fields["subject"];
        return new PeersField(
            key,
            planner.Mapping.StepOf(subject),
            SameClaim,
            ["value"],
            planner.Size(selection, "first", 0, MostEvidence),
            Plan(selection)
        );
    }
}
