namespace PolicyGraph.GraphQL.Cost;

/// <summary>
/// What one operation may ask; each but the bytes of the response is checked before anything runs, and refused with the code
/// <c>LIMIT_EXCEEDED</c>.
/// </summary>
public sealed record OperationLimits
{
    /// <summary>Lexical tokens of the document, comments not counted; 10,000 unless told otherwise.</summary>
    public int MaxTokens { get; init; } = 10_000;

    /// <summary>Fields inside one another, fragments resolved; 24 unless told otherwise (the usual introspection query has 15).</summary>
    public int MaxDepth { get; init; } = 24;

    /// <summary>Aliases of the operation, fragments resolved; 100 unless told otherwise.</summary>
    public int MaxAliases { get; init; } = 100;

    /// <summary>Fields of the operation, fragments resolved; 2,000 unless told otherwise.</summary>
    public int MaxFields { get; init; } = 2_000;

    /// <summary>
    /// The price (see <see cref="OperationPrice"/>); 1,000,000 unless told otherwise: about as many values in one answer.
    /// </summary>
    public double MaxPrice { get; init; } = 1_000_000;

    /// <summary>
    /// Whether lists of which the schema requires exactly one size (<c>requireOneSlicingArgument</c>) are refused without it; true unless
    /// told otherwise.
    /// </summary>
    public bool RequiresSlices { get; init; } = true;

    /// <summary>
    /// Bytes of the response, before compression; 64 MiB unless told otherwise. A field that goes past them fails, and what it wrote is
    /// taken back.
    /// </summary>
    public int MaxResponseBytes { get; init; } = 64 << 20;

    /// <summary>Items of a list that neither an argument nor the schema sizes; 100 unless told otherwise.</summary>
    public int AssumedListSize { get; init; } = 100;
}
