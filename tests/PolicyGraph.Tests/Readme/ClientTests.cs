using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using PolicyGraph.Tests.Program;

namespace PolicyGraph.Tests.Readme;

/// <summary>The README's clients, as they are printed there, against the service over the samples.</summary>
public sealed class ClientTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Answer = "2021-02-10 科学技术部\n2021-02-10 财政部";
    private const string Project =
        "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><UseAppHost>false</UseAppHost></PropertyGroup></Project>";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task The_client_in_CSharp_prints_the_answer()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "client.csproj"), Project);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "Program.cs"), Code("csharp"));
        Assert.Equal(Answer, await RunAsync("dotnet", folder.Path, "run"));
    }

    [PythonFact]
    public async Task The_client_in_Python_prints_the_answer()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "client.py"), Code("python"));
        Assert.Equal(Answer, await RunAsync("python3", folder.Path, "-X", "utf8", "client.py"));
    }

    [CodegenFact]
    public async Task The_client_in_TypeScript_compiles_with_generated_types_and_prints_the_answer()
    {
        using var folder = new TemporaryFolder();
        var code = Code("typescript");
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "client.ts"), code);
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "query.graphql"), code.Split("const query = '")[1].Split('\'')[0]);
        Assert.Equal(
            Answer,
            await RunAsync("node", CodegenFactAttribute.Project.Folder, "client.mjs", service.Client.BaseAddress!.ToString(), folder.Path)
        );
    }

    /// <summary>The README's block of this language, asking the service of these tests.</summary>
    private string Code(string language)
    {
        var readme = File.ReadAllText(RepositoryRoot.Of("README.md"));
        return readme
            .Split($"```{language}\n")[1]
            .Split("```")[0]
            .Replace("http://127.0.0.1:5080/graphql", service.Client.BaseAddress!.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        using var patience = new CancellationTokenSource(Patience);
        var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return output.ReplaceLineEndings("\n").Trim();
    }

    private sealed class PythonFactAttribute : FactAttribute
    {
        public PythonFactAttribute()
        {
            try
            {
                using var version = Process.Start(
                    new ProcessStartInfo("python3", "--version") { UseShellExecute = false, RedirectStandardOutput = true }
                );
                version?.WaitForExit();
            }
            catch (Win32Exception)
            {
                Skip = "Python is not installed here.";
            }
        }
    }
}
