using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// 甲部办公厅, 甲会办公室, 甲公司乙分公司, 甲区乙园: a name that begins with the name of what it is a part of; and what says so: 隶属于,
/// 下设, 是乙区的核心区, 是乙集团的子公司, 由丙片区组成, 涵盖丁区.
/// </summary>
internal sealed class PartOfRule : IRelationRule
{
    private const int SubjectReach = 30;

    private const int UnitReach = 30;

    private const int PartReach = 4;

    /// <summary>How far before the verb the zone or the word for it may stand (甲试验区规划范围约90平方公里，涵盖).</summary>
    private const int WholeReach = 24;

    private static readonly string[] Units =
    [
        "的分园",
        "的核心区",
        "的核心园区",
        "的核心片区",
        "的组成部分",
        "的重要组成部分",
        "的拓展区",
        "的起步区",
        "的启动区",
        "的专业园区",
        "的园中园",
        "的一个片区",
    ];

    private static readonly string[] Firms =
    [
        "的子公司",
        "的全资子公司",
        "全资子公司",
        "控股子公司",
        "的控股子公司",
        "的下属",
        "的成员单位",
        "的成员企业",
        "的附属",
        "的分支机构",
        "的二级单位",
        "的直属",
        "的所属",
        "的内设机构",
        "子公司",
        "的区域总部",
        "的研发中心",
    ];

