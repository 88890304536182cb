using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>甲局、乙委批准发布一批国家标准: the standards that the article then lists were issued by those.</summary>
internal sealed class StandardsIssuedRule : IRelationRule
{
    private const int WordReach = 36;

    private const int LongestHead = 6;

    /// <summary>How many sentences a list of standards may fill.</summary>
    private const int LongestListing = 200;

    public void Read(Passage passage, RelationSink sink)
    {
        if (passage.Mentions.Any(m => m.Type == EntityType.Standard))
        {
            return;
        }

        foreach (var trigger in passage.Of(Cue.Publish))
        {
            var said = passage.Between(trigger.Span.End, Math.Min(passage.Span.End, trigger.Span.End + WordReach));
            if (said.IndexOf("标准") >= 0 && passage.Actor(trigger.Span.Start, Kinds.Actor) is { } issuers)
            {
                Add(passage, issuers, sink);
            }
        }
    }

    private static void Add(Passage passage, Group issuers, RelationSink sink)
    {
        foreach (var standard in Listed(passage))
        {
            foreach (var issuer in issuers.Members)
            {
                var relation = sink.Add(RelationType.Issued, issuer.Entity, standard, issuers.Span, issuers.Span, "issued.standards", 0.75);
                if (issuers.Members.Count > 1 && relation is not null)
                {
                    relation.Props.TryAdd("joint", true);
                    relation.Props.TryAdd("issuers", issuers.Members.Count);
                }
            }
        }
    }

    /// <summary>The standards at the head of a line in the rest of the article.</summary>
    private static IEnumerable<Linking.Entity> Listed(Passage passage)
    {
        var passages = passage.Reading.Passages;
        for (var i = passage.Index + 1; i < passages.Count && i - passage.Index <= LongestListing && passages[i].Sentence.Article == passage.Sentence.Article; i++)
        {
            if (passages[i].Mentions.Count > 0 && passages[i].Mentions[0] is { Type: EntityType.Standard } first && first.Span.Start - passages[i].Span.Start <= LongestHead)
            {
                yield return first.Entity!;
            }
        }
    }
}
