using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// 甲公司董事长王某与乙学院院长李某签约: who signs, signs for the body of the post, which the sentence says or one before it.
/// </summary>
internal static class Signatories
{
    private const int Reach = 40;

    /// <summary>王某一行来访，与董事长李某签约: how far before his partner the first may stand.</summary>
    private const int FarReach = 30;

    private const int PostReach = 12;

    private const string Rule = "cooperates.signers";

    /// <returns>False where no two signers of two bodies stand before the verb.</returns>
    public static bool Read(Passage passage, Trigger trigger, RelationSink sink)
    {
        var signers = passage.Actor(trigger.Span.Start, Kinds.Person, Reach);
        var first =
            signers is { Members.Count: 1 } && passage.EndsBefore(signers.Span.Start, "与")
                ? passage.Before(signers.Span.Start - 1, Kinds.Person, FarReach, commas: 1)
                : null;
        if (
            signers is null
            || first is null
                && signers.SecondSide != 1
                && !AreTwo(passage, signers, trigger)
                && passage.Between(signers.Span.End, trigger.Span.Start).IndexOf("代表") < 0
        )
        {
            return false;
        }

        var parties = (first?.Members ?? [])
            .Concat(signers.Members)
            .Select(m => Post(passage, m))
            .OfType<Phrase>()
            .Select(m => new Party(Body(passage, m), m.Span))
            .Where(p => p.Body is not null && Kinds.Body.Has(p.Body.Type))
            .DistinctBy(p => p.Body)
            .ToList();
        for (var i = 0; i < parties.Count; i++)
        {
            foreach (var other in parties.Skip(i + 1))
            {
                sink.Add(
                    RelationType.CooperatesWith,
                    parties[i].Body!,
                    other.Body!,
                    parties[i].Signer.Union(other.Signer).Union(signers.Span).Union(trigger.Span),
                    other.Signer,
                    Rule,
                    0.6
                );
            }
        }

        return parties.Count > 1;
    }

    /// <summary>甲校校长王某和乙市市长李某签订: two, each with a post, right before the verb.</summary>
    private static bool AreTwo(Passage passage, Group signers, Trigger trigger) =>
        signers is { Members: [{ Posts.Count: > 0 }, { Posts.Count: > 0 }] } && signers.Span.End == trigger.Span.Start;

    /// <summary>
    /// The signer with his post: as it stands beside the name, else as a sentence before gave it (会长李某出席。…李某与王某签约); null
    /// where none did.
    /// </summary>
    private static Phrase? Post(Passage passage, Phrase signer)
    {
        var passages = passage.Reading.Passages;
        for (
            var i = passage.Index;
            i >= 0 && passage.Index - i <= PostReach && passages[i].Sentence.Article == passage.Sentence.Article;
            i--
        )
        {
            var known =
                i == passage.Index
                    ? signer
                    : passages[i]
                        .Lists(Kinds.Person)
                        .SelectMany(g => g.Members)
                        .FirstOrDefault(m => m.Entity == signer.Entity && m.Posts.Count > 0);
            if (known is { Posts.Count: > 0 })
            {
                return known;
            }
        }

        return null;
    }

    /// <summary>Whom the post makes one sign for: 甲区副区长王某 for 甲区人民政府, where the paper names it.</summary>
    private static Entity? Body(Passage passage, Phrase signer)
    {
        var body = signer.Posts[^1].Body?.Entity;
        return body?.Type == EntityType.Place ? passage.Reading.Body(body.Name + "人民政府") ?? body : body;
    }

    private readonly record struct Party(Entity? Body, TextSpan Signer);
}
