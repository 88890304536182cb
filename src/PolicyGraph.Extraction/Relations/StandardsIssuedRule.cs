using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// 甲局批准《X》等12项国家标准，现予公布; 现批准《X》为国家标准，编号为N: the standards that the sentence names, and as many as it counts
/// of those that the article then lists, were issued by whom it says or, where it says nobody, by the paper's own issuers.
/// </summary>
internal sealed class StandardsIssuedRule : IRelationRule
{
    private const string Approval = "批准";

    private const int WordReach = 60;

    private const int LongestHead = 6;

    private const int ApprovedReach = 12;

    private static readonly string[] Joining = ["我局与", "我部与", "我局和", "我部和", "我委与", "我会与", "本局与", "本部与"];

    /// <summary>How many sentences a list of standards may fill.</summary>
    private const int LongestListing = 200;

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var trigger in passage.Of(Cue.Publish))
        {
            Topic(passage, trigger, sink);
            Approved(passage, trigger, sink);
            Read(passage, trigger.Span, sink);
        }

        var text = passage.Between(passage.Span.Start, passage.Span.End);
        var at = text.IndexOf(Approval);
        var approval = new TextSpan(passage.Span.Start + at, passage.Span.Start + at + Approval.Length);
        if (at >= 0 && text[at..].Contains("标准", StringComparison.Ordinal) && !passage.Triggers.Exists(t => t.Span.Overlaps(approval)))
        {
            Read(passage, approval, sink);
        }
    }

    /// <summary>
    /// 地方标准N由甲厅提出，乙局2031年10月18日发布，…: the one standard that the sentence begins with, and who gives it out on a day.
    /// </summary>
    private static void Topic(Passage passage, Trigger trigger, RelationSink sink)
    {
        var last = passage.LastGroupBefore(trigger.Span.Start);
        var first = passage.Groups.Find(g => g.IsOf(Kinds.Standard));
        var isDated =
            last > 0
            && passage.Groups[last].IsOf(Kinds.Agency)
            && Days.TryRead(passage.Between(passage.Groups[last].Span.End, trigger.Span.Start), out var length, out _)
            && length == trigger.Span.Start - passage.Groups[last].Span.End;
        if (
            isDated
            && first is not null
            && first.Span.End < passage.Groups[last].Span.Start
            && first.Members.All(m => m.Entity == first.Members[0].Entity)
            && passage.Between(trigger.Span.End, trigger.Span.End + 1) is "，" or "。" or "；"
        )
        {
            Add(
                [.. passage.Groups[last].Members.Select(m => (m.Entity, passage.Groups[last].Span))],
                [first.Members[0].Entity],
                trigger.Span,
                sink
            );
        }
    }

    /// <summary>《X》国家标准经甲总局批准发布: who approves a standard gives it out.</summary>
    private static void Approved(Passage passage, Trigger trigger, RelationSink sink)
    {
        var last = passage.LastGroupBefore(trigger.Span.Start);
        var approver = last < 0 ? null : passage.Groups[last];
        if (
            approver is not null
            && approver.IsOf(Kinds.Agency)
            && passage.EndsBefore(approver.Span.Start, "经")
            && passage.Between(approver.Span.End, trigger.Span.Start) is "" or "批准"
            && passage.Before(approver.Span.Start, Kinds.Standard, ApprovedReach, passed: Kinds.None) is { } approved
        )
        {
            Add(
                [.. approver.Members.Select(m => (m.Entity, approver.Span))],
                [.. approved.Members.Select(m => m.Entity)],
                trigger.Span,
                sink
            );
        }
    }

    private static void Read(Passage passage, TextSpan verb, RelationSink sink)
    {
        var said = passage.Between(verb.End, Math.Min(passage.Span.End, verb.End + WordReach));
        var named = passage.Named(EntityType.Standard).ToList();
        if (said.IndexOf("标准") < 0 && named.Count == 0 || Issuers(passage, verb.Start) is not { Count: > 0 } issuers)
        {
            return;
        }

        var standards = named.Where(m => IsApproved(passage, verb, m)).Select(m => m.Entity!).Distinct().ToList();
        var missing = Count(said) - named.Count(m => m.Span.Start >= verb.End);
        if ((named.Count == 0 || missing > 0) && !said.StartsWith("的") && !said.StartsWith("、发布的") && !AreInNext(passage))
        {
            standards.AddRange(Listed(passage).Except(standards).Take(missing > 0 ? missing : LongestListing));
        }

        Add(issuers, standards, verb, sink);
    }

    /// <summary>True where the next sentence names the standards within it: 具体包括《X》《Y》.</summary>
    private static bool AreInNext(Passage passage)
    {
        var next = passage.Index + 1 < passage.Reading.Passages.Count ? passage.Reading.Passages[passage.Index + 1] : passage;
        var first =
            next == passage || next.Sentence.Article != passage.Sentence.Article ? null : next.Named(EntityType.Standard).FirstOrDefault();
        return first is not null && passage.Text[first.Span.Start] == '《' && first.Span.Start - next.Span.Start > LongestHead;
    }

    /// <summary>Behind the verb: right there (批准《X》), or with its number (标准号分别为甲和乙).</summary>
    private static bool IsApproved(Passage passage, TextSpan verb, Mention standard)
    {
        var gap = passage.Between(verb.End, standard.Span.Start);
        return standard.Span.Start >= verb.End && (gap.Length <= 1 || gap.IndexOf("标准号") >= 0 || gap.IndexOf("编号") >= 0);
    }

    /// <summary>12 in 批准《X》等12项国家标准; 0 where the sentence counts none.</summary>
    private static int Count(ReadOnlySpan<char> said)
    {
        var item = said.IndexOf('项');
        var start = Math.Max(item, 0);
        while (
            start > 0
            && (char.IsAsciiDigit(said[start - 1]) || "一二两三四五六七八九十百".Contains(said[start - 1], StringComparison.Ordinal))
        )
        {
            start--;
        }

        return item > start ? SmallNumber.Read(said[start..item], out _) : 0;
    }

    /// <summary>Who the sentence says does it; 现批准 says nobody, and means the paper's own issuers.</summary>
    private static List<(Entity Issuer, TextSpan Span)> Issuers(Passage passage, int verb)
    {
        List<(Entity Issuer, TextSpan Span)> said = passage.Actor(verb, Kinds.Actor) is { } actor
            ? [.. actor.Members.Select(m => (m.Entity, actor.Span))]
            : [];
        var before = passage.Between(passage.Span.Start, verb);
        var own =
            passage.Reading.Paper.Official is not null
            && (said.Count > 0 || before.IsEmpty || before.EndsWith("现") || before.EndsWith("我部") || before.EndsWith("我局"))
                ? passage.Reading.Headings.Above(passage)
                : null;
        List<(Entity Issuer, TextSpan Span)> signers = own is null
            ? []
            :
            [
                .. passage
                    .Reading.Paper.Relations.Where(r => r.Type == RelationType.Issued && r.To == own)
                    .Select(r => (r.From, new TextSpan(verb, verb))),
                .. Partners(passage, verb),
            ];

        // 甲总局（乙委员会）批准: who signs with the one that the sentence names gives out what it names with it.
        return said.Count == 0 || said.TrueForAll(one => signers.Exists(s => s.Issuer == one.Issuer)) && signers.Count > said.Count
            ? signers
            : said;
    }

    /// <summary>现批准…，并由我局与乙总局联合发布: who gives them out with the speaker.</summary>
    private static IEnumerable<(Entity Issuer, TextSpan Span)> Partners(Passage passage, int verb) =>
        passage
            .Lists(Kinds.Agency)
            .Where(g =>
                g.Span.Start > verb
                && passage.EndsBefore(g.Span.Start, Joining)
                && passage.Between(g.Span.End, passage.Span.End).StartsWith("联合发布")
            )
            .SelectMany(g => g.Members.Select(m => (m.Entity, g.Span)));

    private static void Add(List<(Entity Issuer, TextSpan Span)> issuers, List<Entity> standards, TextSpan verb, RelationSink sink)
    {
        foreach (var standard in standards)
        {
            foreach (var (issuer, span) in issuers)
            {
                var relation = sink.Add(RelationType.Issued, issuer, standard, span.Union(verb), verb, "issued.standards", 0.75);
                if (issuers.Count > 1 && relation is not null)
                {
                    relation.Props.TryAdd("joint", true);
                    relation.Props.TryAdd("issuers", issuers.Count);
                }
            }
        }
    }

    /// <summary>The standards at the head of a line in the rest of the article.</summary>
    private static IEnumerable<Entity> Listed(Passage passage)
    {
        var passages = passage.Reading.Passages;
        for (
            var i = passage.Index + 1;
            i < passages.Count && i - passage.Index <= LongestListing && passages[i].Sentence.Article == passage.Sentence.Article;
            i++
        )
        {
            if (
                passages[i].Mentions.Count > 0
                && passages[i].Mentions[0] is { Type: EntityType.Standard } first
                && first.Span.Start - passages[i].Span.Start <= LongestHead
            )
            {
                yield return first.Entity!;
            }
        }
    }
}
