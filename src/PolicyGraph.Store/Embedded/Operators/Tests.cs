using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>All, or any, of several conditions.</summary>
internal sealed class JoinedTest<TRow>(Test<TRow>[] tests, bool all) : Test<TRow>
    where TRow : struct, IRow
{
    public override bool Holds(Execution run, in TRow row)
    {
        foreach (var test in tests)
        {
            if (test.Holds(run, row) != all)
            {
                return !all;
            }
        }

        return all;
    }
}

internal sealed class NotTest<TRow>(Test<TRow> test) : Test<TRow>
    where TRow : struct, IRow
{
    public override bool Holds(Execution run, in TRow row) => !test.Holds(run, row);
}

/// <summary>A property against a value.</summary>
internal sealed class PropertyTest<TRow>(Reader<TRow> reader, Comparison comparison, Slot value) : Test<TRow>
    where TRow : struct, IRow
{
    public override bool Holds(Execution run, in TRow row) => Comparing.Fits(reader.Read(run, row), comparison, run.Parameters[value]);
}

/// <summary>Name or any alias against a text, in any spelling.</summary>
internal sealed class NameTest(Comparison comparison, Slot value) : Test<NodeRow>
{
    public override bool Holds(Execution run, in NodeRow row)
    {
        var (kind, values, wanted) = (row.Node.Kind, row.Node.Values, run.Parameters[value]);
        var name = kind.Name < 0 ? null : values[kind.Name];
        var aliases = kind.Aliases < 0 ? null : values[kind.Aliases];
        return comparison switch
        {
            Comparison.IsNull => Comparing.Fits(name, comparison, wanted),
            Comparison.NotEqual => Comparing.Fits(name, comparison, wanted) && !Comparing.AnyFits(aliases, Comparison.Equal, wanted),
            _ => Fits(name?.Text, wanted) || AnyFits(aliases, wanted),
        };
    }

    private bool AnyFits(Value? aliases, object? wanted)
    {
        foreach (var alias in aliases?.List ?? [])
        {
            if (Fits(alias, wanted))
            {
                return true;
            }
        }

        return false;
    }

    private bool Fits(string? name, object? wanted) =>
        name is not null
        && wanted switch
        {
            string text => Comparing.FitsText(name, comparison, text)
                || (NameFolding.Fold(text) is { Length: > 0 } folded && Comparing.FitsText(NameFolding.Fold(name), comparison, folded)),
            IReadOnlyList<object?> texts when comparison is Comparison.In => texts.Any(text =>
                text is string one && NameFolding.AreSame(name, one)
            ),
            _ => false,
        };
}

internal sealed class LabelTest(ulong labels) : Test<NodeRow>
{
    public override bool Holds(Execution run, in NodeRow row) => (row.Node.Kind.Bit & labels) != 0;
}

/// <summary>Some, none or all of the neighbours fit.</summary>
internal sealed class RelationTest(NeighbourCounter counter, Quantifier quantifier) : Test<NodeRow>
{
    public override bool Holds(Execution run, in NodeRow row) =>
        quantifier switch
        {
            Quantifier.Some => counter.Any(run, row.Node, wanted: true),
            Quantifier.None => !counter.Any(run, row.Node, wanted: true),
            _ => !counter.Any(run, row.Node, wanted: false),
        };
}

internal sealed class RelationCountTest(NeighbourCounter counter, Comparison comparison, Slot value) : Test<NodeRow>
{
    public override bool Holds(Execution run, in NodeRow row) =>
        Comparing.Fits(counter.Count(run, row.Node), comparison, run.Parameters[value]);
}

/// <summary>Some evidence row fits.</summary>
internal sealed class EvidenceTest<TRow>(Test<EvidenceItem>? item, Test<NodeRow>? document, Func<TRow, EvidenceSource> source) : Test<TRow>
    where TRow : struct, IRow
{
    public override bool Holds(Execution run, in TRow row)
    {
        var evidence = source(row);
        var (start, count) = evidence.Range();
        for (var i = start; i < start + count; i++)
        {
            var contribution = evidence.Thing!.Support[i]; // Without it the range is empty.
            if (
                (document is null || document.Holds(run, new NodeRow(run.Graph.Node(contribution.Document.Index))))
                && AnyFits(run, contribution)
            )
            {
                return true;
            }
        }

        return false;
    }

    private bool AnyFits(Execution run, Contribution contribution)
    {
        for (var place = 0; place < contribution.Evidence.Count; place++)
        {
            if (item is null || item.Holds(run, new EvidenceItem(contribution, contribution.Evidence[place])))
            {
                return true;
            }
        }

        return false;
    }
}

internal sealed class DocumentCountTest<TRow>(Comparison comparison, Slot value, Func<TRow, EvidenceSource> source) : Test<TRow>
    where TRow : struct, IRow
{
    public override bool Holds(Execution run, in TRow row) =>
        Comparing.Fits(source(row).Count(ofDocuments: true), comparison, run.Parameters[value]);
}

/// <summary>It rests on one paper and no other.</summary>
internal sealed class OnlyEvidenceTest<TRow>(Slot document, Func<TRow, EvidenceSource> source) : Test<TRow>
    where TRow : struct, IRow
{
    public override bool Holds(Execution run, in TRow row) =>
        source(row) is { Thing: { } thing }
        && thing.Support.Count == 1
        && thing.Support[0].Document.IdText == run.Parameters.Text(document);
}
