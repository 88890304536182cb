using System.Buffers;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// 甲与乙、丙签署协议, 甲、乙共建: parties to an agreement. A 与 parts two sides, each of the one with each of the other; else each with
/// each.
/// </summary>
internal sealed partial class CooperatesWithRule : IRelationRule
{
    private const int Reach = 40;

    private const int FarReach = 60;

    /// <summary>How much may stand between the parties and what they do together; more where 等 and a kind close their list.</summary>
    private const int PlainGap = 10;

    private const int ListedGap = 24;

    private const int CeremonyReach = 8;

    private static readonly string[] Parting = ["与", "和", "同", "携手", "联手"];

    private static readonly string[] Continuing = ["、与", "，与", "；与", "、同", "，同", "；同"];

    private static readonly string[] Links = ["与", "和", "同", "联合", "携手", "联手"];

    /// <summary>支持甲、乙共建, 推动甲与乙合作: what is wanted.</summary>
    private static readonly string[] Wishes = ["支持", "推动", "鼓励", "促进", "推进", "引导", "希望", "建议", "加强", "深化"];

    private static readonly SearchValues<string> Signings = SearchValues.Create(["签约", "签字", "签署", "合作"], StringComparison.Ordinal);

    private static readonly string[] Hands = ["携手", "联手", "牵手"];

    public void Read(Passage passage, RelationSink sink)
    {
        Handed(passage, sink);
        Ceremonies(passage, sink);
        foreach (var trigger in passage.Of(Cue.Sign, Cue.Cooperate))
        {
            var parties = passage.Actor(trigger.Span.Start, Kinds.Body, Reach);
            if (trigger.Cue == Cue.Sign && Signatories.Read(passage, trigger, sink))
            {
                continue;
            }

            parties ??= Joint(passage, trigger);
            if (
                parties is null
                || IsPartner(passage, trigger)
                || IsTalkedOf(passage, parties, trigger)
                || IsWithOthers(passage, parties, trigger)
                || trigger.Cue == Cue.Cooperate && IsFar(passage, parties, trigger)
            )
            {
                continue;
            }

            if (Couples(passage, parties) is { Count: > 0 } couples)
            {
                Pair(couples.ConvertAll(c => c.Left), couples.ConvertAll(c => c.Right), trigger, sink);
                continue;
            }

            var (left, right) = Sides(passage, parties);
            if (left == right && left.Count == 1)
            {
                WithMeant(passage, parties, trigger, sink);
                continue;
            }

            if (left.Count == right.Count && left.Count > 1 && left != right && passage.EndsBefore(right[0].Span.Start - 1, "分别"))
            {
                Pair(left, right, trigger, sink);
                continue;
            }

            for (var i = 0; i < left.Count; i++)
            {
                foreach (var other in left == right ? left.Skip(i + 1) : right)
                {
                    var evidence = left[i].Span.Union(other.Span).Union(trigger.Span);
                    sink.Add(
                        RelationType.CooperatesWith,
                        left[i].Entity,
                        other.Entity,
                        evidence,
                        other.Span.Union(trigger.Span),
                        "cooperates.signed",
                        trigger.Cue == Cue.Sign ? 0.9 : 0.75
                    );
                }
            }
        }
    }

    /// <summary>甲、乙等产业合作伙伴: the partners of a third.</summary>
    private static bool IsPartner(Passage passage, Trigger trigger) =>
        trigger.Span.Length == 2 && passage.Between(trigger.Span.Start, trigger.Span.End + 2) is "合作伙伴";

    /// <summary>Too much stands between, and not only the field (甲与乙在海水利用等方面开展合作).</summary>
    private static bool IsFar(Passage passage, Group parties, Trigger trigger)
    {
        var gap = passage.Between(parties.Span.End, trigger.Span.Start);
        if (
            gap.IndexOf('，') is > PlainGap / 2 and var comma
            && passage.EndsBefore(parties.Span.End, "等")
            && !Fellowship.IsClass(gap[..comma])
        )
        {
            // 甲、乙等国际标准活动，携手: the list is an attribute of what is spoken of.
            return true;
        }

        return gap.Length > (passage.EndsBefore(parties.Span.End, "等") ? ListedGap : PlainGap)
            && !(
                (parties.SecondSide > 0 || passage.EndsBefore(parties.Span.Start, Parting))
                && gap.Length <= Reach
                && (gap.StartsWith("在") || gap.StartsWith("围绕"))
                && gap.IndexOf('，') < 0
            );
    }

