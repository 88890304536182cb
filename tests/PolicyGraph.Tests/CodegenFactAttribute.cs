using PolicyGraph.GraphQL.Tests.Oracle;

namespace PolicyGraph.Tests;

/// <summary>A test that needs Node and the packages of tests/codegen; skipped, with the reason, where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CodegenFactAttribute : FactAttribute
{
    public CodegenFactAttribute() => Skip = Project.WhyNot;

    public static NodeProject Project { get; } = new("codegen");
}
