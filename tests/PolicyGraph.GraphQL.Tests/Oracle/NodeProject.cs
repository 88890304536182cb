using System.Diagnostics;

namespace PolicyGraph.GraphQL.Tests.Oracle;

/// <summary>A folder of scripts under tests/ with its packages, which <c>npm ci</c> installs where they are missing.</summary>
internal sealed class NodeProject
{
    private readonly Lazy<string?> _whyNot;

    public NodeProject(string name)
    {
        Folder = Path.Combine(FindRoot(), "tests", name);
        _whyNot = new Lazy<string?>(FindReason);
    }

    public string Folder { get; }

    /// <summary>Why its scripts cannot run here, or null where they can.</summary>
    public string? WhyNot => _whyNot.Value;

    /// <summary>Runs a script to its end; its output.</summary>
    public async Task<string> RunAsync(params string[] arguments)
    {
        using var node = Start("node", arguments);
        node.StandardInput.Close();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return output.Trim();
    }

    public Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    private string? FindReason()
    {
        try
        {
            using (var version = Start("node", ["--version"]))
            {
                version.WaitForExit();
            }

            if (!IsInstalled())
            {
                using var install = Start("npm", ["ci", "--silent"]);
                install.WaitForExit();
            }

            return IsInstalled() ? null : $"The packages of {Folder} cannot be installed here.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node is not installed here.";
        }
    }

    /// <summary>npm writes this file last.</summary>
    private bool IsInstalled() => File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PolicyGraph.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The repository's root is not above the tests.");
    }
}
