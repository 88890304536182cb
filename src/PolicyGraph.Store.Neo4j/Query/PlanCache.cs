using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>The plans of one query that wait for a request, the one used last first. Safe for any number of callers at once.</summary>
internal sealed class PlanCache(GraphNames names, Root root)
{
    /// <summary>More forms of one query than this are made anew each time.</summary>
    private const int Most = 32;

    private readonly Lock _gate = new();
    private readonly List<CypherPlan> _idle = [];

    /// <summary>A plan for a request, known or new; to be given back by <see cref="Return"/>.</summary>
    public CypherPlan Rent(Parameters values)
    {
        lock (_gate)
        {
            for (var i = 0; i < _idle.Count; i++)
            {
                var plan = _idle[i];
                if (plan.Serves(values))
                {
                    _idle.RemoveAt(i);
                    plan.Begin(values);
                    return plan;
                }
            }
        }

        return new CypherPlan(names, root, values);
    }

    public void Return(CypherPlan plan)
    {
        lock (_gate)
        {
            _idle.Insert(0, plan);
            if (_idle.Count > Most)
            {
                _idle.RemoveAt(Most);
            }
        }
    }
}
