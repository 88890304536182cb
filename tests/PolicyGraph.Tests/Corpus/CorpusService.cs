using PolicyGraph.Tests.Program;

namespace PolicyGraph.Tests.Corpus;

/// <summary>The service over the real papers; over an empty folder where there are none, so that the skipped tests cost nothing.</summary>
public sealed class CorpusService()
    : ServiceProcess(Directory.Exists(CorpusTheoryAttribute.Folder) ? CorpusTheoryAttribute.Folder : RepositoryRoot.Of("samples"));
