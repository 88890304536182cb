namespace PolicyGraph.Store.Embedded.Loading;

/// <summary>Where in one array each of many runs lies: first each run's length is counted, then they are filled, in any order.</summary>
internal sealed class Buckets(int length)
{
    /// <summary>While counting, one entry after its own, the length of each run; while filling, where its next element goes.</summary>
    private readonly int[] _ends = new int[length + 1];

    private bool _isFilling;

    public void Count(int bucket) => _ends[bucket + 1]++;

    public void CopyCounts(Buckets other) => _ends.CopyTo(other._ends, 0);

    /// <summary>The place of the next element of a run. All must have been counted.</summary>
    public int Next(int bucket)
    {
        if (!_isFilling)
        {
            Fill();
        }

        return _ends[bucket]++;
    }

    /// <summary>A run that has been filled, as have all others.</summary>
    public Range Of(int bucket) => (bucket == 0 ? 0 : _ends[bucket - 1]).._ends[bucket];

    private void Fill()
    {
        _isFilling = true;
        for (var i = 1; i < _ends.Length; i++)
        {
            _ends[i] += _ends[i - 1];
        }
    }
}
