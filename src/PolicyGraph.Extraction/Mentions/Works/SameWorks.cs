using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>One spelling for one work: titles that differ only in marks, dashes and brackets take the name of the first.</summary>
internal static class SameWorks
{
    public static void Join(Paper paper)
    {
        var names = new Dictionary<(EntityType, string), string>();
        foreach (var work in paper.Mentions.Where(m => m.Type is EntityType.Policy or EntityType.Publication or EntityType.Event).OrderBy(m => m.Span.Start))
        {
            var key = (work.Type, Key(work.Name));
            if (!names.TryAdd(key, work.Name))
            {
                work.Name = names[key];
            }
        }
    }

    private static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit).Select(Text.CharacterFolding.Fold));
}
