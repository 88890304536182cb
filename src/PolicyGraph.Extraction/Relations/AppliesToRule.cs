using System.Buffers;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>The place or zone in a policy's title, and what 适用于 names, is where the policy holds.</summary>
internal sealed class AppliesToRule : IRelationRule
{
    private const int Reach = 12;

    private const int LongestSite = 14;

    /// <summary>How many sentences before its provisions a reply may be named.</summary>
    private const int ReplyReach = 4;

    private const string Consent = "同意";

    /// <summary>同意以甲开发区为基础设立, 在乙高新区内设立: what another zone comes out of.</summary>
    private static readonly string[] Bases = ["以", "在"];

    private static readonly string[] Replies = ["批复", "复函", "的函", "答复"];

    private static readonly string[] Territories = ["境内", "领域内", "领土内", "领域", "管辖"];

    private static readonly SearchValues<string> Holding = SearchValues.Create(
        ["适用本", "遵守本", "依照本", "按照本"],
        StringComparison.Ordinal
    );

    private static readonly string[] Making = ["制定本", "制订本"];

    /// <summary>适用于经国务院批准设立的…: who does something to what it applies to.</summary>
    private static readonly string[] Doing = ["经", "由", "被", "为", "与", "向", "纳入", "列入"];

    /// <summary>支持甲地区发展, 建设乙新区: what is named, known or not, is where it holds.</summary>
    private static readonly SearchValues<string> Regions = SearchValues.Create(
        ["地区", "新区", "片区", "开发区", "示范区", "试验区", "园区", "高新区"],
        StringComparison.Ordinal
    );

    private static readonly string[] GovernmentEnds = ["人民政府办公厅", "人民政府办公室", "人民政府"];

    private static readonly string[] Answers = ["批复", "复函", "答复", "的函", "决定", "名单的通知", "请示"];

