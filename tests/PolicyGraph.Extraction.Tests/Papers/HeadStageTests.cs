namespace PolicyGraph.Extraction.Tests.Papers;

public sealed class HeadStageTests
{
    public static TheoryData<string, string, string> Table => Cases.Read("Papers/heads.cases");

    [Theory]
    [MemberData(nameof(Table))]
    public void The_head_says_who_issued_what_and_when(string name, string lines, string expected)
    {
        var paper = Stages.UpToArticles(lines);
        var found = string.Join('\n', Told(paper).Where(line => !line.EndsWith(": ", StringComparison.Ordinal)));
        Assert.True(expected == found, $"{name}:\n{found}");
    }

    private static IEnumerable<string> Told(Paper paper)
    {
        yield return $"kind: {paper.Kind}";
        yield return $"title: {(paper.Official is null ? paper.Head.Title : null)}";
        yield return $"publisher: {paper.Head.Publisher}";
        yield return $"issued: {(paper.Official?.Issued is { } issued && issued != paper.Head.Published ? issued : "")}";
        yield return $"number: {paper.Official?.DocumentNumber}";
        yield return $"day: {paper.Head.Published}";
        yield return $"to: {(paper.Official?.Addressees is { } addressees ? paper.Source.Surface(addressees) : "")}";
        foreach (var issuers in paper.Official?.Issuers.Select(paper.Source.Surface).Distinct() ?? [])
        {
            yield return $"by: {issuers}";
        }

        foreach (var policy in paper.Official?.Policies ?? [])
        {
            yield return $"policy: {policy.Name}";
            yield return $"effective: {policy.Effective}";
            yield return $"author: {(policy.Author is { } author ? paper.Source.Surface(author) : "")}";
        }
    }
}
