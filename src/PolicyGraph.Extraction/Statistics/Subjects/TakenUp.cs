using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// A body, zone or event that a clause takes up again by the last words of its name (中心共设窗口…, 公司投资…, 该校有…, 高新区新增…): the
/// one named last whose name ends so.
/// </summary>
internal sealed class TakenUp(Paper paper)
{
    private const int Mentions = 40;
    private const int LongestNoun = 8;
    private const int LongestWord = 6;
    private static readonly string[] Firms = ["公司", "企业"];
    private static readonly string[] NoFirms =
    [
        "大学",
        "学院",
        "研究院",
        "研究所",
        "协会",
        "学会",
        "联盟",
        "委员会",
        "中心",
        "医院",
        "论坛",
        "学校",
    ];
    private static readonly string[] Leads = ["该", "本届", "本次", "本", "此届", "此次", "此", "这家", "这个", "这一", "这届", "上述"];

    /// <summary>Classes, not one of them: 国家高新区总数; and 中心城区, 大学生, 银行业, which only begin alike.</summary>
    private static readonly string[] Classes =
    [
        "国家",
        "国际",
        "全国",
        "中心城",
        "中心区",
        "中心工作",
        "中心任务",
        "大学生",
        "银行业",
        "新区块",
    ];

    private readonly CharacterSketch _ends = Ends(paper);

    /// <summary>The body that headed a sentence of the article last, or null: of several it is the one meant.</summary>
    public Entity? Body { get; set; }

    /// <summary>
    /// What the words at <paramref name="position"/> mean, of what was named before them since <paramref name="floor"/>; null where they
    /// take nothing up.
    /// </summary>
    public Entity? At(int position, int end, int floor)
    {
        var words = paper.Text.AsSpan(position, Math.Max(0, Math.Min(end, position + LongestNoun + 2) - position));
        var lead = LeadOf(words);
        var noun = words[lead..];
        if (noun.Length < 2 || !MayEnd(noun, lead > 0) || IsClass(noun))
        {
            return null;
        }

        if (Body is { } body && position > floor && Means(body, noun, lead > 0))
        {
            return body;
        }

        var index = paper.FirstMention(position);
        for (var i = index - 1; i >= 0 && index - i <= Mentions && paper.Mentions[i].Span.Start >= floor; i--)
        {
            var mention = paper.Mentions[i];
            if (mention.Entity is { } entity && mention.Span.End <= position && !mention.Inside && Means(entity, noun, lead > 0))
            {
                return entity;
            }
        }

        return null;
    }

    /// <summary>False where the words hold no two characters that end a name of the paper: most clauses take nothing up.</summary>
    private bool MayEnd(ReadOnlySpan<char> noun, bool isPointed)
    {
        if (isPointed || noun.StartsWith(Firms[0]))
        {
            return true;
        }

        for (var i = 1; i < noun.Length && i < LongestWord; i++)
        {
            if (_ends.MayHold(noun[i - 1], noun[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static CharacterSketch Ends(Paper paper)
    {
        var ends = new CharacterSketch();
        foreach (var entity in paper.Entities)
        {
            if (
                entity.Type is EntityType.Organization or EntityType.Zone or EntityType.Agency or EntityType.Event
                && entity.Name.Length > 2
            )
            {
                ends.Add(entity.Name[^2], entity.Name[^1]);
            }
        }

        return ends;
    }

    /// <summary>A scheme is taken up only where it is pointed to: 该项目, 本次行动.</summary>
    private static bool Means(Entity entity, ReadOnlySpan<char> noun, bool isPointed) =>
        (
            entity.Type is EntityType.Organization or EntityType.Zone or EntityType.Agency or EntityType.Event
            || isPointed && entity.Type == EntityType.Policy
        )
        && SubjectNames.MayBeTakenUp(entity)
        && (Ends(entity.Name, noun) || IsFirm(entity, noun, isPointed) || isPointed && IsKind(entity.Name, noun[0]));

    /// <summary>公司 means the firm named last, whatever its name ends with; 企业 only behind 该.</summary>
    private static bool IsFirm(Entity entity, ReadOnlySpan<char> noun, bool isPointed) =>
        entity.Type == EntityType.Organization
        && (noun.StartsWith(Firms[0]) || isPointed && noun.StartsWith(Firms[1]))
        && !entity.Name.AsSpan().EndsWithAny(NoFirms);

    /// <summary>该校, 该院, 该所, 该园.</summary>
    private static bool IsKind(string name, char kind) =>
        kind switch
        {
            '校' => name.EndsWith("大学", StringComparison.Ordinal)
                || name.EndsWith("学院", StringComparison.Ordinal)
                || name.EndsWith("学校", StringComparison.Ordinal),
            '院' or '所' or '园' or '馆' or '行' => name[^1] == kind,
            _ => false,
        };

    private static bool Ends(string name, ReadOnlySpan<char> noun)
    {
        for (var length = Math.Min(Math.Min(LongestWord, noun.Length), name.Length - 1); length > 1; length--)
        {
            if (name.AsSpan().EndsWith(noun[..length]))
            {
                return true;
            }
        }

        return false;
    }

    private static int LeadOf(ReadOnlySpan<char> words)
    {
        foreach (var lead in words.IsEmpty || words[0] is not ('该' or '本' or '此' or '这' or '上') ? [] : Leads)
        {
            if (words.StartsWith(lead))
            {
                return lead.Length;
            }
        }

        return 0;
    }

    private static bool IsClass(ReadOnlySpan<char> noun) => noun.StartsWithAny(Classes);
}
