using System.Buffers;
using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Firms by a trade that is seldom a word of its own: 由甲集团和远江资本共同打造, 走访青禾药业. Two to four characters that no table knows
/// stand before it behind a mark or a verb; 社会资本 and 民族药业 are kinds.
/// </summary>
internal sealed class TradeFirmFinder : IBodyFinder
{
    private const int MinOwn = 2;
    private const int MaxOwn = 4;

    private static readonly SearchValues<char> Followers = SearchValues.Create(
        "的等与和及在于将为是也已由并以拟旗董总创副联首曾称表负携到项"
    );

    private static readonly SearchValues<char> NoOwn = SearchValues.Create(
        "届的了各其等该本这那个每全类型级性化业家大小多强优传统现代高新"
    );

    public void Find(Paper paper, Surroundings surroundings)
    {
        for (var i = 0; (i = paper.Forms.NextOf(i, WordClasses.CompanyEnd)) < paper.Forms.Count; i++)
        {
            var trade = paper.Forms[i];
            if (!FormGuards.AllowSuffix(paper.Text, trade) || !Ends(paper, trade.End))
            {
                continue;
            }

            var name = new TextSpan(
                AfterCrossing(paper, NameStart.Find(paper, trade.Start, surroundings.SentenceStart(trade.Start)), trade.Start),
                trade.End
            );
            if (trade.Start - name.Start is >= MinOwn and <= MaxOwn && IsOwn(paper, name.Start, trade))
            {
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = name,
                        Type = EntityType.Organization,
                        Name = name.Of(paper.Text),
                        Rule = "organization.trade",
                        Confidence = 0.7,
                    }
                );
            }
        }
    }

    // 供应商青禾铜业: a word for a kind of firm that begins the run, or reaches into it, ends before the name.
    private static int AfterCrossing(Paper paper, int start, int end)
    {
        for (var i = end; i > start; i--)
        {
            foreach (var hit in paper.Forms.EndingAt(i))
            {
                if (
                    hit.Start < start && hit.Form.Is(WordClasses.Modifier)
                    || hit.Start <= start && hit.Length > 1 && hit.Form.Is(WordClasses.CompanyClass | WordClasses.Party)
                )
                {
                    return i;
                }
            }
        }

        return start;
    }

    /// <summary>True where a firm's name may end: before a mark, a verb, or one of the few words that follow names.</summary>
    internal static bool Ends(Paper paper, int end)
    {
        if (end == paper.Text.Length || !NameStart.IsNameCharacter(paper.Text[end]) || Followers.Contains(paper.Text[end]))
        {
            return true;
        }

        foreach (var hit in paper.Forms.StartingAt(end))
        {
            if (hit.Form.Is(WordClasses.Boundary))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where no word that a table has stands in the own word; a river or a mountain may be all of it.</summary>
    internal static bool IsOwn(Paper paper, int start, LexicalHit trade)
    {
        if (paper.Text.AsSpan(start, trade.Start - start).ContainsAny(NoOwn))
        {
            return false;
        }

        for (var i = start; i < trade.Start; i++)
        {
            foreach (var hit in paper.Forms.StartingAt(i))
            {
                if (hit.Length > 1 && (hit.End <= trade.Start || hit.End == trade.End) && !IsLandmark(hit, start, trade.Start))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>True where the whole run is a word that no table has, with none that a table has beginning in it.</summary>
    internal static bool IsOwnWord(Paper paper, TextSpan name)
    {
        if (name.Of(paper.Text).AsSpan().ContainsAny(NoOwn))
        {
            return false;
        }

        for (var i = name.Start; i < name.End; i++)
        {
            foreach (var hit in paper.Forms.StartingAt(i))
            {
                if (hit.Length > 1 && hit.End <= name.End)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsLandmark(LexicalHit hit, int start, int end) =>
        hit.Start == start && hit.End == end && hit.Form.First<PlaceEntry>() is { IsDivision: false, Level: not ("country" or "city") };
}
