namespace PolicyGraph.GraphQL.Tests.Http.Sockets;

/// <summary>What the two ends of a socket say to one another: see conversations.txt.</summary>
internal static class Conversation
{
    /// <summary>The lines of each conversation by its name.</summary>
    public static IReadOnlyDictionary<string, string[]> All { get; } =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Http", "Sockets", "conversations.txt"))
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').ToArray())
            .ToDictionary(lines => lines[0], lines => lines[1..]);
}
