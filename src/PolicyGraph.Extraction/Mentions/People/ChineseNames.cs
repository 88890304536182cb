using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.People;

/// <summary>
/// Chinese names in one forward scan that passes over the transliterated ones already found: at each surname, the sides of the two lengths
/// that a name can have decide.
/// </summary>
internal static class ChineseNames
{
    private const int LongestSingle = 3;

    private const int LongestPost = 24;

    private static readonly System.Buffers.SearchValues<char> AfterPost = System.Buffers.SearchValues.Create(
        "，。、（）；：和与就在对向担率表说介致主宣等到陪带参出"
    );

    private static readonly System.Buffers.SearchValues<char> Numerals = System.Buffers.SearchValues.Create("一二两三四五六七八九十百余多");

    private const int LongestCompany = 7;

    /// <summary>One character that goes between a subject and its verb, and in names at most begins one.</summary>
    private static readonly System.Buffers.SearchValues<char> Auxiliaries = System.Buffers.SearchValues.Create("在曾将被还却也已把");

    /// <summary>What is said of those whom a few names head: 李某某等县领导参加.</summary>
    private static readonly string[] Companions = ["领导", "参加", "出席", "陪同", "负责人", "同志", "专家", "嘉宾", "人"];

    private static readonly string[] Credits = ["摄", "文", "图", "供图", "报道", "编译", "/"];

    public static void Find(Paper paper, List<Mention> found)
    {
        var bodies = paper.Ends(static m => m.Type is EntityType.Agency or EntityType.Organization or EntityType.Place);
        var text = paper.Text.AsSpan();
        var foreign = new Queue<TextSpan>(found.Select(m => m.Span).OrderBy(span => span.Start));
        var lastEnd = 0;
        for (var at = 0; NameGrammar.NextSurname(text, at) is var next && at < text.Length - 1; )
        {
            while (foreign.TryPeek(out var passed) && passed.Start < at)
            {
                foreign.Dequeue();
            }

            if (foreign.TryPeek(out var transliterated) && transliterated.Start <= next)
            {
                at = lastEnd = transliterated.End;
                continue;
            }

            at = next + 1;
            if (
                NameGrammar.Surname(text, next) is > 0 and var surname
                && next + surname < text.Length
                && (NameGrammar.MayBegin(text[next + surname]) || IsBylineAt(text, next))
                && At(paper, next, surname, lastEnd, bodies) is { } mention
            )
            {
                found.Add(mention);
                at = lastEnd = mention.Span.End;
            }
        }
    }

    /// <summary>（记者于多为）: a byline's brackets hold names, whatever characters they begin with.</summary>
    private static bool IsBylineAt(ReadOnlySpan<char> text, int start) =>
        start > 0 && text[start - 1] is '者' or '员' && start + LongestSingle < text.Length && text[start + LongestSingle] == '）';

    private static Mention? At(Paper paper, int start, int surname, int lastEnd, PositionSet bodies)
    {
        var text = paper.Text.AsSpan();
        var left = NameContext.Left(paper, start, lastEnd);
        if (left.Kind == SideKind.None)
        {
            if (!bodies.Contains(start) && !IsAuthor(text, start + surname) && !IsToldBehind(text, start + surname + 2))
            {
                return null;
            }

            left = new(bodies.Contains(start) ? SideKind.Body : SideKind.Break, default);
        }

        // Only a title lets a name pass whose characters are rare in names.
        if (
            left.Kind is not (SideKind.Title or SideKind.Appointing)
            && !(left.Kind == SideKind.Name && (text[start - 1] == '、' || paper.Source.GapBefore(start) != Text.Gap.None))
            && !NameGrammar.IsGiven(text[start + surname])
        )
        {
            return null;
        }

        var best = default(Reading);
        for (var length = surname + 2; length > surname; length--)
        {
            if (
                start + length > text.Length
                || text[start + length - 1] == '和' && NameContext.Right(paper, start + length).Kind != SideKind.Break
                || !NameGrammar.IsPossible(text.Slice(start, length), surname) && !IsByline(text, start, length, left)
            )
            {
                continue;
            }

            var span = new TextSpan(start, start + length);
            var right = NameContext.Right(paper, span.End);
            var rule = Rule(paper, span, surname, left, right);
            if (rule is not null && (best.Rule is null || IsBetter(right, best.Right)))
            {
                best = new(span, right, rule);
            }
        }

        return best.Rule is null
            ? Open(paper, start, surname, left)
            : PersonStage.Mention(paper, best.Span, best.Rule, best.Rule is "person.title-before" ? 0.95 : 0.85);
    }

