using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>The compilers of a query's parts, which call on each other.</summary>
internal sealed class Compilers
{
    public Compilers(Kinds kinds)
    {
        Kinds = kinds;
        Nodes = new NodeShapes(this);
        Edges = new EdgeShapes(this);
        Evidence = new EvidenceShapes(this);
        Tests = new TestCompiler(this);
        Connections = new ConnectionCompiler(this);
    }

    public Kinds Kinds { get; }

    public NodeShapes Nodes { get; }

    public EdgeShapes Edges { get; }

    public EvidenceShapes Evidence { get; }

    public TestCompiler Tests { get; }

    public ConnectionCompiler Connections { get; }
}
