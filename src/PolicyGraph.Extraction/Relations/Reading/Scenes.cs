using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>The event that a report is at, where a sentence does not name it: 会上, 当天, or just who spoke.</summary>
internal static class Scenes
{
    private const int SentencesBack = 8;

    private const int NearBack = 3;

    private const int VerbReach = 40;

    /// <summary>The last event before the passage that the article said was held, or was the scene of something; else the last one named close by; else null.</summary>
    public static Mention? Before(Passage passage)
    {
        Mention? near = null;
        var passages = passage.Reading.Passages;
        for (var i = passage.Index - 1; i >= 0 && passage.Index - i <= SentencesBack && passages[i].Sentence.Article == passage.Sentence.Article; i--)
        {
            var events = passages[i].Mentions.Where(m => m.Type == EntityType.Event).ToList();
            if (events.FindLast(m => IsScene(passages[i], m)) is { } scene)
            {
                return scene;
            }

            near ??= passage.Index - i <= NearBack ? events.LastOrDefault() : null;
        }

        return near;
    }

    private static bool IsScene(Passage passage, Mention place)
    {
        var rest = passage.Between(place.Span.End, passage.Span.End);
        return rest.StartsWith("上") || rest.StartsWith("期间") || rest.StartsWith("现场")
            || passage.Triggers.Any(t => t.Cue is Cue.Hold or Cue.Open && t.Span.Start >= place.Span.End && t.Span.Start - place.Span.End <= VerbReach);
    }
}
