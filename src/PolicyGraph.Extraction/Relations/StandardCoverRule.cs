using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// The cover of a standard names who gives it out at its foot, on a line or several, with 发布 behind them: 某总局 某委员会 发布.
/// </summary>
internal sealed class StandardCoverRule : IRelationRule
{
    private const string Verb = "发布";

    /// <summary>How many lines a cover has between its number and its foot.</summary>
    private const int CoverLines = 8;

    /// <summary>How many lines the issuers fill around the verb.</summary>
    private const int FootLines = 2;

    public void Read(Passage passage, RelationSink sink)
    {
        if (!IsFoot(passage) || Above(passage) is not { } standard)
        {
            return;
        }

        var issuers = new List<Mention>();
        var passages = passage.Reading.Passages;
        for (var i = Math.Max(0, passage.Index - FootLines); i < passages.Count && i <= passage.Index + FootLines; i++)
        {
            if (passages[i].Span.Start > standard.Span.Start && (i == passage.Index || IsNames(passages[i])))
            {
                issuers.AddRange(passages[i].Named(EntityType.Agency));
                issuers.AddRange(passages[i].Named(EntityType.Organization));
            }
        }

        foreach (var issuer in issuers)
        {
            var evidence = standard.Span.Union(issuer.Span);
            var relation = sink.Add(RelationType.Issued, issuer.Entity!, standard.Entity!, evidence, evidence, "issued.cover", 0.9);
            if (relation is not null && issuers.Count > 1)
            {
                relation.Props.TryAdd("joint", true);
                relation.Props.TryAdd("issuers", issuers.Count);
            }
        }
    }

    /// <summary>A line of names that ends with 发布, or that has the word alone under it.</summary>
    private static bool IsFoot(Passage passage)
    {
        if (!passage.Sentence.IsHeading || passage.Names(EntityType.Standard))
        {
            return false;
        }

        var next = passage.Index + 1 < passage.Reading.Passages.Count ? passage.Reading.Passages[passage.Index + 1] : passage;
        return passage.EndsBefore(passage.Span.End, Verb) && Rest(passage) == Verb.Length
            || IsNames(passage) && next.Between(next.Span.Start, next.Span.End) is Verb;
    }

    /// <summary>A line that is nothing but names.</summary>
    private static bool IsNames(Passage passage) => passage.Sentence.IsHeading && passage.Names(EntityType.Agency) && Rest(passage) == 0;

    private static int Rest(Passage passage) => passage.Span.Length - passage.Mentions.Sum(m => m.Span.Length);

    /// <summary>The number that heads a line of the cover.</summary>
    private static Mention? Above(Passage passage)
    {
        for (var i = passage.Index - 1; i >= 0 && passage.Index - i <= CoverLines; i--)
        {
            var line = passage.Reading.Passages[i];
            if (
                line.Mentions.Count > 0
                && line.Mentions[0] is { Type: EntityType.Standard } standard
                && standard.Span.Start == line.Span.Start
                && line.Sentence.IsHeading
            )
            {
                return standard;
            }
        }

        return null;
    }
}
