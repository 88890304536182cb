namespace PolicyGraph.Store.Embedded.Collections;

/// <summary>
/// From a 64-bit identity to a dense index, for ever: entries are never changed or taken out. One thread adds, any number read without waiting.
/// Open addressing by the low bits: the identities are hashes already.
/// </summary>
internal sealed class IdMap
{
    private volatile Slots slots = new(1024);
    private int count;

    public bool TryGet(ulong id, out int index) => slots.TryGet(id, out index);

    /// <summary>Adds an identity that is not there yet.</summary>
    public void Add(ulong id, int index)
    {
        if (++count * 2 > slots.Capacity)
        {
            slots = slots.Doubled();
        }

        slots.Add(id, index);
    }

    private sealed class Slots(int capacity)
    {
        private readonly ulong[] ids = new ulong[capacity];

        /// <summary>Index + 1, so that 0 marks a free slot whatever the identity; written after the identity, so that a reader who sees it sees both.</summary>
        private readonly int[] marks = new int[capacity];

        public int Capacity => ids.Length;

        public bool TryGet(ulong id, out int index)
        {
            for (var slot = (int)id & (ids.Length - 1); ; slot = (slot + 1) & (ids.Length - 1))
            {
                var mark = Volatile.Read(ref marks[slot]);
                if (mark == 0 || ids[slot] == id)
                {
                    index = mark - 1;
                    return mark != 0;
                }
            }
        }

        public void Add(ulong id, int index)
        {
            var slot = (int)id & (ids.Length - 1);
            while (marks[slot] != 0)
            {
                slot = (slot + 1) & (ids.Length - 1);
            }

            ids[slot] = id;
            Volatile.Write(ref marks[slot], index + 1);
        }

        public Slots Doubled()
        {
            var doubled = new Slots(ids.Length * 2);
            for (var slot = 0; slot < ids.Length; slot++)
            {
                if (marks[slot] != 0)
                {
                    doubled.Add(ids[slot], marks[slot] - 1);
                }
            }

            return doubled;
        }
    }
}
