using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// 国务院关于印发X的通知, 某总局公告2017年第24号: a title that begins with its issuers, and may forward a plan that they issue with it.
/// </summary>
internal sealed class IssuedInTitleRule : IRelationRule
{
    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var title in passage.Named(EntityType.Policy))
        {
            var about = passage
                .Between(title.Span.Start, title.Span.End)
                .IndexOf(title.Rule is CitedAnnouncements.Rule ? CitedAnnouncements.Word : "关于");
            if (about < 0)
            {
                continue;
            }

            var inside = passage.Within(title).ToList();
            var issuers = inside
                .Where(m =>
                    Kinds.Actor.Has(m.Type)
                    && m.Span.End <= title.Span.Start + about
                    && !inside.Exists(o => o != m && o.Span.Contains(m.Span))
                )
                .ToList();
            if (Covers(passage, title, issuers, title.Span.Start + about))
            {
                // 甲总局乙省甲局 is one issuer, not its parent and itself.
                issuers.RemoveAll(m =>
                    issuers.Exists(o =>
                        o.Span.Start == m.Span.End && o.Name.Length > m.Name.Length && o.Name.StartsWith(m.Name, StringComparison.Ordinal)
                    )
                );
                Add(passage, title, about, inside, issuers, sink);
            }
        }
    }

    private static void Add(Passage passage, Mention title, int about, List<Mention> inside, List<Mention> issuers, RelationSink sink)
    {
        foreach (var issuer in issuers)
        {
            var titled = sink.Add(RelationType.Issued, issuer.Entity!, title.Entity!, title.Span, title.Span, "issued.title", 0.95);
            Describe(titled, issuers.Count);
            foreach (
                var plan in inside.Where(m =>
                    m.Type == EntityType.Policy && m.Span.Start >= title.Span.Start + about && !IsPassedOn(passage, title, m)
                )
            )
            {
                var forwarded = sink.Add(
                    RelationType.Issued,
                    issuer.Entity!,
                    plan.Entity!,
                    title.Span,
                    plan.Span,
                    "issued.forwarded",
                    0.85
                );
                Describe(forwarded, issuers.Count);
            }
        }
    }

    private static void Describe(Relation? relation, int issuers)
    {
        if (relation is not null && issuers > 1)
        {
            relation.Props.TryAdd("joint", true);
            relation.Props.TryAdd("issuers", issuers);
        }
    }

    /// <summary>True where the issuers stand side by side from the title's start to 关于.</summary>
    private static bool Covers(Passage passage, Mention title, List<Mention> issuers, int about)
    {
        var at = title.Span.Start + (passage.Text[title.Span.Start] == '《' ? 1 : 0);
        foreach (var issuer in issuers)
        {
            if (issuer.Span.Start - at > 1)
            {
                return false;
            }

            at = Math.Max(at, issuer.Span.End);
        }

        return issuers.Count > 0 && about - at <= 6;
    }

    /// <summary>True where the plan is another's that the issuers only pass on or carry out: 转发, 贯彻落实.</summary>
    private static bool IsPassedOn(Passage passage, Mention title, Mention plan)
    {
        var before = passage.Between(title.Span.Start, plan.Span.Start);
        return !(before.EndsWith("印发") || before.EndsWith("发布") || before.EndsWith("公布") || before.EndsWith("颁布"));
    }
}
