using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// A ceremony that guests attend without its name being said: 甲区启动了乙工作。…参加了启动仪式 is that of the launch just told, and bears
/// the names of who launched and of what was launched (甲区乙工作启动仪式).
/// </summary>
internal static class UnnamedLaunches
{
    private const string Ceremony = "启动仪式";
    private const string Launched = "启动了";
    private const int Reach = 240;
    private const int LongestObject = 20;
    private const int ActorReach = 40;

    /// <summary>No paper tells of more, and each looks through all its names.</summary>
    private const int MostLaunches = 8;

    private static readonly string[] Attending = ["出席", "出席了", "参加", "参加了", "见证", "见证了", "出席并见证", "共同出席"];

    public static void Find(Paper paper)
    {
        var text = paper.Text;
        var left = MostLaunches;
        for (
            var at = text.IndexOf(Ceremony, StringComparison.Ordinal);
            at >= 0 && left > 0;
            at = text.IndexOf(Ceremony, at + Ceremony.Length, StringComparison.Ordinal)
        )
        {
            var from = Math.Max(0, at - Reach);
            var launch = Array.Exists(Attending, text[from..at].EndsWith) ? text.AsSpan(from, at - from).LastIndexOf(Launched) : -1;
            left -= launch >= 0 ? 1 : 0;
            if (launch >= 0 && NameOf(paper, from + launch) is { } name)
            {
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = new(at, at + Ceremony.Length),
                        Type = EntityType.Event,
                        Name = name,
                        Rule = "event.launch",
                        Confidence = 0.8,
                        Form = MentionForm.Short,
                    }
                );
            }
        }
    }

    private static string? NameOf(Paper paper, int launch)
    {
        var rest = paper.Text.AsSpan(launch + Launched.Length);
        rest = rest[..Math.Min(LongestObject, rest.Length)];
        var stop = rest.IndexOfAny("，。；、并和”》".AsSpan());
        var actor = paper
            .Mentions.Where(m =>
                m.Type is EntityType.Zone or EntityType.Agency or EntityType.Organization or EntityType.Place
                && m.Span.End <= launch
                && launch - m.Span.End <= ActorReach
            )
            .Where(m => !paper.Text.AsSpan(m.Span.End, launch - m.Span.End).ContainsAny("。；！"))
            .MinBy(m => (m.Span.Start, -m.Span.End));
        return stop > 1 && actor is not null
            ? paper.Source.Surface(actor.Span)
                + paper.Source.Surface(new(launch + Launched.Length, launch + Launched.Length + stop))
                + Ceremony
            : null;
    }
}
