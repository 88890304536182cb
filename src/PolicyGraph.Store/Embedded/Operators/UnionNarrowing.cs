namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>By any of several conditions, each by the narrowest of its ways.</summary>
/// <param name="alternatives">The ways of each condition; none empty.</param>
internal sealed class UnionNarrowing(Narrowing[][] alternatives) : Narrowing
{
    public override int Estimate(Execution run)
    {
        var count = 0L;
        foreach (var ways in alternatives)
        {
            count += Best(run, ways).Estimate;
        }

        return (int)Math.Min(count, int.MaxValue);
    }

    public override void Push(Execution run)
    {
        var start = run.Rows.Count;
        foreach (var ways in alternatives)
        {
            Best(run, ways).Way.Push(run);
        }

        var all = run.Rows.From(start).ToArray();
        run.Rows.CutTo(start);
        foreach (var row in all.DistinctBy(row => row.Node))
        {
            run.Rows.Push(row);
        }
    }

    public override string ToString() => string.Join(" or ", alternatives.Select(ways => string.Join(" / ", (IEnumerable<Narrowing>)ways)));

    private static (Narrowing Way, int Estimate) Best(Execution run, Narrowing[] ways) =>
        ways.Select(way => (Way: way, Estimate: way.Estimate(run))).MinBy(way => way.Estimate);
}