    private static readonly string[] Independent = ["基金", "银行", "出版社", "奖", "报", "报社", "杂志社"];

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var unit in passage.Mentions)
        {
            ByName(passage, unit, sink);
        }

        foreach (var unit in passage.Inner)
        {
            ByName(passage, unit, sink);
        }

        foreach (var unit in passage.Named(EntityType.Event))
        {
            if (passage.Reading.EventThatBegins(unit) is { } whole)
            {
                sink.Add(RelationType.PartOf, unit.Entity!, whole, unit.Span, unit.Span, "part.event-name", 0.85);
            }
        }

        foreach (var whole in passage.Named(EntityType.Zone))
        {
            Described(passage, whole, Kinds.Zone, Units, sink);
        }

        foreach (var whole in passage.Named(EntityType.Organization))
        {
            Described(passage, whole, Kinds.Organization, Firms, sink);
        }

        foreach (var whole in passage.Named(EntityType.Agency))
        {
            Described(passage, whole, Kinds.Organization, Firms, sink);
        }

        foreach (var parts in passage.Lists(Kinds.Zone))
        {
            Composed(passage, parts, sink);
        }

        foreach (var trigger in passage.Of(Cue.Belong))
        {
            Stated(passage, trigger, sink);
        }

        foreach (var trigger in passage.Of(Cue.Cover))
        {
            Covered(passage, trigger, sink);
        }
    }

    private static void ByName(Passage passage, Mention unit, RelationSink sink)
    {
        var parent = Parent(passage, unit);
        var whole = parent?.Entity ?? passage.Reading.BodyThatBegins(unit.Entity!);
        if (whole is not null && !IsOnlyNamedAfter(passage, unit) && !IsAssociation(unit.Entity!, whole))
        {
            sink.Add(
                RelationType.PartOf,
                unit.Entity!,
                whole,
                unit.Span,
                unit.Span,
                parent is null ? "part.official-name" : "part.name",
                parent is null ? 0.85 : 0.9
            );
        }
    }

    private static Mention? Parent(Passage passage, Mention unit)
    {
        Mention? longest = null;
        foreach (var part in passage.Within(unit))
        {
            longest =
                part.Span.Start == unit.Span.Start && Fits(unit.Type, part.Type) && part.Span.Length > (longest?.Span.Length ?? 0)
                    ? part
                    : longest;
        }

        return longest;
    }

    /// <summary>A fund or a bank that bears a government's name is no unit of it.</summary>
    private static bool IsOnlyNamedAfter(Passage passage, Mention unit) =>
        unit.Type == EntityType.Organization && passage.EndsBefore(unit.Span.End, Independent);

    /// <summary>甲软件行业协会, 乙数据中心联盟: words of its name that look like a member's do not make it one's unit.</summary>
    private static bool IsAssociation(Entity unit, Entity whole) =>
        unit.Type == EntityType.Organization
        && whole.Type == EntityType.Organization
        && unit.Name.StartsWith(whole.Name, StringComparison.Ordinal)
        && unit.Name[whole.Name.Length..] is "联盟" or "协会" or "学会" or "商会" or "行业协会" or "联合会" or "促进会" or "产业联盟";

    private static bool Fits(EntityType unit, EntityType parent) =>
        unit == parent && unit is EntityType.Agency or EntityType.Organization or EntityType.Zone or EntityType.Event
        || unit == EntityType.Organization && parent == EntityType.Agency;

    /// <summary>甲园是乙高新区的核心区: what a zone is within another.</summary>
    private static void Described(Passage passage, Mention whole, Kinds kind, string[] words, RelationSink sink)
    {
        var isLink =
            passage.EndsBefore(whole.Span.Start, "是")
            || passage.EndsBefore(whole.Span.Start, "为")
            || passage.EndsBefore(whole.Span.Start, "作为")
            || passage.EndsBefore(whole.Span.Start, "系");
        if (!isLink || !passage.Between(whole.Span.End, passage.Span.End).StartsWithAny(words))
        {
            return;
        }

        foreach (var unit in passage.Before(whole.Span.Start, kind, UnitReach, commas: 2)?.Members ?? [])
        {
            var evidence = unit.Span.Union(whole.Span);
            sink.Add(RelationType.PartOf, unit.Entity, whole.Entity!, evidence, evidence, "part.described", 0.85);
        }
    }

    /// <summary>甲自贸区由乙片区、丙片区组成.</summary>
    private static void Composed(Passage passage, Group parts, RelationSink sink)
    {
        var rest = passage.Between(parts.Span.End, passage.Span.End);
        var isComposed =
            passage.EndsBefore(parts.Span.Start, "由")
            && (rest.StartsWith("组成") || rest.StartsWith("构成") || rest.StartsWith("共同组成"));
        var whole = isComposed
            ? passage.Before(parts.Span.Start - 1, Kinds.Zone, WholeReach, passed: Kinds.None)?.Members[^1].Entity
                ?? Employers.ZoneMeant(passage, parts.Span.Start - 1, WholeReach)
            : null;
        foreach (var part in whole is null ? [] : parts.Members.Where(p => p.Type == EntityType.Zone))
        {
            sink.Add(RelationType.PartOf, part.Entity, whole!, parts.Span, part.Span, "part.covered", 0.8);
        }
    }

    /// <summary>甲自贸区涵盖乙、丙等保税区; 试验区范围包括乙、丙: the zones of which a zone is made up.</summary>
    private static void Covered(Passage passage, Trigger trigger, RelationSink sink)
    {
        var parts = passage.After(trigger.Span.End, Kinds.Zone, PartReach);
        var whole = parts is null
            ? null
            : passage.Before(trigger.Span.Start, Kinds.Zone, WholeReach, passed: Kinds.None)?.Members[^1].Entity
                ?? Employers.ZoneMeant(passage, trigger.Span.Start, WholeReach);
        foreach (var part in whole is null ? [] : parts!.Members.Where(p => p.Type == EntityType.Zone))
        {
            sink.Add(RelationType.PartOf, part.Entity, whole!, trigger.Span.Union(part.Span), part.Span, "part.covered", 0.8);
        }
    }

    private static void Stated(Passage passage, Trigger trigger, RelationSink sink)
    {
        var left = passage.Before(trigger.Span.Start, Kinds.Body, 4);
        left =
            left is null || left.IsOf(Kinds.Place)
                ? passage.Before(trigger.Span.Start, Kinds.Zone | Kinds.Actor, SubjectReach, commas: 1, passed: Kinds.Place)
                : left;
        var right = passage.After(trigger.Span.End, Kinds.Body, 4);
        if (left is null || right is null || passage.Between(trigger.Span.End, right.Span.Start).Contains('、'))
        {
            return;
        }

        var isParentFirst =
            !passage.Between(trigger.Span.End, passage.Span.End).StartsWith("于")
            && trigger.Span.Of(passage.Text) is ("下属" or "下设" or "旗下" or "所属" or "直属");
        var (units, parent) = isParentFirst ? (right, left.Members[^1]) : (left, right.Members[0]);

        // 甲公司、乙集团旗下丙公司、丁公司: the list goes on behind 丙.
        var own =
            isParentFirst && left.Members.Count > 1 ? units.Members.Take(1)
            : isParentFirst && units.SecondSide > 0 ? units.Members.Take(units.SecondSide)
            : units.Members;
        foreach (var unit in own.Where(u => Fits(u.Type, parent.Type)))
        {
            sink.Add(
                RelationType.PartOf,
                unit.Entity,
                parent.Entity,
                left.Span.Union(right.Span),
                unit.Span.Union(trigger.Span),
                "part.stated",
                0.85
            );
        }
    }
}
