using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>Works that a clause speaks of by their kind alone: 规划由甲部编制, 该报告由甲院起草, 办法共九章，由甲司起草.</summary>
internal static class Anaphors
{
    /// <summary>How many sentences back the work may be named.</summary>
    private const int Reach = 2;

    private static readonly string[] Publications = ["报告", "白皮书", "蓝皮书", "绿皮书", "皮书", "指数", "榜单"];

    private static readonly string[] Policies =
    [
        "规划",
        "方案",
        "指南",
        "办法",
        "意见",
        "计划",
        "条例",
        "规定",
        "纲要",
        "措施",
        "通知",
        "细则",
        "政策",
        "指引",
        "目录",
    ];

    private static readonly string[] Standards = ["标准"];

    private static readonly string[] AfterKind = ["，", "要求", "精神", "规定", "部署", "制定", "编制", "出台", "的要求", "的规定"];

    private static readonly string[] Papers = ["司法解释", "文件", "规范性文件", "政策", "法规", "规章", "法律", "份文件", "项政策"];

    /// <summary>
    /// The work that a kind right before <paramref name="by"/>, the position of 由, or at the head of a clause that ends there, means: the
    /// last one named whose title ends so, else the last of its type; null where no kind stands there.
    /// </summary>
    public static Mention? MeantBefore(this Passage passage, int by)
    {
        foreach (
            var (words, type) in new[]
            {
                (Publications, EntityType.Publication),
                (Policies, EntityType.Policy),
                (Standards, EntityType.Standard),
            }
        )
        {
            if (KindBefore(passage, by, words) is { } kind && Named(passage, by, kind, type) is { } work)
            {
                return work;
            }
        }

        return passage.EndsBefore(by, Papers) ? passage.MeantByThis() : null;
    }

    /// <summary>
    /// 该司法解释依据《X》制定, 该文件由…: the policy named last before a sentence that begins so; null where it does not.
    /// </summary>
    public static Mention? MeantByThis(this Passage passage)
    {
        var text = passage.Between(passage.Span.Start, passage.Span.End);
        return text.Length > 1 && text[0] is '该' or '这' && text[1..].StartsWithAny(Papers)
            ? passage.Reading.Before(passage, passage.Span.Start, EntityType.Policy, Reach)
            : null;
    }

    /// <summary>
    /// 根据条例制定, 为落实规划要求: the policy named last whose title ends with the kind that stands behind <paramref name="position"/>;
    /// null where more than a kind stands there.
    /// </summary>
    public static Group? MeantAfter(this Passage passage, int position)
    {
        var rest = passage.Between(position, passage.Span.End);
        foreach (var kind in Policies)
        {
            if (
                rest.StartsWith(kind)
                && rest.Length > kind.Length
                && rest[kind.Length..].StartsWithAny(AfterKind)
                && passage.Reading.Before(
                    passage,
                    position,
                    m => m.Type == EntityType.Policy && m.Entity!.Name.EndsWith(kind, StringComparison.Ordinal),
                    Reach
                )
                    is { } work
            )
            {
                var span = new TextSpan(position, position + kind.Length);
                return new() { Members = [new() { Head = work, Span = span }], Span = span };
            }
        }

        return null;
    }

    private static string? KindBefore(Passage passage, int by, string[] kinds)
    {
        var before = passage.Between(passage.Span.Start, by);
        foreach (var kind in kinds)
        {
            if (
                before.EndsWith(kind)
                || before.EndsWith("，") && (before.StartsWith(kind) || before.StartsWith("该") && before[1..].StartsWith(kind))
            )
            {
                return kind;
            }
        }

        return null;
    }

    private static Mention? Named(Passage passage, int by, string kind, EntityType type)
    {
        var reading = passage.Reading;
        return reading.Before(
                passage,
                by,
                m => m.Type == type && m.Entity!.Name.Contains(kind, StringComparison.Ordinal) && !IsReplaced(passage.Text, m),
                Reach
            )
            ?? (type == EntityType.Policy ? null : reading.Before(passage, by, m => m.Type == type && !IsReplaced(passage.Text, m), Reach));
    }

    /// <summary>该标准代替《X》, 本标准按照《X》起草: what is spoken of is not what it replaces or follows.</summary>
    private static bool IsReplaced(string text, Mention work)
    {
        var before = text.AsSpan(0, work.Span.Start);
        before = before.EndsWith("（") && before[..^1].LastIndexOf('《') is var open and >= 0 ? before[..open] : before;
        return before.EndsWith("代替")
            || before.EndsWith("替代")
            || before.EndsWith("取代")
            || before.EndsWith("按照")
            || before.EndsWith("依据");
    }
}
