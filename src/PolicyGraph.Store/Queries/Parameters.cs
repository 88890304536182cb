namespace PolicyGraph.Store.Queries;

/// <summary>The place of a value in <see cref="Parameters"/>.</summary>
public readonly record struct Slot(int Index);

/// <summary>
/// The values of one request. Each is null, a <see cref="string"/>, a <see cref="long"/>, a <see cref="decimal"/>, a <see cref="bool"/>, or
/// a list of them as <see cref="IReadOnlyList{T}"/> of <see cref="object"/>.
/// </summary>
public readonly struct Parameters(object?[] values)
{
    public object? this[Slot slot] => values[slot.Index];

    public int Count => values.Length;

    /// <summary>The text in a slot, or null.</summary>
    public string? Text(Slot slot) => (string?)values[slot.Index];

    /// <summary>The whole number in a slot, or null.</summary>
    public long? Integer(Slot slot) => (long?)values[slot.Index];

    /// <summary>The truth value in a slot.</summary>
    public bool Truth(Slot slot) => values[slot.Index] is true;
}
