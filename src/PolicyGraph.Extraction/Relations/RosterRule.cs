using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>The posts of a roster's line: 陈　某　市财政局局长, 王某某　市政府副秘书长、市发展改革委主任, 李某某　副市长.</summary>
internal sealed class RosterRule : IRelationRule
{
    private const string RuleName = "position.roster";

    private const double Confidence = 0.92;

    private const double LabelConfidence = 0.85;

    /// <summary>How many lines one label may stand for.</summary>
    private const int LongestGroup = 12;

    private static readonly string[] Offices =
    [
        "组长",
        "副组长",
        "常务副组长",
        "主任",
        "副主任",
        "总指挥",
        "副总指挥",
        "指挥长",
        "副指挥长",
        "召集人",
        "总召集人",
        "副召集人",
        "主席",
        "副主席",
        "会长",
        "副会长",
    ];

    private static readonly string[] Groups = ["小组", "指挥部", "委员会", "联席会议", "工作专班", "协调组"];

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var person in passage.Named(EntityType.Person).Where(m => m.Rule == RosterNames.Rule))
        {
            var line = RosterNames.Post(passage.Reading.Paper, person.Span.End);
            var bodies = passage.Mentions.Where(m => Kinds.Body.Has(m.Type) && line.Contains(m.Span)).ToList();
            Labelled(passage, person, sink);
            Office(passage, person, new(line.Start, bodies.Count > 0 ? bodies[0].Span.Start : line.End), sink);
            for (var i = 0; i < bodies.Count; i++)
            {
                Held(
                    passage,
                    person,
                    bodies[i].Entity!,
                    new(bodies[i].Span.End, i + 1 < bodies.Count ? bodies[i + 1].Span.Start : line.End),
                    sink
                );
            }
        }
    }

    /// <summary>
    /// 组长：王某某 市长: an office of the group that the paper sets up; so is that of the lines below that have no label of their own, but
    /// not of its plain members.
    /// </summary>
    private static void Labelled(Passage passage, Mention person, RelationSink sink)
    {
        var title = Label(passage, person);
        if (
            Array.IndexOf(Offices, title) >= 0
            && passage.Reading.First(passage, m => m.Type == EntityType.Agency && m.Entity!.Name.EndsWithAny(Groups)) is { } group
        )
        {
            sink.AddPost(person.Entity!, group.Entity!, title, person.Span, RuleName, LabelConfidence);
        }
    }

    /// <summary>
    /// The label on the person's line, else on the nearest line above that has one; empty where a line between is no roster's.
    /// </summary>
    private static string Label(Passage passage, Mention person)
    {
        var paper = passage.Reading.Paper;
        foreach (var above in Above(passage, person))
        {
            if (
                above != person
                && RosterNames.Post(paper, above.Span.End).End != person.Span.Start - RosterNames.Label(paper, person.Span.Start).Length
            )
            {
                return "";
            }

            if (RosterNames.Label(paper, above.Span.Start) is { Length: > 0 } label)
            {
                return label.TrimEnd('：');
            }

            person = above;
        }

        return "";
    }

    /// <summary>The roster's names from a person upwards.</summary>
    private static IEnumerable<Mention> Above(Passage passage, Mention person)
    {
        var passages = passage.Reading.Passages;
        for (var i = passage.Index; i >= 0 && passage.Index - i <= LongestGroup; i--)
        {
            foreach (
                var above in passages[i]
                    .Named(EntityType.Person)
                    .Where(m => m.Rule == RosterNames.Rule && m.Span.Start <= person.Span.Start)
                    .Reverse()
            )
            {
                yield return above;
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
            sink.AddPost(
                person.Entity!,
                body,
                title,
                person.Span.Union(new(words.Start, words.Start + title.Length)),
                RuleName,
                Confidence
            );
        }
    }

    private static Entity? Place(Paper paper, char level) =>
        paper.Mentions.Find(m => m is { Type: EntityType.Place, Entity: not null } && m.Name[^1] == level)?.Entity;
}
