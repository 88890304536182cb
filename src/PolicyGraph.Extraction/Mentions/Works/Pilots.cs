using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Pilots that places become or are chosen for, by the batch (第一批), in a list (成为甲、乙试点城市) or by a choice (确定甲市为X试点城市).
/// </summary>
internal static class Pilots
{
    private const int Shortest = 8;
    private const int LongestChoice = 80;

    private static readonly string[] Widening = ["扩大", "获准开展", "先行", "加入", "参加", "参与"];

    private static readonly WordSet Choices = new(["确定", "选定", "列为", "认定", "批准", "批复"]);

    /// <param name="verb">The class of the verb before the name; null where none stands there.</param>
    public static bool IsNamed(ReadOnlySpan<char> text, TextSpan name, string? verb)
    {
        verb ??= text[..name.Start].EndsWithAny(Widening) ? "act" : null;
        if (IsChosenAs(text, name.Start))
        {
            return name.Length >= Shortest;
        }

        var ofState = text[name.Start..].StartsWith("国家");
        var carriedOut = verb is "act" && name.Length >= Shortest && !text[..name.End].EndsWith("项目试点");
        return text[..name.End].EndsWith("试点")
            ? Advances.FollowPilot(text, name)
                || (ofState || carriedOut || verb is "list" && name.Length >= Shortest) && Ends(text, name.End)
            : verb is "list" || ofState;
    }

    /// <summary>
    /// Where the name starts: before a conjunction (甲与乙试点) where what carries it out or chooses it stands before both.
    /// </summary>
    public static int Start(ReadOnlySpan<char> text, WalkedStart name) =>
        (Verbs.Before(text, name.Reach) is "act" || IsChosenAs(text, name.Reach)) && text[name.Reach..name.Position].Contains('与')
            ? name.Reach
            : name.Position;

    /// <summary>The verb before a name, or before the list that it ends: 成为甲、乙试点城市.</summary>
    public static string? VerbBefore(ReadOnlySpan<char> text, NameWalker walker, int before) =>
        Batch(text, before) is var batch and > 0 ? Verbs.Before(text, before - batch)
        : before > 1 && text[before - 1] == '、' ? Verbs.Before(text, walker.Back(before - 1).Position)
        : Verbs.Before(text, before);

    /// <summary>The length of 第一批, 首批, 全国首批 before a position: what is chosen in batches is one scheme.</summary>
    public static int Batch(ReadOnlySpan<char> text, int end)
    {
        if (end < 2 || text[end - 1] != '批')
        {
            return 0;
        }

        var start = end - 2;
        start -= start > 0 && text[start - 1] == '第' ? 1 : 0;
        return end - (text[..start].EndsWith("全国") || text[..start].EndsWith("国家") ? start - 2 : start);
    }

    /// <summary>The name without the batch that it begins with.</summary>
    public static TextSpan WithoutBatch(Paper paper, TextSpan name) => new(name.Start + BatchLength(name.Of(paper.Text)), name.End);

    /// <summary>X第一批试点城市, X首批试点: the scheme is X试点.</summary>
    public static string Surface(Paper paper, TextSpan own) =>
        paper.Source.Surface(new(own.Start, own.End - Batch(paper.Text.AsSpan(own.Start, own.Length), own.Length))) + "试点";

    /// <summary>Adds 甲试点 of 成为甲、乙试点城市, where the second has been found.</summary>
    public static void AddListed(Paper paper, NameWalker walker, TextSpan span)
    {
        if (span.Start < 2 || paper.Text[span.Start - 1] != '、')
        {
            return;
        }

        var other = new TextSpan(walker.Back(span.Start - 1).Position, span.Start - 1);
        if (other.Length > SchemeModifiers.Shortest && Verbs.Before(paper.Text, other.Start) is "list")
        {
            paper.Mentions.Add(
                new Mention
                {
                    Span = other,
                    Type = EntityType.Policy,
                    Name = paper.Source.Surface(other) + "试点",
                    Rule = "work.running-pilot",
                    Confidence = 0.75,
                }
            );
        }
    }

    /// <summary>确定甲、乙为X试点城市: what they are chosen as.</summary>
    private static bool IsChosenAs(ReadOnlySpan<char> text, int start)
    {
        var before = text[Math.Max(0, start - LongestChoice)..start];
        var clause = before[(before.LastIndexOfAny('。', '；') + 1)..];
        return clause.EndsWith("为") && clause.ContainsAny(Choices);
    }

    private static int BatchLength(string name) =>
        name.StartsWith("首批", StringComparison.Ordinal) ? 2
        : name.Length > 3 && name[0] == '第' && name[2] == '批' ? 3
        : 0;

    private static bool Ends(ReadOnlySpan<char> text, int end) =>
        end == text.Length || text[end] is '，' or '。' or '；' or '、' or '”' or '工' or '任';
}
