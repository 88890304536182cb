using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Statistics.Reporters;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// For whom a person speaks who is quoted at an event: a firm's head for the firm, a mayor for the city, a minister for the country.
/// </summary>
internal sealed class Speakers(Paper paper, MentionWindow window)
{
    private const int Reach = 30;
    private static readonly string[] Occasion = ["此次", "本次", "本届", "现场", "会上", "这次"];
    private readonly Dictionary<Entity, Entity?> _bodies = [];
    private readonly Dictionary<Entity, HashSet<Entity>> _hosts = [];
    private ILookup<Entity, Entity>? _posts;

    /// <summary>
    /// The body or place that the speaker of a clause stands for; null where nobody speaks there, or nothing is known of who does.
    /// </summary>
    public Entity? In(TextSpan clause)
    {
        foreach (var mention in window.Within(clause))
        {
            if (
                mention is { Type: EntityType.Person, Entity: { } person }
                && SourceWords.Speaks(paper.Text.AsSpan(mention.Span.End, Math.Min(Reach, paper.Text.Length - mention.Span.End)))
            )
            {
                return BodyOf(person);
            }
        }

        return null;
    }

    /// <summary>True where a clause tells of the event itself, whoever says it: 此次签约12个项目.</summary>
    public bool IsOfOccasion(TextSpan clause)
    {
        foreach (var word in Occasion)
        {
            if (paper.Text.AsSpan(clause.Start, clause.Length).Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the body or the government of the place holds the event: what its people tell is about that.</summary>
    public bool Organizes(Entity host, Entity happening)
    {
        if (!_hosts.TryGetValue(happening, out var hosts))
        {
            hosts =
            [
                .. paper.Relations.Where(r => r.Type == RelationType.Organized && ReferenceEquals(r.To, happening)).Select(r => r.From),
            ];
            hosts.UnionWith(
                hosts.Where(h => h.Type == EntityType.Agency).Select(h => TitlePlaces.Named(paper, h.Name)).OfType<Entity>().ToList()
            );
            _hosts.Add(happening, hosts);
        }

        return hosts.Contains(host);
    }

    // Few of those who hold posts are quoted.
    private Entity? BodyOf(Entity person)
    {
        if (!_bodies.TryGetValue(person, out var body))
        {
            body = Posts[person].Select(Meant).FirstOrDefault(static meant => meant is not null);
            _bodies.Add(person, body);
        }

        return body;
    }

    private ILookup<Entity, Entity> Posts =>
        _posts ??= paper.Relations.Where(static r => r.Type == RelationType.HoldsPosition).ToLookup(static r => r.From, static r => r.To);

    /// <summary>An agency speaks for its place; a body that is no firm for nobody but the event.</summary>
    private Entity? Meant(Entity body) =>
        body.Type switch
        {
            EntityType.Place or EntityType.Zone => body,
            EntityType.Organization
                when body.Name.EndsWith("公司", StringComparison.Ordinal) || body.Name.EndsWith("集团", StringComparison.Ordinal) => body,
            EntityType.Agency => TitlePlaces.Named(paper, body.Name)
                ?? (
                    body.Props.TryGetValue("level", out var level) && string.Equals(level.Text, "national", StringComparison.Ordinal)
                        ? TitlePlaces.Country(paper)
                        : null
                ),
            _ => null,
        };
}
