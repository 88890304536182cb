using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>Where the names of bodies and places end, and for each such place where the longest of them starts.</summary>
internal static class BodyEnds
{
    public static Dictionary<int, int> Of(Paper paper, bool organizations)
    {
        var starts = new Dictionary<int, int>(paper.Mentions.Count);
        foreach (var mention in paper.Mentions)
        {
            if (mention.Type is EntityType.Agency or EntityType.Place || organizations && mention.Type == EntityType.Organization)
            {
                var (start, end) = (mention.Span.Start, mention.Span.End);
                starts[end] = starts.TryGetValue(end, out var other) ? Math.Min(start, other) : start;
            }
        }

        return starts;
    }
}
