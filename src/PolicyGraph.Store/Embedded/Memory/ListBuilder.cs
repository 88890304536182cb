using System.Runtime.InteropServices;
using PolicyGraph.Store.Embedded.Collections;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>Keeps the lists of labels, the sorted property indexes and the names in step with the nodes of a batch.</summary>
internal sealed class ListBuilder(GraphVersion before)
{
    private readonly List<Change<int>>?[] _labels = new List<Change<int>>?[before.Labels.Length];
    private readonly List<Change<IndexEntry>>?[][] _indexes =
    [
        .. before.Indexes.Select(index => new List<Change<IndexEntry>>?[index.Length]),
    ];

    /// <summary>Notes what became of one node.</summary>
    public void Note(NodeHead head, Node? was, Node? now)
    {
        if (was is null != now is null)
        {
            (_labels[head.Kind.Ordinal] ??= []).Add(new(head.Index, Remove: now is null));
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

        if (now is not null)
        {
            NodeNames.Note(before.Registry, was, now);
        }
        else
        {
            before.Registry.Search.Lose();
        }
    }

    /// <summary>The graph after the batch with its lists.</summary>
    public GraphVersion In(GraphVersion after)
    {
        var byHead = new HeadOrder(before.Registry.Heads);
        return after with
        {
            Texts = before.Registry.Search.Texts.Count,
            Labels = [.. before.Labels.Select((list, i) => Apply(list, _labels[i], byHead))],
            Indexes =
            [
                .. before.Indexes.Select(
                    (lists, kind) => lists.Select((list, i) => Apply(list, _indexes[kind][i], default(IndexOrder))).ToArray()
                ),
            ],
        };
    }

    private static OrderedList<T> Apply<T, TOrder>(OrderedList<T> list, List<Change<T>>? changes, TOrder order)
        where TOrder : IComparer<T>
    {
        if (changes is null)
        {
            return list;
        }

        changes.Sort((x, y) => order.Compare(x.Item, y.Item));
        return list.Apply(CollectionsMarshal.AsSpan(changes), order);
    }

    private void NoteValue(NodeHead head, int property, Node? was, Node? now)
    {
        var (old, current) = (was?.Values[property], now?.Values[property]);
        if (was is not null && now is not null && Equals(old, current))
        {
            return;
        }

        var changes = _indexes[head.Kind.Ordinal][property] ??= [];
        if (was is not null)
        {
            changes.Add(new(IndexEntry.Of(old, head), Remove: true));
        }

        if (now is not null)
        {
            changes.Add(new(IndexEntry.Of(current, head), Remove: false));
        }
    }
}
