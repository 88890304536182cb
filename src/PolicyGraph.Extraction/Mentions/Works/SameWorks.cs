using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>One spelling for one work: titles that differ only in marks, dashes and brackets take the name of the first.</summary>
internal static class SameWorks
{
    private const string State = "中华人民共和国";
    private const int Short = 128;
    private const int MostTitles = 60;

    /// <summary>How the rules of names in running text begin.</summary>
    private const string Running = "work.running-";

    public static void Join(Paper paper)
    {
        JoinPassedOn(paper);
        JoinUnmarked(paper);
        JoinLaws(paper);
        var names = new Dictionary<(EntityType, string), string>();
        foreach (
            var work in paper
                .Mentions.Where(m => m.Type is EntityType.Policy or EntityType.Publication or EntityType.Event)
                .OrderBy(m => m.Span.Start)
        )
        {
            var key = (work.Type, Key(work.Name));
            if (!names.TryAdd(key, work.Name))
            {
                work.Name = names[key];
            }
        }
    }

    // A report that a notice passes on (某委关于某事的报告) is no publication of its own where it stands without its sender.
    private static void JoinPassedOn(Paper paper)
    {
        var policies = paper.Mentions.Where(m => m.Type == EntityType.Policy && m.Form == MentionForm.Name).ToList();
        for (var i = 0; i < paper.Mentions.Count; i++)
        {
            var report = paper.Mentions[i];
            if (
                report.Type == EntityType.Publication
                && report.Name.StartsWith("关于", StringComparison.Ordinal)
                && EndingWith(policies, report.Name) is { } policy
            )
            {
                paper.Mentions[i] = WorkShortForms.Short(report.Span, policy, report.Rule);
            }
        }
    }

    /// <summary>附件：甲补助资金管理办法: a title that stands elsewhere in marks is found from its last words alone.</summary>
    private static void JoinUnmarked(Paper paper)
    {
        var titles = paper.Mentions.FindAll(m =>
            m.Type == EntityType.Policy && m.Form == MentionForm.Name && paper.Text[m.Span.Start] == '《' || m.Rule == Papers.OwnTitles.Rule
        );
        for (var i = 0; i < paper.Mentions.Count && titles.Count is > 0 and <= MostTitles; i++)
        {
            var part = paper.Mentions[i];
            if (
                part.Type == EntityType.Policy
                && part.Rule.StartsWith(Running, StringComparison.Ordinal)
                && WithEnd(paper.Text, titles, part.Span) is { } title
            )
            {
                paper.Mentions[i] = WorkShortForms.Short(new(part.Span.End - title.Name.Length, part.Span.End), title, part.Rule);
            }
        }
    }

    /// <summary>国务院公布某条例 over a text that names 《中华人民共和国某条例》: the state's name may be left out.</summary>
    private static void JoinLaws(Paper paper)
    {
        var laws = paper
            .Mentions.Where(m => m.Type == EntityType.Policy && m.Name.StartsWith(State, StringComparison.Ordinal))
            .Select(m => m.Name)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var work in laws.Count == 0 ? [] : paper.Mentions.Where(m => m.Type == EntityType.Policy))
        {
            work.Name = laws.TryGetValue(State + work.Name, out var full) ? full : work.Name;
        }
    }

    private static Mention? WithEnd(string text, List<Mention> titles, TextSpan part) =>
        titles.Find(title => IsEndOf(text, part, title.Name));

    private static bool IsEndOf(string text, TextSpan part, string name) =>
        name.Length > part.Length
        && part.End >= name.Length
        && name.AsSpan().EndsWith(part.Of(text))
        && text.AsSpan(part.End - name.Length, name.Length).SequenceEqual(name);

    private static Mention? EndingWith(List<Mention> policies, string name) =>
        policies.Find(p => p.Name.Length > name.Length && p.Name.EndsWith(name, StringComparison.Ordinal));

    private static string Key(string name)
    {
        Span<char> key = name.Length <= Short ? stackalloc char[name.Length] : new char[name.Length];
        var length = 0;
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                key[length++] = Text.CharacterFolding.Fold(c);
            }
        }

        return key[..length].SequenceEqual(name) ? name : key[..length].ToString();
    }
}