    /// <summary>（记者于而为）: what the brackets of a byline leave is a name, whatever characters it holds.</summary>
    private static bool IsByline(ReadOnlySpan<char> text, int start, int length, Side left) =>
        left.Kind == SideKind.Title
        && left.Term.Is("press")
        && start + length < text.Length
        && text[start + length] == '）'
        && text[start + length - 1] != '摄'
        && !text.Slice(start, length).ContainsAnyExceptInRange('\u4e00', '\u9fff');

    /// <summary>True where 署名 follows in the place of one or two given characters: 发表李某署名文章.</summary>
    private static bool IsAuthor(ReadOnlySpan<char> text, int given) =>
        text[given..].Length > 3 && (text[(given + 1)..].StartsWith("署名") || text[(given + 2)..].StartsWith("署名"));

    /// <summary>Between 张景认｜为 and 张景｜认为 the longer word on the right decides.</summary>
    private static bool IsBetter(Side shorter, Side longer) =>
        longer.Kind is SideKind.Word or SideKind.Speech
        && shorter.Kind is SideKind.Word or SideKind.Speech or SideKind.Title
        && shorter.Term.Length > longer.Term.Length;

    /// <summary>
    /// A name behind a post or a reporter's byline needs nothing that tells on its right, if all its characters are common in names; it is
    /// of two where the third is not.
    /// </summary>
    private static Mention? Open(Paper paper, int start, int surname, Side left)
    {
        if (left.Kind != SideKind.Title || left.Term.Class is "role" or "honorific" || left.Term.Length < 2)
        {
            return null;
        }

        var length = Math.Min(surname + 2, paper.Text.Length - start);
        var name = paper.Text.AsSpan(start, length);
        length = length > surname + 1 && !NameGrammar.IsGiven(name[surname + 1]) ? surname + 1 : length;
        var isPart = start + length < paper.Text.Length && paper.Text[start + length] == '·';
        return
            !isPart
            && length > surname
            && name[length - 1] != '和'
            && NameGrammar.IsPossible(name[..length], surname)
            && NameGrammar.IsLikely(name[..length], surname)
            ? PersonStage.Mention(paper, new(start, start + length), "person.title-alone", 0.75)
            : null;
    }

    /// <summary>
    /// 李某某等30名同志, 某信息谷李某某总经理，: what follows a name of two given characters tells it, whatever stands before.
    /// </summary>
    private static bool IsToldBehind(ReadOnlySpan<char> text, int end) =>
        end < text.Length
        && (
            IsCounted(text, end)
            || Titles.At(text, end) is { Class: "post", Length: > 1 } post
                && end + post.Length is var after
                && (after == text.Length || AfterPost.Contains(text[after]))
        );

