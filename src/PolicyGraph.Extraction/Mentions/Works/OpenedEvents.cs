using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Events that a ceremony or a press conference opens or is for, whose names its own begins with: 甲论坛 in 甲论坛开幕式 and
/// 甲论坛新闻发布会.
/// </summary>
internal static class OpenedEvents
{
    /// <summary>The rule of an event that another event's name begins with.</summary>
    public const string Rule = "event.opened";

    private const int PronounReach = 3000;

    private static readonly string[] Ceremonies =
    [
        "发布会",
        "启动仪式",
        "启动会",
        "开幕式",
        "闭幕式",
        "颁奖典礼",
        "颁奖仪式",
        "通气会",
        "推介会",
        "筹备会",
        "启动大会",
        "说明会",
    ];

    private static readonly string[] Pronouns = ["本届", "此次", "本次", "该", "这次"];

    /// <summary>“甲论坛”开幕式 is the forum's, which its own word tells.</summary>
    public static bool IsOfQuoted(ReadOnlySpan<char> text, int head, Term suffix) =>
        IsCurtain(text, head, suffix) && head > 0 && text[head - 1] == '”' && EventEnds.Suffixes.Before(text, head - 1).Found;

    /// <summary>甲论坛开幕式: who is at the opening is at the forum.</summary>
    public static bool IsOpening(ReadOnlySpan<char> text, int start, int head, Term suffix) =>
        IsCurtain(text, head, suffix)
        && EventEnds.Suffixes.Before(text, head) is { Found: true } opened
        && head - opened.Length - start >= EventModifiers.Shortest;

    /// <summary>Adds 甲论坛 of 甲论坛新闻发布会, where the paper goes on to speak of 本届论坛.</summary>
    public static void Add(Paper paper, int start, int head, Term suffix)
    {
        var text = paper.Text.AsSpan();
        var inner = EventEnds.Suffixes.Before(text, head);
        if (
            !text.Slice(head, suffix.Length).EndsWithAny(Ceremonies)
            || !inner.Found
            || head - inner.Length - start < EventModifiers.Shortest
        )
        {
            return;
        }

        var word = text[(head - 2)..head];
        var rest = text[head..Math.Min(text.Length, head + PronounReach)];
        foreach (var pronoun in Pronouns)
        {
            if (rest.Contains(string.Concat(pronoun, word), StringComparison.Ordinal))
            {
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = new(start, head),
                        Type = EntityType.Event,
                        Name = paper.Source.Surface(new(start, head)),
                        Rule = Rule,
                        Confidence = 0.85,
                    }
                );
                return;
            }
        }
    }

    // 开幕式, 闭幕式.
    private static bool IsCurtain(ReadOnlySpan<char> text, int head, Term suffix) =>
        suffix.Length == 3 && text[(head + 1)..(head + 3)] is "幕式";
}
