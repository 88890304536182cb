using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>What an <see cref="InputValue"/> holds.</summary>
public enum InputKind
{
    Null,
    Boolean,
    Int,
    Float,
    String,
    Enum,
    List,
    Object,

    /// <summary>A file that came beside the JSON.</summary>
    Upload,
}

/// <summary>
/// An input value: of a variable, an argument, a default. Numbers and booleans are held without boxing.
/// Whole numbers have 64 bits; the scalar's coercion has narrowed them where it must.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct InputValue : IEquatable<InputValue>
{
    private readonly object? _reference;
    private readonly long _bits;

    private InputValue(InputKind kind, long bits, object? reference)
    {
        Kind = kind;
        _bits = bits;
        _reference = reference;
    }

    /// <summary>The value <c>null</c>; also what <c>default</c> is.</summary>
    public static InputValue Null => default;

    /// <summary>What is held; the accessors below take only their own kind.</summary>
    public InputKind Kind { get; }

    public bool IsNull => Kind is InputKind.Null;

    public static InputValue From(bool value) => new(InputKind.Boolean, value ? 1 : 0, reference: null);

    public static InputValue From(long value) => new(InputKind.Int, value, reference: null);

    public static InputValue From(double value) => new(InputKind.Float, BitConverter.DoubleToInt64Bits(value), reference: null);

    public static InputValue From(string value) => new(InputKind.String, 0, value);

    /// <summary>The value of an enum, by its name.</summary>
    public static InputValue Enum(string name) => new(InputKind.Enum, 0, name);

    public static InputValue From(IReadOnlyList<InputValue> items) => new(InputKind.List, 0, items);

    public static InputValue From(InputObject fields) => new(InputKind.Object, 0, fields);

    public static InputValue From(UploadedFile file) => new(InputKind.Upload, 0, file);

    /// <summary>A boolean's value.</summary>
    public bool AsBoolean() => Kind is InputKind.Boolean ? _bits != 0 : throw Wrong(InputKind.Boolean);

    /// <summary>A whole number's value.</summary>
    public long AsInt64() => Kind is InputKind.Int ? _bits : throw Wrong(InputKind.Int);

    /// <summary>A number's value, whole or not.</summary>
    public double AsDouble() =>
        Kind switch
        {
            InputKind.Float => BitConverter.Int64BitsToDouble(_bits),
            InputKind.Int => _bits,
            _ => throw Wrong(InputKind.Float),
        };

    /// <summary>A string's value, or the name of an enum's.</summary>
    public string AsString() =>
        Kind is InputKind.String or InputKind.Enum && _reference is string text ? text : throw Wrong(InputKind.String);

    /// <summary>The items in order; <c>null</c> items are <see cref="Null"/>.</summary>
    public IReadOnlyList<InputValue> AsList() => _reference as IReadOnlyList<InputValue> ?? throw Wrong(InputKind.List);

    /// <summary>The fields that were given or have a default.</summary>
    public InputObject AsObject() => _reference as InputObject ?? throw Wrong(InputKind.Object);

    /// <summary>A file.</summary>
    public UploadedFile AsUpload() => _reference as UploadedFile ?? throw Wrong(InputKind.Upload);

    public bool Equals(InputValue other) =>
        Kind == other.Kind
        && _bits == other._bits
        && Kind switch
        {
            InputKind.List => AsList().SequenceEqual(other.AsList()),
            InputKind.Object => AsObject().Fields.SequenceEqual(other.AsObject().Fields),
            _ => Equals(_reference, other._reference),
        };

    public override bool Equals(object? obj) => obj is InputValue other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, _bits, _reference as string);

    public static bool operator ==(InputValue left, InputValue right) => left.Equals(right);

    public static bool operator !=(InputValue left, InputValue right) => !left.Equals(right);

    /// <summary>The value as a GraphQL literal.</summary>
    public override string ToString() => InputLiteral.Print(this);

    private UnreachableException Wrong(InputKind wanted) => new($"The value {this} is {Kind}, not {wanted}.");
}
