using System.Runtime.InteropServices;
using PolicyGraph.Store.Embedded.Collections;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>Keeps the lists of labels, the sorted property indexes and the names in step with the nodes of a batch.</summary>
internal sealed class ListBuilder(GraphVersion before)
{
    private readonly List<Change<int>>?[] labels = new List<Change<int>>?[before.Labels.Length];
    private readonly List<Change<IndexEntry>>?[][] indexes = [.. before.Indexes.Select(index => new List<Change<IndexEntry>>?[index.Length])];

    /// <summary>Notes what became of one node.</summary>
    public void Note(NodeHead head, Node? was, Node? now)
    {
        if (was is null != now is null)
        {
            (labels[head.Kind.Ordinal] ??= []).Add(new(head.Index, Remove: now is null));
        }

        if (ReferenceEquals(was?.Values, now?.Values))
        {
            return;
        }

        var properties = head.Kind.Type.Properties;
        for (var i = 0; i < properties.Count; i++)
        {
            if (properties[i].IsIndexed)
            {
                NoteValue(head, i, was, now);
            }
        }

        NoteNames(head, was, now);
    }

    /// <summary>The graph after the batch with its lists.</summary>
    public GraphVersion In(GraphVersion after)
    {
        var byHead = new HeadOrder(before.Registry.Heads);
        return after with
        {
            Labels = [.. before.Labels.Select((list, i) => Apply(list, labels[i], byHead))],
            Indexes = [.. before.Indexes.Select((lists, kind) => lists.Select((list, i) => Apply(list, indexes[kind][i], default(IndexOrder))).ToArray())],
        };
    }

    /// <summary>A graph with the lists of all its nodes, which has none yet.</summary>
    public static GraphVersion OfAll(GraphVersion graph)
    {
        var lists = new ListBuilder(graph);
        foreach (var index in ById(graph.Registry.Heads))
        {
            if (graph.Nodes[index] is { } node)
            {
                lists.Note(node.Head, null, node);
            }
        }

        lists.SortOnAllCores();
        return lists.In(graph);
    }

    /// <summary>The indexes of all nodes in the order of their ids, so that what is ordered by ids alone is in order already.</summary>
    private static int[] ById(AppendTable<NodeHead> heads)
    {
        var (ids, indexes) = (new ulong[heads.Count], new int[heads.Count]);
        for (var i = 0; i < ids.Length; i++)
        {
            (ids[i], indexes[i]) = (heads[i].Id, i);
        }

        Array.Sort(ids, indexes);
        return indexes;
    }

    private void SortOnAllCores()
    {
        var byHead = new HeadOrder(before.Registry.Heads);
        Parallel.Invoke([
            .. labels.OfType<List<Change<int>>>().Select(list => new Action(() => Sort(list, byHead))),
            .. indexes.SelectMany(lists => lists).OfType<List<Change<IndexEntry>>>().Select(list => new Action(() => Sort(list, default(IndexOrder))))]);
    }

    /// <summary>Sorts what is not sorted yet.</summary>
    private static void Sort<T, TOrder>(List<Change<T>> changes, TOrder order)
        where TOrder : IComparer<T>
    {
        for (var i = 1; i < changes.Count; i++)
        {
            if (order.Compare(changes[i - 1].Item, changes[i].Item) > 0)
            {
                changes.Sort((x, y) => order.Compare(x.Item, y.Item));
                return;
            }
        }
    }

    private static OrderedList<T> Apply<T, TOrder>(OrderedList<T> list, List<Change<T>>? changes, TOrder order)
        where TOrder : IComparer<T>
    {
        if (changes is null)
        {
            return list;
        }

        Sort(changes, order);
        return list.Apply(CollectionsMarshal.AsSpan(changes), order);
    }

    private void NoteValue(NodeHead head, int property, Node? was, Node? now)
    {
        var (old, current) = (was?.Values[property], now?.Values[property]);
        if (was is not null && now is not null && Equals(old, current))
        {
            return;
        }

        var changes = indexes[head.Kind.Ordinal][property] ??= [];
        if (was is not null)
        {
            changes.Add(new(IndexEntry.Of(old, head), Remove: true));
        }

        if (now is not null)
        {
            changes.Add(new(IndexEntry.Of(current, head), Remove: false));
        }
    }

    private void NoteNames(NodeHead head, Node? was, Node? now)
    {
        if (now is null)
        {
            return;
        }

        var registry = before.Registry;
        NoteText(head.Kind.Name, SearchField.Name, was, now);
        NoteText(head.Kind.Properties.GetValueOrDefault("documentNumber", -1), SearchField.DocumentNumber, was, now);
        NoteText(head.Kind.Properties.GetValueOrDefault("title", -1), SearchField.Title, was, now);
        if (head.Kind.Aliases >= 0 && now.Values[head.Kind.Aliases] is { } aliases && !aliases.Equals(was?.Values[head.Kind.Aliases]))
        {
            foreach (var alias in aliases.List.Except(was?.Values[head.Kind.Aliases]?.List ?? []))
            {
                registry.Names.Add(alias, head.Index);
                registry.Search.Add(head.Index, SearchField.Alias, alias);
            }
        }
    }

    private void NoteText(int place, SearchField field, Node? was, Node now)
    {
        if (place < 0 || now.Values[place] is not { Text: { } text } value || value.Equals(was?.Values[place]))
        {
            return;
        }

        before.Registry.Search.Add(now.Head.Index, field, text);
        if (field == SearchField.Name)
        {
            before.Registry.Names.Add(text, now.Head.Index);
        }
    }
}
