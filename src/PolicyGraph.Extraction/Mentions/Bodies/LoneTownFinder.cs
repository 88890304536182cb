using System.Buffers;
using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Towns, townships, villages and streets whose county the words before them do not name, as county news writes them: 来到石桥镇,
/// 深入青石镇南沟村, 在柳湾村. The name is of two to four characters between a mark or a verb and its rank, and of no word that says a kind
/// (城镇, 示范村).
/// </summary>
internal sealed class LoneTownFinder : IBodyFinder
{
    private const string Counts = "两三四五六七八九十";
    private const int FirstCount = 2;
    private const int MinOwn = 2;
    private const int MaxOwn = 4;

    /// <summary>What no such name holds: what counts, points or joins.</summary>
    private static readonly SearchValues<char> NoOwn = SearchValues.Create(
        "的了等各该本这那个每全我你他她其某所些入进到向与和及或是在为将被把让给多几超约近余级型类之最"
    );

    private static readonly SearchValues<char> Leading = SearchValues.Create("来距离因受去往从抵至回返赴经访逛住");

    /// <summary>What makes a kind of settlement of the rank behind it: 城镇, 乡村, 强镇, 名村.</summary>
    private const string Kinds = "城乡农小强名重古旧贫水国省市县区户下二两三四五六七八九十";

    /// <summary>What goes on behind the rank to another word: 村民, 镇域.</summary>
    private const string GoesOn = "民委庄级容貌干支域居组落超企办务史合人政党";

    public void Find(Paper paper, Surroundings surroundings)
    {
        var known = paper.Ends(static m => m.Type is EntityType.Place or EntityType.Zone);
        var names = paper
            .Mentions.Where(m => m.Rule == TownFinder.Rule)
            .GroupBy(m => m.Span.Of(paper.Text), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Name, StringComparer.Ordinal);
        for (var i = 0; (i = paper.Forms.NextOf(i, WordClasses.TownSuffix)) < paper.Forms.Count; i++)
        {
            var rank = paper.Forms[i];
            if (IsSum(paper, rank))
            {
                AddSummed(paper, rank);
                continue;
            }

            if (
                known.Contains(rank.End)
                || rank.Form.Text == "社区"
                || !FormGuards.AllowSuffix(paper.Text, rank)
                || !Ends(paper.Text, rank.End)
            )
            {
                continue;
            }

            var start = WithoutVerb(paper.Text, NameStart.Find(paper, rank.Start, surroundings.SentenceStart(rank.Start)), rank.Start);
            if (IsOwn(paper, start, rank.Start) && !IsKind(paper, rank.End))
            {
                // 官塘镇, which the paper has named as 远县官塘镇, is that one.
                var own = paper.Text[start..rank.End];
                TownFinder.AddChain(paper, names.GetValueOrDefault(own, own)[..^own.Length], start, rank.End);
                known.Add(rank.End);
            }
        }
    }

    // 离青石村不远, 去青石村: a verb or a preposition of one character.
    private static int WithoutVerb(string text, int start, int end) =>
        end - start > MinOwn && Leading.Contains(text[start]) ? start + 1 : start;

    // 度假村, 渔村
    private static bool IsKind(Paper paper, int end)
    {
        foreach (var hit in paper.Forms.EndingAt(end))
        {
            if (hit.Form.Is(WordClasses.NoBody))
            {
                return true;
            }
        }

        return false;
    }

    // 甲甲、乙乙、丙丙三镇
    private static bool IsSum(Paper paper, LexicalHit rank) => rank.Start > MinOwn + 1 && Counts.IndexOf(paper.Text[rank.Start - 1]) >= 0;

    /// <summary>Each of the towns whose count and rank stand behind the list, where there are that many.</summary>
    private static void AddSummed(Paper paper, LexicalHit rank)
    {
        var text = paper.Text;
        var names = new List<TextSpan>();
        for (var end = rank.Start - 1; end > 0; )
        {
            var start = end;
            while (start > 0 && end - start <= MaxOwn && NameStart.IsNameCharacter(text[start - 1]))
            {
                start--;
            }

            var isLast = names.Count + 1 == Counts.IndexOf(text[rank.Start - 1]) + FirstCount;
            start = isLast ? NameStart.Find(paper, end, Math.Max(0, end - MaxOwn)) : start;
            if (end - start is < MinOwn or > MaxOwn)
            {
                return;
            }

            names.Add(new(start, end));
            if (isLast || start == 0 || text[start - 1] is not ('、' or '和'))
            {
                break;
            }

            end = start - 1;
        }

        foreach (var name in names.Count == Counts.IndexOf(text[rank.Start - 1]) + FirstCount ? names : [])
        {
            TownFinder.Add(paper, name, name.Of(text) + rank.Form.Text);
        }
    }

    private static bool Ends(string text, int end) => end == text.Length || !GoesOn.Contains(text[end], StringComparison.Ordinal);

    private static bool IsOwn(Paper paper, int start, int end)
    {
        if (
            end - start is < MinOwn or > MaxOwn
            || paper.Text.AsSpan(start, end - start).ContainsAny(NoOwn)
            || Kinds.Contains(paper.Text[end - 1], StringComparison.Ordinal)
            || paper.Forms.TryLongest(start, EntryKinds.Place, out _)
            || NameStart.KnownBefore(paper, end + 1) < end
        )
        {
            return false;
        }

        for (var i = start; i < end; i++)
        {
            foreach (var hit in paper.Forms.StartingAt(i))
            {
                if (
                    hit.Length > 1
                    && hit.End <= end
                    && hit.Form.Is(
                        WordClasses.Modifier | WordClasses.Adjective | WordClasses.Boundary | WordClasses.ZoneBoundary | WordClasses.Party
                    )
                )
                {
                    return false;
                }
            }
        }

        return !paper.Text.AsSpan(start, end - start).ContainsAnyInRange('!', '~');
    }
}
