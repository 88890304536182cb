using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyGraph.Model;
using PolicyGraph.Store.Embedded.Writing;
using PolicyGraph.Store.Numeric;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>What kind of value it is; values of different kinds are ordered by it.</summary>
internal enum ValueKind
{
    Number,
    Text,
    Truth,
    List,
}

/// <summary>
/// One value of a property, with its JSON encoded once so that answering is copying bytes. Order: numbers by value, texts and dates by code
/// unit, false before true.
/// </summary>
internal sealed class Value : IEquatable<Value>, IComparable<Value>
{
    private readonly PaddedBytes _encoded;

    /// <summary>0 until it is asked for.</summary>
    private int _hash;

    private Value(ValueKind kind, string? text, decimal number, IReadOnlyList<string>? list, string json)
    {
        Kind = kind;
        Text = text;
        Number = number;
        List = list ?? [];
        _encoded = new PaddedBytes(Encoding.UTF8.GetBytes(json));
    }

    public static Value True { get; } = new(ValueKind.Truth, null, 1, null, "true");

    public static Value False { get; } = new(ValueKind.Truth, null, 0, null, "false");

    private static Value EmptyList { get; } = new(ValueKind.List, null, 0, [], "[]");

    public ValueKind Kind { get; }

    /// <summary>The text, where it is one.</summary>
    public string? Text { get; }

    /// <summary>The number; of truth values 1 and 0.</summary>
    public decimal Number { get; }

    /// <summary>The texts of a list.</summary>
    public IReadOnlyList<string> List { get; }

    /// <summary>The value as JSON in UTF-8.</summary>
    public ReadOnlySpan<byte> Json => _encoded.Span;

    /// <summary>The same, ready to be copied.</summary>
    public ref readonly PaddedBytes Encoded => ref _encoded;

    public static Value OfText(string text) => new(ValueKind.Text, text, 0, null, Quote(text));

    /// <summary>As <see cref="Doubles"/> says.</summary>
    public static Value OfNumber(decimal number)
    {
        return Doubles.IsWhole(number)
            ? new Value(ValueKind.Number, null, number, null, ((long)number).ToString(CultureInfo.InvariantCulture))
            : new Value(
                ValueKind.Number,
                null,
                Doubles.Nearest(number),
                null,
                ((double)number).ToString("R", CultureInfo.InvariantCulture)
            );
    }

    /// <summary>A sum or a mean, told as <see cref="OfNumber"/> does.</summary>
    /// <param name="order">The number that it is compared and ordered by.</param>
    public static Value OfSum(decimal sum, decimal order) =>
        new(
            ValueKind.Number,
            null,
            order,
            null,
            Doubles.IsWhole(sum)
                ? ((long)sum).ToString(CultureInfo.InvariantCulture)
                : ((double)sum).ToString("R", CultureInfo.InvariantCulture)
        );

    public static Value OfList(IReadOnlyList<string> list) =>
        list.Count == 0 ? EmptyList : new(ValueKind.List, null, 0, list, $"[{string.Join(',', list.Select(Quote))}]");

    public static Value Of(PropertyValue value) =>
        value.Kind switch
        {
            JsonValueKind.String => OfText(value.Text ?? ""),
            JsonValueKind.Number => OfNumber(value.Number),
            _ => value.Truth ? True : False,
        };

    public int CompareTo(Value? other) =>
        other is null ? 1
        : Kind != other.Kind ? Kind.CompareTo(other.Kind)
        : Kind == ValueKind.Text ? string.CompareOrdinal(Text, other.Text)
        : Kind == ValueKind.List ? Json.SequenceCompareTo(other.Json)
        : Number.CompareTo(other.Number);

    public bool Equals(Value? other) =>
        ReferenceEquals(this, other) || (other is not null && Kind == other.Kind && Json.SequenceEqual(other.Json));

    public override bool Equals(object? obj) => Equals(obj as Value);

    public override int GetHashCode()
    {
        if (_hash == 0)
        {
            var made = default(HashCode);
            made.AddBytes(Json);
            _hash = made.ToHashCode() | 1;
        }

        return _hash;
    }

    public override string ToString() => Text ?? Encoding.UTF8.GetString(Json);

    private static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}
