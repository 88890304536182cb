using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Leads short forms to the paper that they mean: a bare title (《意见》) or a kind with a pronoun (本办法, 该白皮书) to the one that a
/// definition names (以下简称《意见》), else to the nearest one before whose title ends so, else to the nearest after, since a headline may
/// stand before its article. One that means none is no mention.
/// </summary>
internal static class WorkShortForms
{
    /// <summary>How many titles a short form looks past; what lies further back is not what it means, and time stays linear.</summary>
    private const int Reach = 60;

    private static readonly Terms Kinds = Terms.Load("title-kinds.tsv", "policy", "publication");

    public static void Find(Paper paper)
    {
        var works = paper
            .Mentions.Where(m => m.Type is EntityType.Policy or EntityType.Publication or EntityType.Event && m.Form == MentionForm.Name)
            .OrderBy(m => m.Span.Start)
            .ThenByDescending(m => m.Span.End)
            .ToList();
        var definitions = DefinedTerms.Of(paper, works);
        var found = new List<Mention>();
        BareTitles(paper, works, definitions, found);
        Pronouns(paper, OutsideTitles(works), found);
        definitions.Find(paper, found);
        var spans = found.Select(m => m.Span).ToHashSet();
        paper.Mentions.RemoveAll(m => spans.Contains(m.Span) && m.Type is EntityType.Policy or EntityType.Publication);
        paper.Mentions.AddRange(found);
    }

    /// <summary>
    /// 本行动计划 means the plan whose title it is, not a shorter name within that title (推进某某行动计划), nor what another title in 《》
    /// holds.
    /// </summary>
    private static List<Mention> OutsideTitles(List<Mention> works)
    {
        var own = works.FindAll(m => m.Rule == OwnTitles.Rule);
        var kept = new List<Mention>();
        var end = 0;
        foreach (var work in works)
        {
            if (work.Rule == OwnTitles.Rule || work.Span.End > end && !own.Exists(o => o.Span.Contains(work.Span)))
            {
                kept.Add(work);
                end = Math.Max(end, work.Span.End);
            }
        }

        return kept;
    }

    private static void BareTitles(Paper paper, List<Mention> works, DefinedTerms definitions, List<Mention> found)
    {
        var text = paper.Text;
        for (var open = text.IndexOf('《', StringComparison.Ordinal); open >= 0; open = text.IndexOf('《', open + 1))
        {
            var close = BookMarks.Close(text, open);
            if (close <= 0 || close - open < 4)
            {
                continue;
            }

            var inner = text.AsSpan(open + 1, close - open - 2);
            var target = definitions.Meaning(inner, open) ?? (TitleKinds.IsBare(inner) ? Nearest(works, open, inner, isOwn: false) : null);
            if (target is not null)
            {
                found.Add(Short(new(open, close), target, "work.bare-title"));
            }
        }
    }

    /// <summary>本 and 该 before a kind.</summary>
    private static void Pronouns(Paper paper, List<Mention> works, List<Mention> found)
    {
        var text = paper.Text.AsSpan();
        for (var at = 0; at < text.Length; )
        {
            var next = text[at..].IndexOfAny('本', '该');
            if (next < 0)
            {
                return;
            }

            at += next;
            var kind = Kinds.At(text, at + 1);
            if (kind.Length >= 2 && Nearest(works, at, text.Slice(at + 1, kind.Length), isOwn: text[at] == '本') is { } target)
            {
                found.Add(Short(new(at, at + 1 + kind.Length), target, "work.pronoun"));
            }

            at += 1 + kind.Length;
        }
    }

    private static Mention? Nearest(List<Mention> works, int position, ReadOnlySpan<char> kind, bool isOwn)
    {
        var after = FirstFrom(works, position);
        for (var i = after - 1; i >= 0 && i >= after - Reach; i--)
        {
            if (EndsSo(works[i], kind) && (!isOwn || IsOwn(works[i])))
            {
                return works[i];
            }
        }

        for (var i = after; i < works.Count && i < after + Reach && !isOwn; i++)
        {
            if (EndsSo(works[i], kind))
            {
                return works[i];
            }
        }

        return null;
    }

    /// <summary>The index of the first work that starts at a position or after it; the works come by their starts.</summary>
    private static int FirstFrom(List<Mention> works, int position)
    {
        var (low, high) = (0, works.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = works[middle].Span.Start < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>
    /// A title that stands as a heading, or that names the paper itself, is what 本 may mean; a title in a running sentence is another
    /// paper.
    /// </summary>
    private static bool IsOwn(Mention work) => work.Rule is not ("work.title" or "work.title-without-kind");

    private static bool EndsSo(Mention work, ReadOnlySpan<char> kind)
    {
        var name = work.Name.AsSpan();
        return name.EndsWith(kind) || Folded(name).EndsWith(kind);
    }

    private static ReadOnlySpan<char> Folded(ReadOnlySpan<char> name)
    {
        var end = name.Length;
        while (end > 0 && name[end - 1] is '）' or ')' && name[..end].LastIndexOfAny('（', '(') is var open and > 0)
        {
            end = open;
        }

        return name[..end];
    }

    internal static Mention Short(TextSpan span, Mention target, string rule) =>
        new()
        {
            Span = span,
            Type = target.Type,
            Name = target.Name,
            Rule = rule,
            Confidence = 0.9,
            Form = MentionForm.Short,
        };
}
