using PolicyGraph.Extraction.Relations.Reading;

namespace PolicyGraph.Extraction.Relations;

/// <summary>One way in which sentences state one relation. Stateless.</summary>
internal interface IRelationRule
{
    /// <summary>Adds to <paramref name="sink"/> what <paramref name="passage"/> states. Time grows with the passage's length.</summary>
    void Read(Passage passage, RelationSink sink);
}
