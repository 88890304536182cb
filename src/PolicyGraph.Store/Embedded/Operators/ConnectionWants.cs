using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>What of a connection needs more work than its page: each is done only where a request asks.</summary>
internal sealed class ConnectionWants(IReadOnlyList<ConnectionField> fields)
{
    private readonly ConnectionField[] _totals = [.. fields.Where(field => field is TotalCountField)];
    private readonly ConnectionField[] _groups = [.. fields.Where(field => field is ConnectionGroupsField)];
    private readonly PageInfoField[] _infos = [.. fields.OfType<PageInfoField>()];

    public bool Total(Execution run) => Any(_totals, run);

    public bool Groups(Execution run) => Any(_groups, run);

    /// <summary>Whether <see cref="PageInfoKind.HasNextPage"/> or <see cref="PageInfoKind.HasPreviousPage"/> is asked for.</summary>
    public bool Info(PageInfoKind kind, Execution run)
    {
        foreach (var info in _infos)
        {
            if (info.Conditions.Hold(run) && HasPart(info, kind, run))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPart(PageInfoField info, PageInfoKind kind, Execution run)
    {
        foreach (var part in info.Parts)
        {
            if (part.Kind == kind && part.Conditions.Hold(run))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Any(ConnectionField[] fields, Execution run)
    {
        foreach (var field in fields)
        {
            if (field.Conditions.Hold(run))
            {
                return true;
            }
        }

        return false;
    }
}
