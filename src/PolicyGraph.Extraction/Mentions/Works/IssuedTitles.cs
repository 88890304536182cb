using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Titles within “” behind a verb of making, and titles without 《》 and without 关于 behind a verb of issuing:
/// 出台支持甲产业高质量发展的若干措施. The matter must be long enough to be a title's and begin with what papers set out to do;
/// 出台新的管理办法 names none.
/// </summary>
internal static class IssuedTitles
{
    private const int ShortestMatter = 9;
    private const int LongestMatter = 50;
    private const int ShortestQuoted = 6;

    private static readonly string[] Making = ["印发", "发布", "出台", "公布", "制定", "推出", "通过", "实施", "启动", "下发", "颁布"];

    private static readonly string[] Verbs = ["出台", "印发"];

    /// <summary>What makes a count or a class of what follows.</summary>
    private const string Vague = "一两三四五六七八九十多系更新相各有这该其本配";

    public static void Find(Paper paper)
    {
        var text = paper.Text.AsSpan();
        HashSet<int>? starts = null;
        Quoted(paper, ref starts);
        foreach (var verb in Verbs)
        {
            for (var at = text.IndexOf(verb); at >= 0; )
            {
                var start = at + verb.Length + (text[(at + verb.Length)..].StartsWith("了") ? 1 : 0);
                if (
                    End(text, start) is var end
                    && end > 0
                    && (starts ??= [.. paper.Mentions.Where(m => m.Type == EntityType.Policy).Select(m => m.Span.Start)]).Add(start)
                )
                {
                    paper.Mentions.Add(
                        new Mention
                        {
                            Span = new(start, end),
                            Type = EntityType.Policy,
                            Name = paper.Source.Surface(new(start, end)),
                            Rule = "work.issued-title",
                            Confidence = 0.7,
                        }
                    );
                }

                var next = text[start..].IndexOf(verb);
                at = next < 0 ? -1 : start + next;
            }
        }
    }

    /// <summary>联合发布“建设甲园区行动方案”: marks of quotation where others write 《》.</summary>
    private static void Quoted(Paper paper, ref HashSet<int>? starts)
    {
        var text = paper.Text;
        for (var open = text.IndexOf('“', StringComparison.Ordinal); open >= 0; open = text.IndexOf('“', open + 1))
        {
            var close = text.IndexOf('”', open, Math.Min(LongestMatter, text.Length - open));
            var name = close < 0 ? [] : text.AsSpan(open + 1, close - open - 1);
            var verb = text.AsSpan(0, open).TrimEnd('了');
            if (
                name.Length < ShortestQuoted
                || !verb.EndsWithAny(Making)
                || name.ContainsAny("，。；《")
                || TitleKinds.Of(name) is not { IsPolicy: true, Word.Length: > 1 }
                || TitleKinds.IsBare(name)
            )
            {
                continue;
            }

            if (
                (starts ??= [.. paper.Mentions.Where(m => m.Type == EntityType.Policy).Select(m => m.Span.Start)]).Add(open + 1)
                && !starts.Contains(open)
            )
            {
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = new(open + 1, close),
                        Type = EntityType.Policy,
                        Name = paper.Source.Surface(new(open + 1, close)),
                        Rule = "work.issued-title",
                        Confidence = 0.75,
                    }
                );
            }
        }
    }

    /// <summary>Behind 的 and a kind at the clause's end; 0 where no title begins at <paramref name="start"/>.</summary>
    private static int End(ReadOnlySpan<char> text, int start)
    {
        var stop = Math.Min(text.Length, start + LongestMatter);
        if (
            start >= stop
            || Vague.Contains(text[start], StringComparison.Ordinal)
            || char.IsAsciiDigit(text[start])
            || text[start..].StartsWith("关于")
        )
        {
            return 0;
        }

        for (var i = start; i < stop && text[i] is not ('，' or '。' or '；' or '：' or '《' or '“' or '、'); i++)
        {
            if (text[i] == '的' && TitleKinds.Policies.At(text, i + 1) is { Length: > 1 } kind)
            {
                var end = i + 1 + kind.Length;
                return i - start >= ShortestMatter && (end == text.Length || text[end] is '，' or '。' or '；') ? end : 0;
            }
        }

        return 0;
    }
}
