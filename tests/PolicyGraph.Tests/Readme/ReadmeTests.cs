using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PolicyGraph.Tests.Program;

namespace PolicyGraph.Tests.Readme;

/// <summary>The README is true: its links lead somewhere, its questions give the answers printed under them, its commands exist.</summary>
public sealed partial class ReadmeTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private static readonly string Text = File.ReadAllText(RepositoryRoot.Of("README.md"));

    public static TheoryData<string, string> Questions()
    {
        var questions = new TheoryData<string, string>();
        foreach (Match match in QuestionPattern().Matches(Text))
        {
            questions.Add(match.Groups["query"].Value, match.Groups["answer"].Value);
        }

        return questions;
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_question_gives_the_answer_printed_under_it(string query, string answer)
    {
        var response = await service.AskAsync(query);

        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(answer), JsonNode.Parse(response.GetProperty("data").GetRawText())),
            $"{query}\ngives\n{response.GetRawText()}"
        );
    }

    [Fact]
    public void The_README_asks_five_questions_at_least() => Assert.True(Questions().Count >= 5);

    [Fact]
    public void Every_link_within_the_repository_leads_somewhere()
    {
        var links = LinkPattern()
            .Matches(Text)
            .Select(match => match.Groups["path"].Value)
            .Where(link => !link.Contains("://", StringComparison.Ordinal));

        Assert.All(links, link => Assert.True(Path.Exists(RepositoryRoot.Of(link)), link));
    }

    [Fact]
    public async Task Every_command_it_names_is_one_of_the_programs()
    {
        var help = (await ProgramRun.RunAsync(RepositoryRoot.Path, "--help")).Output;
        var commands = CommandPattern().Matches(Text).Select(match => match.Groups["command"].Value).Distinct();

        Assert.All(commands, command => Assert.Contains($"  {command} ", help, StringComparison.Ordinal));
    }

    // Match: a block of graphql and the block of json after it. Near miss: a block of graphql with text of its own after it.
    [GeneratedRegex(@"```graphql\n(?<query>.*?)```\s*```json\n(?<answer>.*?)```", RegexOptions.Singleline)]
    private static partial Regex QuestionPattern();

    // Match: [samples/](samples/README.md). Near miss: [x] (y).
    [GeneratedRegex(@"\]\((?<path>[^)\s]+)\)")]
    private static partial Regex LinkPattern();

    // Match: a line "policygraph ingest papers/". Near miss: "`policygraph-data`".
    [GeneratedRegex(@"^policygraph (?<command>[a-z]+)", RegexOptions.Multiline)]
    private static partial Regex CommandPattern();
}
