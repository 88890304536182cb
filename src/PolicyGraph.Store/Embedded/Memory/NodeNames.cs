using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>Tells the indexes of names and of texts what a node is newly called.</summary>
internal static class NodeNames
{
    /// <param name="was">The node in the version before; null where it is new.</param>
    public static void Note(GraphRegistry registry, Node? was, Node now)
    {
        var kind = now.Kind;
        if (
            was is not null
            && kind.Aliases >= 0
            && was.Values[kind.Aliases] is { } old
            && old.List.Except(now.Values[kind.Aliases]?.List ?? []).Any()
        )
        {
            registry.Search.Lose();
        }

        NoteText(registry, kind.Name, SearchField.Name, was, now);
        NoteText(registry, kind.Number, SearchField.DocumentNumber, was, now);
        NoteText(registry, kind.Title, SearchField.Title, was, now);
        if (kind.Aliases >= 0 && now.Values[kind.Aliases] is { } aliases && !aliases.Equals(was?.Values[kind.Aliases]))
        {
            foreach (var alias in aliases.List.Except(was?.Values[kind.Aliases]?.List ?? []))
            {
                registry.Names.Add(alias, now.Head.Index);
                registry.Search.Add(now.Head, SearchField.Alias, alias);
            }
        }
    }

    private static void NoteText(GraphRegistry registry, int place, SearchField field, Node? was, Node now)
    {
        var old = place < 0 ? null : was?.Values[place];
        if (place < 0 || Equals(now.Values[place], old))
        {
            return;
        }

        if (old is not null)
        {
            registry.Search.Lose();
        }

        if (now.Values[place]?.Text is not { } text)
        {
            return;
        }

        registry.Search.Add(now.Head, field, text);
        if (field == SearchField.Name)
        {
            registry.Names.Add(text, now.Head.Index);
        }
    }
}
