namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>The whole of a prepared query: writes the answer as one JSON value.</summary>
internal abstract class RootOperator
{
    public abstract void Write(Execution run);

    /// <summary>How it goes about it, for a person.</summary>
    public abstract string Explain();
}