    /// <summary>甲、乙分别与有关企业签署: each of them signs with another that has no name here, not with its fellows.</summary>
    private static bool IsWithOthers(Passage passage, Group parties, Trigger trigger)
    {
        var gap = passage.Between(parties.Span.End, trigger.Span.Start);
        var link = parties.SecondSide > 0 ? -1 : gap.IndexOfAny('与', '同');
        return link >= 0 && (link == 0 || gap[link - 1] is not ('参' or '共' or '协')) && !passage.EndsBefore(parties.Span.Start, Parting);
    }

    /// <summary>甲与乙、丙与丁分别签署: several couples side by side; none where the list is of one kind.</summary>
    private static List<(Phrase Left, Phrase Right)> Couples(Passage passage, Group parties)
    {
        var (members, couples) = (parties.Members, new List<(Phrase, Phrase)>());
        for (var i = 0; i + 1 < members.Count; i += 2)
        {
            var isCouple = passage.Between(members[i].Span.End, members[i + 1].Span.Start) is "与" or "和" or "同";
            if (
                !isCouple
                || i + 2 < members.Count && passage.Between(members[i + 1].Span.End, members[i + 2].Span.Start) is not ("、" or "，")
            )
            {
                return [];
            }

            couples.Add((members[i], members[i + 1]));
        }

        return couples.Count > 1 && members.Count % 2 == 0 ? couples : [];
    }

    /// <summary>甲与乙的合作: what two sides do together, as a noun.</summary>
    private static Group? Joint(Passage passage, Trigger trigger)
    {
        var last = trigger.Cue == Cue.Cooperate ? passage.LastGroupBefore(trigger.Span.Start) : -1;
        var gap = last < 0 ? [] : passage.Between(passage.Groups[last].Span.End, trigger.Span.Start);
        return
            last >= 0
            && passage.Groups[last] is { SecondSide: > 0 } group
            && group.IsOf(Kinds.Body)
            && gap is "的" or "之间的" or "开展" or "深化" or "的深度" or "的战略"
            ? passage.Groups[last]
            : null;
    }

    /// <summary>公司与乙大学共建…: the body that the article speaks of, with the one that is named.</summary>
    private static void WithMeant(Passage passage, Group parties, Trigger trigger, RelationSink sink)
    {
        var link = Array.Find(Links, word => passage.EndsBefore(parties.Span.Start, word));
        if (link is not null && Employers.Before(passage, parties.Span.Start - link.Length) is { } meant)
        {
            var evidence = parties.Span.Union(trigger.Span);
            sink.Add(RelationType.CooperatesWith, meant, parties.Members[0].Entity, evidence, evidence, "cooperates.meant", 0.75);
        }
    }

    /// <summary>甲、乙先就价格及合作进行协商, 甲、乙参加签约仪式: what is talked of, or seen signed by others.</summary>
    private static bool IsTalkedOf(Passage passage, Group parties, Trigger trigger) =>
        trigger.Cue == Cue.Cooperate && passage.EndsBefore(parties.Span.Start, Wishes)
        || trigger.Cue == Cue.Cooperate && passage.Between(parties.Span.End, trigger.Span.Start).IndexOfAny('就', '商', '谈') >= 0
        || trigger.Cue == Cue.Sign && passage.Of(Cue.Attend).Any(t => t.Span.Start >= parties.Span.End && t.Span.End <= trigger.Span.Start);

