namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>A file that came with a request: the value of the scalar <c>Upload</c> (GraphQL multipart request specification).</summary>
/// <param name="Name">As the client calls it: a label, never a path to be opened. Empty where it has none.</param>
/// <param name="Bytes">The whole file, in memory.</param>
public sealed record UploadedFile(string Name, ReadOnlyMemory<byte> Bytes);
