using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// Settles, over all sentences of a paper, how many issue a policy together: 甲局等17部门 in the headline counts for 甲局会同乙部、丙部
/// below it. The largest number said, or the rows where they are more, stands on every row.
/// </summary>
internal static class JointIssue
{
    private const string Joint = "joint";

    private const string Issuers = "issuers";

    public static void Settle(IReadOnlyList<Relation> relations)
    {
        foreach (
            var rows in relations
                .Where(r => r.Type == RelationType.Issued)
                .GroupBy(r => r.To)
                .Where(g => g.Any(r => r.HasProps && r.Props.ContainsKey(Joint)))
        )
        {
            Settle([.. rows]);
        }
    }

    private static void Settle(List<Relation> rows)
    {
        var joint = rows.FindAll(r => r.HasProps && r.Props.ContainsKey(Joint));
        var most = joint.Max(r => r.Props.TryGetValue(Issuers, out var said) ? said.Number : 0);
        foreach (var row in joint.Where(_ => most > 1))
        {
            row.Props[Issuers] = Math.Max(most, joint.Count);
        }
    }
}
