namespace PolicyGraph.Tests.Program;

/// <summary>The service over the samples, as the README's first command starts it.</summary>
public sealed class ServiceFixture() : ServiceProcess(RepositoryRoot.Of("samples"));
