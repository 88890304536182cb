using PolicyGraph.Extraction.Linking;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// Clauses that open with the event that an article reports, named only by its kind: 本届大会, 在论坛的展览区, 据组委会介绍, 会上.
/// </summary>
internal static class EventNouns
{
    private const int MostLeads = 3;
    private const int FragmentEnd = 6;
    private static readonly string[] Leads =
    [
        "在",
        "据",
        "今年",
        "今年的",
        "本届",
        "本次",
        "此次",
        "这次",
        "这届",
        "该",
        "整个",
        "云上",
        "线上",
    ];
    private static readonly string[] Nouns =
    [
        "论坛",
        "大会",
        "博览会",
        "交易会",
        "展览会",
        "展会",
        "峰会",
        "年会",
        "大赛",
        "挑战赛",
        "赛事",
        "会议",
        "活动",
    ];
    private static readonly string[] Occasions =
    [
        "发布会",
        "仪式",
        "通气会",
        "全体会议",
        "代表大会",
        "党代会",
        "人代会",
        "人大会议",
        "全会",
        "工作会议",
        "电视电话会议",
        "座谈会",
        "分析会",
        "作战会议",
        "调度会",
        "动员大会",
        "部署会",
        "吹风会",
        "例会",
        "常务会议",
        "展区",
        "展馆",
        "展厅",
    ];
    private static readonly string[] Bare = ["会上", "会议期间", "展会期间", "大会期间", "论坛期间", "赛事期间"];

    /// <param name="clause">The clause from its first character on.</param>
    /// <param name="name">The event's name: 大会 alone opens a clause of it only where its name holds the word.</param>
    public static bool Opens(ReadOnlySpan<char> clause, string name)
    {
        var near = false;
        for (var i = 0; i < MostLeads && Longest(clause, Leads) is > 0 and var length; i++)
        {
            near |= clause[0] is '本' or '此' or '这' or '该';
            clause = clause[length..];
        }

        if (Longest(clause, Bare) > 0)
        {
            return true;
        }

        return Longest(clause, Nouns) is > 0 and var noun && (near || name.AsSpan().Contains(clause[..noun], StringComparison.Ordinal));
    }

    /// <summary>
    /// The four characters after 本次, 此次 or 这次 at a clause's head, by which an event named before may be known; empty where none are.
    /// </summary>
    public static ReadOnlySpan<char> Fragment(ReadOnlySpan<char> clause) =>
        clause.Length >= FragmentEnd && clause[1] == '次' && clause[0] is '本' or '此' or '这' ? clause[2..FragmentEnd] : default;

    /// <summary>
    /// A launch, a ceremony, a session of an assembly: an occasion on which figures are told, and not what they are about; nor is a part of
    /// an exhibition, which belongs to the whole.
    /// </summary>
    public static bool IsOccasion(Entity entity)
    {
        if (entity.Type != EntityType.Event)
        {
            return false;
        }

        if (entity.Name.EndsWith("签约仪式", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var end in Occasions)
        {
            if (entity.Name.EndsWith(end, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return IsSession(entity);
    }

    /// <summary>A press conference or a working session: what is told on it was not done there.</summary>
    public static bool IsTelling(Entity entity) =>
        IsOccasion(entity)
        && !entity.Name.EndsWith("仪式", StringComparison.Ordinal)
        && !entity.Name.EndsWith("动员大会", StringComparison.Ordinal);

    /// <summary>A session of an assembly or a party congress: what is told there happened elsewhere and before.</summary>
    public static bool IsSession(Entity entity) => entity.Mentions[0].Rule is "event.assembly-session" or "event.party-congress";

    private static int Longest(ReadOnlySpan<char> clause, string[] words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            longest = word.Length > longest && clause.StartsWith(word) ? word.Length : longest;
        }

        return longest;
    }
}
