using PolicyGraph.GraphQL.Cost;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Tests.Execution;

namespace PolicyGraph.GraphQL.Tests.Cost;

/// <summary>Each limit on both its sides: what just fits, and the least that does not.</summary>
public sealed class LimitTests
{
    private static readonly OperationLimits Narrow = new()
    {
        MaxTokens = 20,
        MaxDepth = 3,
        MaxAliases = 2,
        MaxFields = 6,
    };

    [Theory]
    [InlineData("{ a: __typename b: __typename }", "aliases", true)]
    [InlineData("{ a: __typename b: __typename c: __typename }", "aliases", false)]
    [InlineData("{ ...F ...F } fragment F on Query { a: __typename }", "aliases", true)]
    [InlineData("{ ships { sister { id } } }", "depth", true)]
    [InlineData("{ ships { sister { sister { id } } } }", "depth", false)]
    [InlineData("{ ships { ...F } } fragment F on Ship { sister { sister { id } } }", "depth", false)]
    [InlineData("{ ...F ...F ...F __typename } fragment F on Query { strict broken }", "fields", false)]
    [InlineData("{ ...F ...F ...F } fragment F on Query { broken __typename }", "fields", true)]
    [InlineData("{ __typename __typename __typename __typename __typename __typename }", "tokens", true)]
    [InlineData("{ __typename @skip(if: true) @include(if: true) ... on Query { __typename } }", "tokens", false)]
    public void Admits_up_to_the_limit(string query, string limit, bool isAdmitted)
    {
        var answer = SmallService.Ask(query, options: new EngineOptions { Limits = Narrow });
        Assert.Equal(isAdmitted, !answer.Contains("LIMIT_EXCEEDED"));
        if (!isAdmitted)
        {
            Assert.Contains(limit is "depth" ? "inside one another" : limit, answer);
        }
    }

    [Fact]
    public void Counts_fragments_that_multiply_without_spreading_them()
    {
        var fragments = Enumerable
            .Range(0, 60)
            .Select(i => $"fragment F{i} on Query {{ ...F{i + 1} ... {{ ...F{i + 1} }} ... {{ ...F{i + 1} }} }}");
        var answer = SmallService.Ask($"{{ ...F0 }} {string.Join(' ', fragments)} fragment F60 on Query {{ __typename }}");
        Assert.Contains("fields, with its fragments spread out", answer);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(200_000, false)]
    public void A_chain_of_fragments_never_ends_the_stack(int length, bool isAnswered)
    {
        var fragments = Enumerable.Range(0, length).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} }}");
        var answer = SmallService.Ask(
            $"{{ ...F0 }} {string.Join(' ', fragments)} fragment F{length} on Query {{ __typename }}",
            options: new EngineOptions { Limits = new OperationLimits { MaxTokens = int.MaxValue } }
        );
        Assert.Equal(isAnswered, answer.Contains("\"__typename\":\"Query\""));
        Assert.Equal(!isAnswered, answer.Contains("spread in one another too deep"));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Introspection_can_be_switched_off(bool isAllowed, bool isRefused)
    {
        var options = new EngineOptions { AllowsIntrospection = isAllowed };
        Assert.Equal(
            isRefused,
            SmallService.Ask("{ ...F } fragment F on Query { __schema { queryType { name } } }", options: options).Contains("switched off")
        );
        Assert.Contains("\"__typename\":\"Query\"", SmallService.Ask("{ __typename }", options: options));
    }
}
