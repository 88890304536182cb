using System.Text;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.GraphQL.Tests.Execution;

/// <summary>What plans anew and what does not, counted by a planner.</summary>
public sealed class PlanCacheTests
{
    private const string Query =
        "query ($n: String, $f: ShipFilter, $k: Kind, $b: Boolean = false) { echo(text: $n, filter: $f) @skip(if: $b) ships(kind: $k) { id } }";

    [Theory]
    [InlineData("""{"n":"a"}""", """{"n":"b"}""", false)]
    [InlineData("""{"n":"a"}""", """{"n":"a","b":true}""", false)]
    [InlineData("""{"n":"a"}""", """{"n":null}""", true)]
    [InlineData("""{"n":"a"}""", "{}", true)]
    [InlineData("""{"k":"TANKER"}""", """{"k":"FREIGHTER"}""", true)]
    [InlineData("""{"f":{"name":{"eq":"a"}}}""", """{"f":{"name":{"eq":"b"},"tonnage":7}}""", false)]
    [InlineData("""{"f":{"name":{"eq":"a"}}}""", """{"f":{"name":{"in":["a"]}}}""", true)]
    [InlineData("""{"f":{"name":{"in":["a"]}}}""", """{"f":{"name":{"in":["b","c"]}}}""", false)]
    [InlineData("""{"f":{"and":[{}]}}""", """{"f":{"and":[{},{}]}}""", true)]
    public void Values_never_plan_anew_but_structure_does(string first, string second, bool plansAnew)
    {
        var planner = new CountingPlanner();
        var engine = new GraphQLEngine(SmallService.Schema, (_, _) => planner);
        Ask(engine, Query, first);
        var before = planner.Plans;
        Ask(engine, Query, second);
        Assert.Equal(plansAnew, planner.Plans > before);
        Ask(engine, Query, first);
        Assert.Equal(plansAnew ? before * 2 : before, planner.Plans);
    }

    [Fact]
    public void Structures_without_end_do_not_fill_the_memory()
    {
        var planner = new CountingPlanner();
        var engine = new GraphQLEngine(SmallService.Schema, (_, _) => planner, new EngineOptions { MaxPlans = 4 });
        for (var i = 0; i < 50; i++)
        {
            Ask(engine, Query, $$$"""{"f":{"and":[{{{string.Join(',', Enumerable.Repeat("{}", i))}}}]}}""");
        }

        Assert.Equal(100, planner.Plans);
    }

    [Fact]
    public void Requests_at_one_time_do_not_disturb_one_another()
    {
        const string Ambiguous =
            "query ($a: Boolean!, $n: String!, $k: Kind) { ship(name: $n) { id @include(if: $a) name id } ships(kind: $k) { id } }";
        for (var round = 0; round < 20; round++)
        {
            var engine = SmallService.Engine();
            Parallel.For(
                0,
                64,
                i =>
                {
                    using var output = new PooledBuffer();
                    var variables = Encoding.UTF8.GetBytes(
                        $$"""{"a":{{(i % 2 == 0 ? "true" : "false")}},"n":"Aurora","k":{{(i % 3 == 0 ? "\"TANKER\"" : "null")}}}"""
                    );
                    var running = engine.ExecuteAsync(
                        new GraphQLRequest { Query = Encoding.UTF8.GetBytes(Ambiguous), Variables = variables },
                        output,
                        host: null,
                        CancellationToken.None
                    );
                    Assert.True(running.IsCompletedSuccessfully);
                    var ship = i % 2 == 0 ? """{"id":"s1","name":"Aurora"}""" : """{"name":"Aurora","id":"s1"}""";
                    Assert.StartsWith($$"""{"data":{"ship":{{ship}},""", Encoding.UTF8.GetString(output.WrittenSpan));
                }
            );
        }
    }

    [Fact]
    public void A_plan_tells_of_itself_unless_the_schema_is_hidden()
    {
        using var output = new PooledBuffer();
        var request = new GraphQLRequest { Query = "{ ship(name: \"x\") { id } }"u8.ToArray(), WantsPlan = true };
        Assert.True(SmallService.Engine().ExecuteAsync(request, output, host: null, CancellationToken.None).IsCompletedSuccessfully);
        Assert.StartsWith(
            """{"data":null,"extensions":{"plan":[{"field":"ship","rows":null,"plan":"resolve Query.ship"}],"cost":{"price":2,""",
            Encoding.UTF8.GetString(output.WrittenSpan),
            StringComparison.Ordinal
        );
        output.Truncate(0);
        Assert.True(
            SmallService
                .Engine(new EngineOptions { AllowsIntrospection = false })
                .ExecuteAsync(request, output, host: null, CancellationToken.None)
                .IsCompletedSuccessfully
        );
        Assert.Equal("""{"data":{"ship":null}}""", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void A_planner_sees_input_objects_laid_open()
    {
        var planner = new CountingPlanner();
        var engine = new GraphQLEngine(SmallService.Schema, (_, _) => planner);
        Ask(engine, "query ($f: ShipFilter) { echo(filter: $f) }", """{"f":{"name":{"eq":"q"},"kind":"TANKER","and":[{"tonnage":1}]}}""");
        var filter = Assert.IsType<ObjectArgument>(planner.Last!.Arguments["filter"]);
        var slot = Assert.IsType<SlotArgument>(Assert.IsType<ObjectArgument>(filter.Field("name")).Field("eq"));
        Assert.Equal("f.name.eq", slot.Variable);
        Assert.Equal("TANKER", Assert.IsType<ConstantArgument>(filter.Field("kind")).Value.AsString());
        Assert.IsType<ObjectArgument>(Assert.Single(Assert.IsType<ListArgument>(filter.Field("and")).Items));
        Assert.Null(filter.Field("nope"));
    }

    private static void Ask(GraphQLEngine engine, string query, string variables)
    {
        using var output = new PooledBuffer();
        var request = new GraphQLRequest { Query = Encoding.UTF8.GetBytes(query), Variables = Encoding.UTF8.GetBytes(variables) };
        Assert.True(engine.ExecuteAsync(request, output, host: null, CancellationToken.None).IsCompletedSuccessfully);
        Assert.DoesNotContain("errors", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private sealed class CountingPlanner : IRootFieldPlanner, IRootFieldPlan
    {
        public int Plans { get; private set; }

        public FieldSelection? Last { get; private set; }

        public IRootFieldPlan Plan(FieldSelection field, PlanningContext context)
        {
            Plans++;
            Last = field;
            return this;
        }

        public string Explain(OperationValues values) => "";

        public ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
        {
            foreach (var argument in Last!.Arguments.Values)
            {
                argument.Evaluate(context.Values);
            }

            context.Output.WriteNull();
            return ValueTask.CompletedTask;
        }
    }
}
