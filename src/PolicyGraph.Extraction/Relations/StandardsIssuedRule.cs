using PolicyGraph.Extraction.Mentions;
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
        foreach (var trigger in passage.Of(Cue.Publish))
        {
            var said = passage.Between(trigger.Span.End, Math.Min(passage.Span.End, trigger.Span.End + WordReach));
            var numbered = passage.Named(EntityType.Standard).ToList();
            if (said.IndexOf("标准") < 0 && numbered.Count == 0 || passage.Actor(trigger.Span.Start, Kinds.Actor) is not { } issuers)
            {
                continue;
            }

            Add(issuers, numbered.Count == 0 ? Listed(passage) : Numbered(passage, trigger, numbered), sink);
        }
    }

    /// <summary>发布35项国家标准，标准号分别为甲和乙: what the sentence itself numbers.</summary>
    private static IEnumerable<Linking.Entity> Numbered(Passage passage, Trigger trigger, List<Mention> standards) =>
        standards.Where(m => m.Span.Start > trigger.Span.End && passage.Between(trigger.Span.End, m.Span.Start) is var gap && (gap.IndexOf("标准号") >= 0 || gap.IndexOf("编号") >= 0)).Select(m => m.Entity!);

    private static void Add(Group issuers, IEnumerable<Linking.Entity> standards, RelationSink sink)
    {
        foreach (var standard in standards)
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
