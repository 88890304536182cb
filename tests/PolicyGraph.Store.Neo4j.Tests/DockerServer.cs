using System.ComponentModel;
using System.Diagnostics;

namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>A server in a container, where a Docker engine answers: it ends with the standard input of the client that started it.</summary>
internal static class DockerServer
{
    public const string User = "neo4j";
    public const string Password = "policygraph";

    private const string Image = "neo4j:5.26-community";
    private const string UntilInputEnds = "/startup/docker-entrypoint.sh neo4j & cat > /dev/null";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>True where an engine answers within five seconds.</summary>
    public static bool IsThere()
    {
        try
        {
            using var asked = Docker("version", "--format", "{{.Server.Version}}");
            return asked.WaitForExit(Patience) && asked.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false; // No such program.
        }
    }

    /// <summary>Starts one, whose image may have to be fetched first; its address, and the client that it lives as long as.</summary>
    public static async Task<(string Address, Process Client)> StartAsync()
    {
        var name = $"policygraph-test-{Guid.NewGuid():N}";
        string[] options = ["--publish", "127.0.0.1::7474", "--env", $"NEO4J_AUTH={User}/{Password}", "--entrypoint", "sh"];
        var client = Docker(["run", "--rm", "--interactive", "--name", name, .. options, Image, "-c", UntilInputEnds]);
        while (await client.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.EndsWith("Started.", StringComparison.Ordinal))
            {
                using var asked = Docker("port", name, "7474/tcp");
                return ($"http://{await asked.StandardOutput.ReadLineAsync()}", client);
            }
        }

        throw new InvalidOperationException($"The container did not start; try docker run --rm {Image}.");
    }

    private static Process Docker(params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo("docker", arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!; // A program that is there starts a new process.
}
