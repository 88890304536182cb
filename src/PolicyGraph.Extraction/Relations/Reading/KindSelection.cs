using System.Collections;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>
/// The items of a list that are of one of some kinds, looked up while they are read: a loop over them allocates nothing, nor does a
/// question where there are none.
/// </summary>
/// <param name="items">In the order of the text.</param>
/// <param name="kindOf">An item's kind, one bit.</param>
/// <param name="kinds">Those asked for that the list has; 0 where it has none.</param>
internal readonly struct KindSelection<T>(List<T> items, Func<T, uint> kindOf, uint kinds) : IEnumerable<T>
{
    public bool IsEmpty => kinds == 0;

    public Enumerator GetEnumerator() => new(items, kindOf, kinds);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public IEnumerable<T> Where(Func<T, bool> fits) => IsEmpty ? [] : Enumerable.Where(this, fits);

    public IEnumerable<TResult> SelectMany<TResult>(Func<T, IEnumerable<TResult>> parts) =>
        IsEmpty ? [] : Enumerable.SelectMany(this, parts);

    public bool Any(Func<T, bool> fits)
    {
        foreach (var item in this)
        {
            if (fits(item))
            {
                return true;
            }
        }

        return false;
    }

    public T? FirstOrDefault()
    {
        foreach (var item in this)
        {
            return item;
        }

        return default;
    }

    public T? LastOrDefault(Func<T, bool> fits)
    {
        var last = default(T);
        foreach (var item in this)
        {
            last = fits(item) ? item : last;
        }

        return last;
    }

    /// <summary>A value, so that a loop over it allocates nothing.</summary>
    public struct Enumerator(List<T> items, Func<T, uint> kindOf, uint kinds) : IEnumerator<T>
    {
        private int _index = -1;

        public readonly T Current => items[_index];

        readonly object? IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (kinds == 0)
            {
                return false;
            }

            do
            {
                _index++;
            } while (_index < items.Count && (kindOf(items[_index]) & kinds) == 0);
            return _index < items.Count;
        }

        public void Reset() => _index = -1;

        public readonly void Dispose() { }
    }
}
