using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// The signers of an official paper issued it, and what it promulgates or passes on, as did the author of that: one row for each signer and
/// policy, with day and number of signers.
/// </summary>
internal sealed class OwnPaper : IStage
{
    public const string Rule = "issued.own-paper";

    private const int LongestEvidence = 150;

    private static readonly string[] Rules = ["规定", "办法", "细则", "规则", "规程"];

    public void Run(Paper paper)
    {
        if (paper.Official is { } head)
        {
            var signers = AddRows(paper, head);
            paper.Head = paper.Head with
            {
                Publisher = paper.Head.Publisher ?? (signers.Count > 0 ? string.Join('、', signers.Select(s => s.Entity.Name)) : null),
            };
        }

        foreach (var reprint in paper.Reprints)
        {
            AddRows(paper, reprint);
        }
    }

    private static List<Signer> AddRows(Paper paper, OfficialHead head)
    {
        var signers = Signers(paper, head.Issuers);
        if (signers.Count == 0)
        {
            AddNumbered(paper, head, signers);
        }

        if (signers.Count == 0)
        {
            AddNamesake(paper, head, signers);
        }

        if (signers.Count == 0)
        {
            signers = LeadSigners.Of(paper, head).ConvertAll(m => new Signer(m.Entity!, m.Span));
        }

        foreach (var policy in head.Policies)
        {
            if (EntityOf(paper, policy) is { } entity)
            {
                AddRows(paper, head, policy, entity, signers, head.Issued);
                if (policy.Author is { } author)
                {
                    AddRows(paper, head, policy, entity, Signers(paper, [author]), null);
                }
            }
        }

        return signers;
    }

    /// <summary>国发〔1991〕12号 without a signature: whose number it is, where the text names that body.</summary>
    private static void AddNumbered(Paper paper, OfficialHead head, List<Signer> signers)
    {
        if (
            head.DocumentNumber is { } number
            && NumberPrefixes.Issuer(number) is { } name
            && paper.Entities.Find(e => e.Type == EntityType.Agency && e.Name == name) is { } issuer
        )
        {
            signers.Add(new(issuer, issuer.Mentions[0].Span));
        }
    }

    /// <summary>甲部成果管理办法 without a signature: rules that begin with an agency's name are its own.</summary>
    private static void AddNamesake(Paper paper, OfficialHead head, List<Signer> signers)
    {
        if (
            TitleKinds.Of(head.Title.Of(paper.Text)).Word?.EndsWithAny(Rules) == true
            && paper.Mentions.Find(m => m.Type == EntityType.Agency && m.Span.Start == head.Title.Start) is { Entity: { } agency } first
        )
        {
            signers.Add(new(agency, first.Span));
        }
    }

    /// <summary>The bodies named in the run that names most of them; of two that name equally many, the surer one.</summary>
    private static List<Signer> Signers(Paper paper, List<TextSpan> spans)
    {
        List<Signer> best = [];
        foreach (var span in spans)
        {
            var found = NamedIn(paper, span);
            if (found.Count > best.Count)
            {
                best = found;
            }
        }

        return best;
    }

    private static List<Signer> NamedIn(Paper paper, TextSpan span)
    {
        var mentions = paper
            .Mentions.Where(m => m.Entity is not null && m.Type is EntityType.Agency or EntityType.Organization && span.Contains(m.Span))
            .ToList();
        List<Signer> signers = [];
        foreach (var mention in mentions.OrderBy(m => m.Span.Start))
        {
            if (
                mention.Entity is { } entity
                && !mentions.Exists(m => m.Span != mention.Span && m.Span.Contains(mention.Span))
                && !signers.Exists(s => s.Entity == entity)
            )
            {
                signers.Add(new(entity, mention.Span));
            }
        }

        // 甲总局乙省甲局 is one signer, not its parent and itself.
        signers.RemoveAll(s =>
            signers.Exists(o =>
                o.Span.Start == s.Span.End
                && o.Entity.Name.Length > s.Entity.Name.Length
                && o.Entity.Name.StartsWith(s.Entity.Name, StringComparison.Ordinal)
            )
        );
        return signers;
    }

    /// <summary>The one whose title fills most of the policy's own: a notice's title holds that of the plan which it passes on.</summary>
    private static Entity? EntityOf(Paper paper, OwnPolicy policy) =>
        paper.Entities.Where(e => e.Type is EntityType.Policy or EntityType.Publication).MaxBy(e => OwnLength(e, policy)) is { } own
        && OwnLength(own, policy) > 0
            ? own
            : paper.Entities.Find(e => e.Type is EntityType.Policy or EntityType.Publication && e.Name == policy.Name);

    private static int OwnLength(Entity entity, OwnPolicy policy) =>
        entity
            .Mentions.Where(m => m.Rule == OwnTitles.Rule && policy.Spans.Any(s => s.Contains(m.Span)))
            .Select(m => m.Span.Length)
            .DefaultIfEmpty()
            .Max();

    private static void AddRows(Paper paper, OfficialHead head, OwnPolicy policy, Entity entity, List<Signer> issuers, string? day)
    {
        foreach (var issuer in issuers)
        {
            var row = paper.Relations.Find(r => r.Type == RelationType.Issued && r.From == issuer.Entity && r.To == entity);
            if (row is null)
            {
                row = new()
                {
                    Type = RelationType.Issued,
                    From = issuer.Entity,
                    To = entity,
                    Evidence = Evidence(policy, head, issuer),
                    Rule = Rule,
                    Confidence = 0.97,
                };
                paper.Relations.Add(row);
            }

            if (day is not null)
            {
                row.Props["date"] = day;
            }

            if (issuers.Count > 1)
            {
                row.Props["joint"] = true;
                row.Props["issuers"] = issuers.Count;
            }
        }
    }

    /// <summary>
    /// The shortest run from a naming of the issuer to a title of the policy where it fits, else the run that names the issuers.
    /// </summary>
    private static TextSpan Evidence(OwnPolicy policy, OfficialHead head, Signer issuer)
    {
        var best = head.Issuers.Find(s => s.Contains(issuer.Span)) is { Length: > 0 and <= LongestEvidence } run ? run : issuer.Span;
        var shortest = LongestEvidence + 1;
        foreach (var title in policy.Spans)
        {
            foreach (var naming in issuer.Entity.Mentions.Where(m => m.Span == issuer.Span || head.Issuers.Exists(s => s.Contains(m.Span))))
            {
                if (title.Union(naming.Span) is var both && both.Length < shortest)
                {
                    (best, shortest) = (both, both.Length);
                }
            }
        }

        return best;
    }

    private readonly record struct Signer(Entity Entity, TextSpan Span);
}