    /// <summary>等30名同志, 等三位专家: those that a name heads are counted.</summary>
    private static bool IsCounted(ReadOnlySpan<char> text, int end)
    {
        var at = end + 1;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || Numerals.Contains(text[at])))
        {
            at++;
        }

        return text[end] == '等' && at > end + 1 && at < text.Length && text[at] is '名' or '位' or '人';
    }

    private static string? Rule(Paper paper, TextSpan span, int surname, Side left, Side right)
    {
        var name = paper.Text.AsSpan(span.Start, span.Length);
        var likely = NameGrammar.IsLikely(name, surname);
        return (left.Kind, right.Kind) switch
        {
            (SideKind.Appointing, _) => paper.Text.AsSpan(span.End) is var rest
            && (
                rest.StartsWith("为")
                || likely && (rest.StartsWith("的") || rest.StartsWith("同志") || rest.StartsWith("、") || rest.StartsWith("任"))
            )
                ? "person.appointed"
                : null,
            (SideKind.Break, _) when likely && IsInPost(paper, span) => "person.in-post",
            (SideKind.Break or SideKind.Name, SideKind.Word) when likely && IsNamedTo(paper.Text, span.End) => "person.in-post",
            (SideKind.Break, SideKind.None) when likely && span.Length == surname + 2 && IsBorn(paper.Text, span.End) => "person.born",
            (_, SideKind.None) => null,
            (SideKind.Title, SideKind.Word) when !likely && NameGrammar.BeginsWord(name) => null,
            (SideKind.Title, _) when likely || !left.Term.Is("role") => "person.title-before",
            (SideKind.Name, _) when likely || IsBetweenNames(paper, span) && !NameGrammar.EndsLikeBody(name) => "person.list",
            (_, SideKind.Word) when likely && span.Length == surname + 2 && IsCounted(paper.Text, span.End) => "person.counted",
            (SideKind.Break, SideKind.Speech) when likely => "person.speech",
            (SideKind.Break or SideKind.Body, SideKind.Title) when likely && !NameGrammar.EndsLikeBody(name) => "person.title-after",
            (SideKind.Break, SideKind.Word)
                when likely
                    && (
                        span.Length == surname + 2 && (right.Term.Length > 1 || IsActor(paper.Text, span))
                        || paper.Text.AsSpan(span.End).StartsWith("一行") && !NameGrammar.EndsLikeBody(name)
                    ) => "person.actor",
            (SideKind.Break or SideKind.Name, SideKind.Break) when likely && HasBracketedPost(paper.Text, span.End) =>
                "person.bracketed-post",
            (SideKind.Break or SideKind.Body, _) when likely && IsCredit(paper, span.End) => "person.credit",
            _ => null,
        };
    }

    /// <summary>
    /// 王某、曹和家、李某: what stands between the marks of a list of names is one, even with characters that are rare in names.
    /// </summary>
    private static bool IsBetweenNames(Paper paper, TextSpan name) =>
        name.Length == LongestSingle
        && (paper.Text[name.Start - 1] == '、' || paper.Source.GapBefore(name.Start) == Text.Gap.Space)
        && (name.End == paper.Text.Length || paper.Text[name.End] is '、' or '等' || paper.Source.GapBefore(name.End) != Text.Gap.None);

    /// <summary>李某某任甲局局长, as headlines have it: a post follows within a few characters.</summary>
    private static bool IsInPost(Paper paper, TextSpan name)
    {
        var text = paper.Text.AsSpan();
        if (name.Length != LongestSingle || name.End >= text.Length || text[name.End] != '任')
        {
            return false;
        }

        for (var at = name.End + 4; at < Math.Min(text.Length, name.End + LongestPost); at++)
        {
            if (text[at - 1] is '，' or '。' or '、')
            {
                return false;
            }

            if (Titles.At(text, at) is { Class: "post", Length: > 1 })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// 李某某在, 李某某曾, 李某某等县领导: words that follow a subject, or those that the name heads are officials or come with it.
    /// </summary>
    private static bool IsActor(ReadOnlySpan<char> text, TextSpan name) =>
        !NameGrammar.EndsLikeBody(text[name.Start..name.End])
        && (
            Auxiliaries.Contains(text[name.End])
            || text[name.End] == '等' && text.Slice(name.End, Math.Min(LongestCompany, text.Length - name.End)).ContainsAny(Companions)
        );

    /// <summary>李某某（某院院长）: the bracket behind the name ends with a post or a role.</summary>
    private static bool HasBracketedPost(string text, int end)
    {
        var close = end < text.Length && text[end] == '（' ? text.IndexOf('）', end, Math.Min(LongestPost, text.Length - end)) : -1;
        return close > end + 2 && Titles.Before(text, close) is { Length: > 1, Class: "post" or "role" };
    }

    /// <summary>李某某1965年5月生: a year, and 生 soon after it.</summary>
    private static bool IsBorn(ReadOnlySpan<char> text, int end)
    {
        const int Year = 4;
        var rest = text[end..Math.Min(text.Length, end + 2 * Year + 2)];
        return rest.Length > Year + 1
            && rest[Year] == '年'
            && !rest[..Year].ContainsAnyExceptInRange('0', '9')
            && rest[Year..].Contains('生');
    }

    /// <summary>李某某为秘书长，: the post follows at once, and nothing behind it.</summary>
    private static bool IsNamedTo(ReadOnlySpan<char> text, int end) =>
        text[end] == '为'
        && Titles.At(text, end + 1) is { Class: "post", Length: > 1 } post
        && end + 1 + post.Length is var after
        && (after == text.Length || text[after] is '，' or '。' or '；' or '、' or '（');

    /// <summary>True where the line ends behind a credit: 陈某 摄, 孙某/文.</summary>
    private static bool IsCredit(Paper paper, int end)
    {
        foreach (var credit in Credits)
        {
            if (paper.Text.AsSpan(end).StartsWith(credit))
            {
                var after = end + credit.Length;
                return credit == "/"
                    || after == paper.Text.Length
                    || paper.Text[after] is '）' or '/'
                    || paper.Source.GapBefore(after) != Text.Gap.None;
            }
        }

        return false;
    }

    private readonly record struct Reading(TextSpan Span, Side Right, string? Rule);
}
