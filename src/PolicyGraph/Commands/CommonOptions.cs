using System.CommandLine;

namespace PolicyGraph.Commands;

/// <summary>Options and arguments that several commands share, so that they read alike.</summary>
internal static class CommonOptions
{
    public const string DefaultStore = "policygraph-data";

    public static Option<string> Store() =>
        PathOption.Refusing(
            new Option<string>("--store")
            {
                Description =
                    "Where the graph is kept: a folder, or http(s)://host:port/database for Neo4j (credentials from NEO4J_USERNAME "
                    + "and NEO4J_PASSWORD, or as user/password from the file that NEO4J_AUTH_FILE names).",
                DefaultValueFactory = _ => DefaultStore,
            }
        );

    public static Argument<string[]> Paths(ArgumentArity arity) =>
        new("PATH")
        {
            Description =
                "Papers (.txt .md .html .docx .pdf, .jsonl with one a line), records (.json, .jsonl with one a line), or folders of "
                + "them; a folder's README is passed over.",
            Arity = arity,
        };
}