    /// <summary>甲携手乙，…: the link of the two sides says it by itself.</summary>
    private static void Handed(Passage passage, RelationSink sink)
    {
        foreach (var sides in passage.Lists(Kinds.Body))
        {
            var second = sides.SecondSide > 0 ? sides.Members[sides.SecondSide].Span.Start : 0;
            if (second > 0 && (passage.EndsBefore(second, Hands) || passage.EndsBefore(second, "联合") && AreFirms(passage, sides)))
            {
                foreach (var one in sides.Members.Take(sides.SecondSide))
                {
                    foreach (var other in sides.Members.Skip(sides.SecondSide))
                    {
                        sink.Add(
                            RelationType.CooperatesWith,
                            one.Entity,
                            other.Entity,
                            one.Span.Union(other.Span),
                            other.Span,
                            "cooperates.handed",
                            0.8
                        );
                    }
                }
            }
        }
    }

    /// <summary>
    /// 甲市政府与乙集团战略合作签约仪式: the parties by the name of the ceremony, else by who holds it (甲公司与乙大学举行签约仪式).
    /// </summary>
    private static void Ceremonies(Passage passage, RelationSink sink)
    {
        foreach (var trigger in passage.Of(Cue.Hold))
        {
            var ceremony = passage.After(trigger.Span.End, Kinds.Event, CeremonyReach);
            if (
                ceremony is not null
                && passage.Between(ceremony.Members[0].Span.Start, ceremony.Members[0].Span.End).ContainsAny(Signings)
                && passage.Actor(trigger.Span.Start, Kinds.Body, Reach) is { SecondSide: > 0 } parties
            )
            {
                Each(
                    parties.Members.Take(parties.SecondSide),
                    parties.Members.Skip(parties.SecondSide),
                    parties.Span.Union(trigger.Span),
                    sink
                );
            }
        }

        foreach (var ceremony in passage.Named(EntityType.Event))
        {
            if (passage.Between(ceremony.Span.Start, ceremony.Span.End).ContainsAny(Signings))
            {
                Before(passage, ceremony, sink);
                Named(passage, ceremony, sink);
            }
        }
    }

    /// <summary>甲公司与乙大学关于丙实验室签约仪式: the parties stand before what the name of the ceremony is about.</summary>
    private static void Before(Passage passage, Mention ceremony, RelationSink sink)
    {
        if (
            passage.EndsBefore(ceremony.Span.Start, "关于")
            && passage.Before(ceremony.Span.Start, Kinds.Body, CeremonyReach, passed: Kinds.None) is { SecondSide: > 0 } parties
            && passage.Between(parties.Span.End, ceremony.Span.Start) is "关于" or "就关于"
        )
        {
            Each(
                parties.Members.Take(parties.SecondSide),
                parties.Members.Skip(parties.SecondSide),
                parties.Span.Union(ceremony.Span),
                sink
            );
        }
    }

    private static void Named(Passage passage, Mention ceremony, RelationSink sink)
    {
        var inner = passage.Within(ceremony).Where(static m => Kinds.Body.Has(m.Type)).ToList();
        inner.RemoveAll(m =>
            inner.Exists(other => other.Span.Length > m.Span.Length && other.Span.Start <= m.Span.Start && other.Span.End >= m.Span.End)
        );
        for (var i = 0; i < inner.Count; i++)
        {
            if (Partner(passage, inner, inner[i]) is { } other && inner[i].Entity != other.Entity)
            {
                sink.Add(
                    RelationType.CooperatesWith,
                    inner[i].Entity!,
                    other.Entity!,
                    ceremony.Span,
                    ceremony.Span,
                    "cooperates.ceremony",
                    0.85
                );
            }
        }
    }

    /// <summary>
    /// 乙市丙区政府 of 甲局与乙市丙区政府…签约仪式; null where the link is another, or a name goes on that is not known (中国某某集团).
    /// </summary>
    private static Mention? Partner(Passage passage, List<Mention> inner, Mention party)
    {
        var partner = inner.Find(m => passage.Between(party.Span.End, m.Span.Start) is "与" or "和" or "—" or "–");
        for (var next = partner; next is not null; next = inner.Find(m => m.Span.Start == partner!.Span.End))
        {
            partner = next;
        }

        return
            partner is { Type: EntityType.Place }
            && (
                partner.Span.End == passage.Text.Length
                || passage.Text[partner.Span.End] is not ('战' or '合' or '签' or '项' or '共' or '框')
            )
            ? null
            : partner;
    }
}
