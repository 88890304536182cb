namespace PolicyGraph.Store.Queries;

/// <summary>
/// A query names what the graph's model does not have, or asks of a thing what it cannot tell: an error of the program that made the query.
/// </summary>
public sealed class UnknownNameException(string message) : ArgumentException(message);
