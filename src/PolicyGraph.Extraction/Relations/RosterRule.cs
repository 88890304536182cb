using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>The posts of a roster's line: 陈　某　市财政局局长, 王某某　市政府副秘书长、市发展改革委主任, 李某某　副市长.</summary>
internal sealed class RosterRule : IRelationRule
{
    private const string RuleName = "position.roster";

    private const double Confidence = 0.92;

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var person in passage.Named(EntityType.Person).Where(m => m.Rule == RosterNames.Rule))
        {
            var line = RosterNames.Post(passage.Reading.Paper, person.Span.End);
            var bodies = passage.Mentions.Where(m => Kinds.Body.Has(m.Type) && line.Contains(m.Span)).ToList();
            Office(passage, person, new(line.Start, bodies.Count > 0 ? bodies[0].Span.Start : line.End), sink);
            for (var i = 0; i < bodies.Count; i++)
            {
                Held(passage, person, bodies[i].Entity!, new(bodies[i].Span.End, i + 1 < bodies.Count ? bodies[i + 1].Span.Start : line.End), sink);
            }
        }
    }

    /// <summary>副市长 alone is an office of the place that the paper is about.</summary>
    private static void Office(Passage passage, Mention person, TextSpan words, RelationSink sink)
    {
        foreach (var title in words.Of(passage.Text).Split('、'))
        {
            if (PlaceOffices.Level(title) is { } level && PostReader.IsTitle(title) && Place(passage.Reading.Paper, level) is { } place)
            {
                sink.AddPost(person.Entity!, place, title, person.Span.Union(words), RuleName, Confidence);
            }
        }
    }

    private static void Held(Passage passage, Mention person, Entity body, TextSpan words, RelationSink sink)
    {
        var title = words.Of(passage.Text).Trim('、');
        if (PostReader.IsTitle(title))
        {
            sink.AddPost(person.Entity!, body, title, person.Span.Union(new(words.Start, words.Start + title.Length)), RuleName, Confidence);
        }
    }

    private static Entity? Place(Paper paper, char level) =>
        paper.Mentions.Find(m => m is { Type: EntityType.Place, Entity: not null } && m.Name[^1] == level)?.Entity;
}
