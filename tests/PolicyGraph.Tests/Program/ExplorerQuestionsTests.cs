using System.Text.RegularExpressions;

namespace PolicyGraph.Tests.Program;

/// <summary>The tabs that the page opens with are operations that the service answers.</summary>
public sealed partial class ExplorerQuestionsTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    public static TheoryData<string> Questions() =>
        new(
            TabPattern()
                .Matches(File.ReadAllText(RepositoryRoot.Of("src", "PolicyGraph.Explorer", "src", "questions.ts")))
                .Select(match => match.Groups["query"].Value)
        );

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_tab_is_answered_without_errors(string query)
    {
        var response = await service.AskAsync(query);

        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.NotEqual("{}", response.GetProperty("data").GetRawText());
    }

    // Match: a text between backticks. Near miss: a text between quotes.
    [GeneratedRegex("`(?<query>[^`]+)`")]
    private static partial Regex TabPattern();
}
