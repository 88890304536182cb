using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>The report that an officer gives at a session, without 《》: 省长王某作政府工作报告, 主任李某向大会作管委会工作报告.</summary>
internal static class SpokenReports
{
    private const string Kind = "工作报告";

    /// <summary>管委会, 人大常委会, 人民法院.</summary>
    private const int LongestBody = 8;

    private static readonly string[] Bodies = ["政府", "委员会", "常委会", "管委会", "法院", "检察院", "人大", "政协"];

    public static void Find(Paper paper)
    {
        var text = paper.Text;

        // The paper's own title, where it is the report.
        var own = paper.Mentions.Find(m => m.Type == EntityType.Publication && m.Name.EndsWith(Kind, StringComparison.Ordinal))?.Name;
        for (
            var at = text.IndexOf(Kind, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(Kind, at + Kind.Length, StringComparison.Ordinal)
        )
        {
            var before = text.AsSpan(Math.Max(0, at - LongestBody), Math.Min(at, LongestBody));
            var verb = before.LastIndexOfAny('作', '做');
            var body = verb < 0 ? default : before[(verb + 1)..].TrimStart('了');
            if (!body.IsEmpty && Array.Exists(Bodies, body.ToString().EndsWith))
            {
                var span = new TextSpan(at - body.Length, at + Kind.Length);
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = span,
                        Type = EntityType.Publication,
                        Name = own ?? paper.Source.Surface(span),
                        Rule = "work.spoken-report",
                        Confidence = 0.8,
                    }
                );
            }
        }
    }
}
