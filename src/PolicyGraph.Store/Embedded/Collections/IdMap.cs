namespace PolicyGraph.Store.Embedded.Collections;

/// <summary>
/// From a 64-bit identity to a dense index, for ever: entries are never changed or taken out. One thread adds, any number read without
/// waiting. Open addressing by the low bits: the identities are hashes already.
/// </summary>
internal sealed class IdMap
{
    private volatile Slots _slots = new(1024);
    private int _count;

    public bool TryGet(ulong id, out int index) => _slots.TryGet(id, out index);

    /// <summary>Adds an identity that is not there yet.</summary>
    public void Add(ulong id, int index)
    {
        if (++_count * 2 > _slots.Capacity)
        {
            _slots = _slots.Doubled();
        }

        _slots.Add(id, index);
    }

    private sealed class Slots(int capacity)
    {
        private readonly ulong[] _ids = new ulong[capacity];

        /// <summary>
        /// Index + 1, so that 0 marks a free slot whatever the identity; written after the identity, so that a reader who sees it sees
        /// both.
        /// </summary>
        private readonly int[] _marks = new int[capacity];

        public int Capacity => _ids.Length;

        public bool TryGet(ulong id, out int index)
        {
            for (var slot = (int)id & (_ids.Length - 1); ; slot = (slot + 1) & (_ids.Length - 1))
            {
                var mark = Volatile.Read(ref _marks[slot]);
                if (mark == 0 || _ids[slot] == id)
                {
                    index = mark - 1;
                    return mark != 0;
                }
            }
        }

        public void Add(ulong id, int index)
        {
            var slot = (int)id & (_ids.Length - 1);
            while (_marks[slot] != 0)
            {
                slot = (slot + 1) & (_ids.Length - 1);
            }

            _ids[slot] = id;
            Volatile.Write(ref _marks[slot], index + 1);
        }

        public Slots Doubled()
        {
            var doubled = new Slots(_ids.Length * 2);
            for (var slot = 0; slot < _ids.Length; slot++)
            {
                if (_marks[slot] != 0)
                {
                    doubled.Add(_ids[slot], _marks[slot] - 1);
                }
            }

            return doubled;
        }
    }
}
