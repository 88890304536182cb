using YamlDotNet.RepresentationModel;

namespace PolicyGraph.Tests;

/// <summary>The compose file is one: the services, their order, their health, and no password in it.</summary>
public class DockerComposeTests
{
    private static readonly YamlMappingNode Compose = Load();

    private static YamlMappingNode Services => (YamlMappingNode)Compose["services"];

    [Fact]
    public void The_service_waits_for_a_healthy_neo4j()
    {
        var service = (YamlMappingNode)Services["policygraph"];

        Assert.Equal("service_healthy", service["depends_on"]["neo4j"]["condition"].ToString());
        Assert.True(((YamlMappingNode)Services["neo4j"]).Children.ContainsKey("healthcheck"));
    }

    [Theory]
    [InlineData("neo4j")]
    [InlineData("policygraph")]
    public void The_password_is_a_secret_and_in_no_environment(string name)
    {
        var service = (YamlMappingNode)Services[name];
        var secret = Assert.Single((YamlSequenceNode)service["secrets"]).ToString();

        Assert.Equal($"/run/secrets/{secret}", service["environment"]["NEO4J_AUTH_FILE"].ToString());
        Assert.Equal("NEO4J_AUTH", Compose["secrets"][secret]["environment"].ToString());
        Assert.DoesNotContain("PASSWORD", service["environment"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_this_machine_reaches_the_ports() =>
        Assert.All(
            Services.Children.Values.SelectMany(service => (YamlSequenceNode)service["ports"]),
            port => Assert.StartsWith("127.0.0.1:", port.ToString(), StringComparison.Ordinal)
        );

    private static YamlMappingNode Load()
    {
        var stream = new YamlStream();
        using var file = File.OpenText(RepositoryRoot.Of("docker-compose.yml"));
        stream.Load(file);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }
}
