using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>The model's node and edge types, numbered and with their constant bytes made.</summary>
internal sealed class Kinds
{
    /// <summary>A set of labels is kept in 64 bits.</summary>
    private const int MostLabels = 64;

    public Kinds(GraphModel model)
    {
        Nodes = [.. model.NodeTypes.Values.OrderBy(type => type.Label, StringComparer.Ordinal).Select((type, i) => new NodeKind(i, type))];
        Edges = [.. model.EdgeTypes.Values.OrderBy(type => type.Name, StringComparer.Ordinal).Select((type, i) => new EdgeKind(i, type))];
        if (Nodes.Length > MostLabels)
        {
            throw new ArgumentException($"The model has {Nodes.Length} labels; this store takes {MostLabels}.", nameof(model));
        }

        ByLabel = Nodes.ToFrozenDictionary(kind => kind.Label);
        ByPrefix = Nodes.ToFrozenDictionary(kind => kind.Prefix);
        ByRelation = Edges.ToFrozenDictionary(kind => kind.Type.Name);
    }

    /// <summary>By label.</summary>
    public NodeKind[] Nodes { get; }

    /// <summary>By name.</summary>
    public EdgeKind[] Edges { get; }

    public FrozenDictionary<string, NodeKind> ByLabel { get; }

    /// <summary>By the label in lower case, as ids begin.</summary>
    public FrozenDictionary<string, NodeKind> ByPrefix { get; }

    public FrozenDictionary<string, EdgeKind> ByRelation { get; }

    public ulong AllLabels => Nodes.Length == MostLabels ? ulong.MaxValue : (1UL << Nodes.Length) - 1;

    /// <summary>The labels as bits; all where none is named.</summary>
    public ulong Mask(IEnumerable<string> labels)
    {
        var mask = 0UL;
        var any = false;
        foreach (var label in labels)
        {
            any = true;
            mask |= Label(label).Bit;
        }

        return any ? mask : AllLabels;
    }

    public NodeKind Label(string label) =>
        ByLabel.TryGetValue(label, out var kind) ? kind : throw new UnknownNameException($"The graph's model has no label {label}.");

    public EdgeKind Relation(string name) =>
        ByRelation.TryGetValue(name, out var kind) ? kind : throw new UnknownNameException($"The graph's model has no relation {name}.");
}

/// <summary>A label.</summary>
internal sealed class NodeKind
{
    private readonly int _text;
    private readonly int _lastDay;

    public NodeKind(int ordinal, NodeType type)
    {
        Ordinal = ordinal;
        Type = type;
        Prefix = type.Label.ToLowerInvariant();
        IdStart = Encoding.UTF8.GetBytes($"\"{Prefix}_");
        LabelJson = Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(type.Label)}\"");
        Properties = type.Properties.Select((property, i) => (property.Name, i)).ToFrozenDictionary(pair => pair.Name, pair => pair.i);
        Aliases = Properties.GetValueOrDefault("aliases", -1);
        Name = Properties.GetValueOrDefault("name", -1);
        Number = Properties.GetValueOrDefault("documentNumber", -1);
        Title = Properties.GetValueOrDefault("title", -1);
        Source = Properties.GetValueOrDefault("source", -1);
        Sources = Properties.GetValueOrDefault("sources", -1);
        IsStatistic = type.Label == Labels.Statistic;
        _text = IsStatistic ? Properties[KeptOrder.Indicator] : Name;
        _lastDay = IsStatistic ? Properties[KeptOrder.LastDay] : -1;
        Turn =
            Name >= 0 ? 0
            : IsStatistic ? 1
            : 2;
    }

    public int Ordinal { get; }

    public NodeType Type { get; }

    public string Label => Type.Label;

    public string Prefix { get; }

    public ulong Bit => 1UL << Ordinal;

    /// <summary>How the JSON of an id begins.</summary>
    public byte[] IdStart { get; }

    public byte[] LabelJson { get; }

    /// <summary>The place of each property in <see cref="Supported.Values"/>.</summary>
    public FrozenDictionary<string, int> Properties { get; }

    public int Name { get; }

    /// <summary>The place of the document number, −1 where the label has none.</summary>
    public int Number { get; }

    public int Title { get; }

    public int Aliases { get; }

    public int Source { get; }

    public int Sources { get; }

    public bool IsStatistic { get; }

    /// <summary>Which of the three parts of <see cref="KeptOrder"/> its nodes stand in.</summary>
    public int Turn { get; }

    /// <summary>As <see cref="NodeHead.Text"/>.</summary>
    /// <param name="values">What a document says of the node.</param>
    public string? TextIn(Value?[] values) => _text < 0 ? null : values[_text]?.Text;

    /// <summary>As <see cref="NodeHead.Day"/>.</summary>
    /// <param name="values">What a document says of the node.</param>
    public int DayIn(Value?[] values) => _lastDay < 0 ? 0 : NodeHead.DayOf(values[_lastDay]?.Text);
}

/// <summary>A relation type.</summary>
internal sealed class EdgeKind(int ordinal, EdgeType type)
{
    public EdgeType Type => type;

    public int Ordinal => ordinal;

    public byte[] NameJson { get; } = Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(type.Name)}\"");

    public FrozenDictionary<string, int> Properties { get; } =
        type.Properties.Select((property, i) => (property.Name, i)).ToFrozenDictionary(pair => pair.Name, pair => pair.i);

    /// <summary>Which of a node's lists holds the edges that leave it.</summary>
    public int Outgoing => ordinal * 2;

    /// <summary>Which of a node's lists holds the edges that reach it.</summary>
    public int Incoming => (ordinal * 2) + 1;
}