    private static readonly string[] Sites =
    [
        "工业园",
        "产业园",
        "科技园",
        "产业基地",
        "工业区",
        "开发区",
        "高新区",
        "试验区",
        "示范区",
        "合作区",
        "保税区",
        "新城",
    ];

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var title in passage.Named(EntityType.Policy))
        {
            foreach (
                var area in passage.EndsBefore(title.Span.End, "请示") || passage.EndsBefore(title.Span.End, "请示》")
                    ? []
                    : Areas(passage, title)
            )
            {
                sink.Add(RelationType.AppliesTo, title.Entity!, area.Entity!, title.Span, title.Span, "applies.title", 0.85);
            }

            foreach (var body in passage.Within(title))
            {
                if (body.Type == EntityType.Organization && (IsGoverned(passage, title, body) || IsAddressee(passage, body)))
                {
                    sink.Add(RelationType.AppliesTo, title.Entity!, body.Entity!, title.Span, title.Span, "applies.governed", 0.85);
                }
            }
        }

        Nation(passage, sink);
        Territory(passage, sink);
        if (passage.Reading.Paper.Official is { } official)
        {
            Governed(passage, official, sink);
        }

        Granted(passage, sink);
        foreach (var trigger in passage.Of(Cue.Apply))
        {
            Stated(passage, trigger, sink);
        }
    }

    /// <summary>
    /// 同意设立甲高新区, 同意将乙工业区认定为…: the zones that a reply founds, names or widens, under its title or behind it.
    /// </summary>
    private static void Granted(Passage passage, RelationSink sink)
    {
        var consent = passage.Names(EntityType.Zone) ? passage.Between(passage.Span.Start, passage.Span.End).IndexOf(Consent) : -1;
        var reply =
            consent < 0
                ? null
                : passage.Reading.Headings.Above(passage)
                    ?? passage.Reading.Before(passage, passage.Span.Start, EntityType.Policy, ReplyReach)?.Entity;
        if (reply is null || !reply.Name.EndsWithAny(Replies))
        {
            return;
        }

        foreach (
            var zone in passage
                .Lists(Kinds.Zone)
                .Where(g => g.Span.Start >= passage.Span.Start + consent && !passage.EndsBefore(g.Span.Start, Bases))
                .SelectMany(g => g.Members)
                .Where(m => m.Type == EntityType.Zone)
        )
        {
            var evidence = new TextSpan(passage.Span.Start + consent, zone.Span.End);
            sink.Add(RelationType.AppliesTo, reply, zone.Entity, evidence, zone.Span, "applies.granted", 0.8);
        }
    }

    /// <summary>甲市人民政府关于控制尘污染的通告: what a government lays down, and no place is named for, holds where it governs.</summary>
    private static void Governed(Passage passage, OfficialHead official, RelationSink sink)
    {
        var paper = passage.Reading.Paper;
        var title = passage.Named(EntityType.Policy).FirstOrDefault(m => m.Rule == OwnTitles.Rule && official.Title.Contains(m.Span));
        if (
            title is null
            || passage.EndsBefore(title.Span.End, Answers)
            || passage.Between(title.Span.Start, title.Span.End).ContainsAny(Regions)
            || Areas(passage, title).Any()
        )
        {
            return;
        }

        var issuers = paper.Relations.FindAll(r => r.Type == RelationType.Issued && r.To == title.Entity);
        var governed = issuers is [var only]
            ? GovernmentEnds
                .Select(end => only.From.Name.EndsWith(end, StringComparison.Ordinal) ? only.From.Name[..^end.Length] : null)
                .FirstOrDefault(name => name is not null)
            : null;
        if (governed is not null && paper.Entities.Find(e => e.Type == EntityType.Place && e.Name == governed) is { } place)
        {
            sink.Add(RelationType.AppliesTo, title.Entity!, place, title.Span, title.Span, "applies.governed-place", 0.8);
        }
    }

    /// <summary>甲交易所管理规定, 乙学会章程: rules that begin with the name of the body that they govern.</summary>
    private static bool IsGoverned(Passage passage, Mention title, Mention body)
    {
        var rest = passage.Between(body.Span.End, title.Span.End).TrimEnd('》');
        return body.Span.Start - title.Span.Start <= 1
            && (
                rest.StartsWith("管理")
                || rest.StartsWith("监督管理")
                || rest.StartsWith("组织")
                || rest.StartsWith("章程")
                || rest.StartsWith("条例")
            )
            && (rest.EndsWith("规定") || rest.EndsWith("办法") || rest.EndsWith("条例") || rest.EndsWith("章程") || rest.EndsWith("规则"));
    }

    /// <summary>关于甲公司某项目的批复, sent to 甲公司：the body that the paper decides on.</summary>
    private static bool IsAddressee(Passage passage, Mention body) =>
        passage.Reading.Paper.Official is { Addressees: { } addressees } head
        && head.Title.Contains(body.Span)
        && passage.Text.AsSpan(addressees.Start, addressees.Length).SequenceEqual(passage.Between(body.Span.Start, body.Span.End));

    /// <summary>
    /// The outermost places and zones in the title that are not part of an issuer's name; of two side by side (甲市乙区) the inner.
    /// </summary>
    internal static IEnumerable<Mention> Areas(Passage passage, Mention title)
    {
        var inside = passage.Within(title).ToList();
        return inside.Where(m =>
            m.Type is EntityType.Place or EntityType.Zone
            && (m.Entity!.Name != "中国" || passage.EndsBefore(m.Span.End, "我国"))
            && !IsPilot(passage, title, m)
            && !IsSiteName(passage, title, m)
            && !inside.Exists(o =>
                o.Type is EntityType.Place && o.Span.Start == m.Span.End && passage.Text[o.Span.End - 1] is '区' or '县' or '市' or '旗'
            )
            && !inside.Exists(o => o != m && o.Type != EntityType.Event && o.Span.Contains(m.Span) && o.Entity != m.Entity)
        );
    }

    /// <summary>甲汽车工业园, 甲（乙）稀土基地: the place begins the name of a zone that is not known, and the paper is for that.</summary>
    private static bool IsSiteName(Passage passage, Mention title, Mention area)
    {
        var rest = passage.Between(area.Span.End, Math.Min(title.Span.End, area.Span.End + LongestSite));
        rest = rest.StartsWith("（") || rest.StartsWith("）") ? rest[1..] : rest;
        foreach (var site in Sites)
        {
            if (
                area.Type == EntityType.Place
                && rest.IndexOf(site) is var at
                && at > 0
                && !rest[..at].ContainsAny("关于的和与及、市省区县加快支持推进促建发打")
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>甲片区离岸贸易试点: the zone with which the name of a pilot begins tries it out.</summary>
    private static bool IsPilot(Passage passage, Mention title, Mention area) =>
        area.Span.Start == title.Span.Start && passage.EndsBefore(title.Span.End, "试点");

    /// <summary>全面推进我国X发展，制定本办法: the sentence on what the paper is for says whose affairs it orders.</summary>
    private static void Nation(Passage passage, RelationSink sink)
    {
        Mention? nation = null;
        foreach (var place in passage.Named(EntityType.Place))
        {
            nation =
                place.Entity!.Name == "中国"
                && place.Span.Of(passage.Text) is "我国" or "全国" or "国内"
                && passage.Between(place.Span.End, passage.Span.End).ContainsAny(Making)
                    ? place
                    : nation;
        }

        if (nation is null)
        {
            return;
        }

        var text = passage.Between(passage.Span.Start, passage.Span.End);
        var end = passage.Span.Start + Math.Max(text.LastIndexOf(Making[0]), text.LastIndexOf(Making[1])) + Making[0].Length;
        if (passage.Reading.Headings.Above(passage, end) is { } policy)
        {
            var evidence = new TextSpan(nation.Span.Start, end);
            sink.Add(RelationType.AppliesTo, policy, nation.Entity!, evidence, evidence, "applies.nation", 0.8);
        }
    }

    /// <summary>在中华人民共和国境内从事X，适用本法, 应当遵守本条例: the territory in which a law holds.</summary>
    private static void Territory(Passage passage, RelationSink sink)
    {
        foreach (var place in passage.Named(EntityType.Place))
        {
            var rest = passage.Between(place.Span.End, passage.Span.End);
            var holds = rest.StartsWithAny(Territories) ? rest.IndexOfAny(Holding) : -1;
            var kind = holds < 0 ? -1 : rest[holds..].IndexOf('本') + 1;
            if (kind > 0 && passage.Reading.Headings.Above(passage, place.Span.End + holds + kind) is { } policy)
            {
                var end = place.Span.End + holds + kind;
                sink.Add(
                    RelationType.AppliesTo,
                    policy,
                    place.Entity!,
                    new(place.Span.Start, end),
                    new(place.Span.Start, end),
                    "applies.territory",
                    0.8
                );
            }
        }
    }

    private static void Stated(Passage passage, Trigger trigger, RelationSink sink)
    {
        var areas = passage.After(trigger.Span.End, Kinds.Body, Reach);
        var policy = passage.Before(trigger.Span.Start, Kinds.Policy, Reach)?.Members[0].Entity ?? passage.Reading.Headings.Above(passage);
        if (areas is null || policy is null || passage.EndsBefore(areas.Span.Start, Doing))
        {
            return;
        }

        foreach (var area in areas.Members)
        {
            sink.Add(RelationType.AppliesTo, policy, area.Entity, trigger.Span.Union(area.Span), area.Span, "applies.stated", 0.9);
        }
    }
}
