namespace PolicyGraph.GraphQL.Execution;

/// <summary>A field failed that must not be null, and its errors are reported already: whoever catches it only propagates.</summary>
internal sealed class ReportedException : Exception;
