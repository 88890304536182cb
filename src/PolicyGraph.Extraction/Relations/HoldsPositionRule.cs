using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>甲部副部长王某, 甲局局长、乙会会长李某: posts before a name, with the body where they are held.</summary>
internal sealed class HoldsPositionRule : IRelationRule
{
    /// <summary>How several are addressed together; no posts.</summary>
    private static readonly string[] Addresses = ["领导", "嘉宾", "代表", "专家"];

    public void Read(Passage passage, RelationSink sink)
    {
        if (!passage.Names(EntityType.Person))
        {
            return;
        }

        foreach (var group in passage.Lists(Kinds.Person))
        {
            Listed(passage, group, sink);
        }
    }

    /// <summary>Posts before a name; names listed bare after it (副省长王某、李某) share them.</summary>
    private static void Listed(Passage passage, Group persons, RelationSink sink)
    {
        OfReport(passage, persons.Members[0], sink);
        IReadOnlyList<Post> posts = [];
        for (var i = 0; i < persons.Members.Count; i++)
        {
            var person = persons.Members[i];
            var isBare = person.Span == person.Head.Span && !Titles.OfGuests.At(passage.Text, person.Span.End).Found;
            posts =
                person.Posts.Count > 0
                || !isBare
                || i > 0 && (passage.EndsBefore(person.Span.Start, "，") || passage.EndsBefore(person.Span.Start, "与"))
                    ? person.Posts
                    : posts;
            foreach (var post in posts.Where(p => !p.IsOfUnit && !passage.EndsBefore(p.Title.End, Addresses)))
            {
                AddPost(passage, sink, person.Head, post, person.Posts.Count > 0 ? 0.95 : 0.8);
            }
        }
    }

    /// <summary>省长王某 on a report's own line or where it is given: the office is at the place whose report it is.</summary>
    private static void OfReport(Passage passage, Phrase person, RelationSink sink)
    {
        var title = passage.Between(person.Span.Start, person.Head.Span.Start);
        if (person.Posts.Count == 0 && passage.Reading.Offices.Reported(title) is { } place)
        {
            sink.AddPost(person.Entity!, place, title.ToString(), person.Span, "position.of-report", 0.9);
        }
    }

    /// <summary>甲市委副书记、市长王某: the post at the committee and the office at the city are two rows.</summary>
    private static void AddPost(Passage passage, RelationSink sink, Mention person, Post post, double confidence)
    {
        var evidence = post.Span.Union(person.Span);
        var kept = new List<string>();
        foreach (var title in post.Title.Of(passage.Text).Split('、', '兼'))
        {
            if (
                PlaceOffices.Level(title) is { } level
                && passage.Reading.Offices.Of(post.Body.Entity!, level) is { } place
                && place != post.Body.Entity
            )
            {
                sink.AddPost(person.Entity!, place, title, evidence, "position.office", confidence);
            }
            else
            {
                kept.Add(title);
            }
        }

        if (kept.Count > 0)
        {
            sink.AddPost(person.Entity!, post.Body.Entity!, string.Join('、', kept), evidence, "position.before", confidence);
        }
    }
}
