namespace PolicyGraph.Api.Schema;

/// <summary>The input types by which groups are chosen and sorted: every number that can be told of them.</summary>
internal static class GroupConditionTypes
{
    private static readonly (string Name, string Meaning)[] Numbers =
    [
        ("sum", "the sum of a number over their members"),
        ("avg", "the mean of a number over their members"),
        ("min", "the least of a number"),
        ("max", "the greatest of a number"),
    ];

    /// <param name="node">The type of the groups' members.</param>
    /// <param name="hasNumbers">True where its nodes have numbers to reckon with.</param>
    public static void Write(GeneratedText text, string node, bool hasNumbers)
    {
        WriteHaving(text, node, hasNumbers);
        WriteOrder(text, node, hasNumbers);
        WritePair(
            text,
            $"{node}DistinctHaving",
            $"How many distinct values the members of a group of {node} have of something.",
            $"{node}GroupBy",
            "is: IntFilter!",
            "What that count must be."
        );
        WritePair(
            text,
            $"{node}DistinctOrder",
            $"An order of groups of {node} by how many distinct values their members have of something.",
            $"{node}GroupBy",
            "direction: SortDirection!",
            "Fewest or most first."
        );
        if (hasNumbers)
        {
            WritePair(
                text,
                $"{node}NumberHaving",
                $"What a number reckoned over a group of {node} must be.",
                $"{node}Number",
                "is: DecimalFilter!",
                "What the result must be."
            );
            WritePair(
                text,
                $"{node}NumberOrder",
                $"An order of groups of {node} by a number reckoned over their members.",
                $"{node}Number",
                "direction: SortDirection!",
                "Smallest or greatest first; groups without any come last."
            );
        }
    }

    private static void WriteHaving(GeneratedText text, string node, bool hasNumbers)
    {
        text.Open($"Which groups of {node}. All that is given must hold.", $"input {node}GroupHaving");
        text.Field("By how many members they have.", "count: IntFilter");
        text.Field("By how many distinct values their members have of something.", $"countDistinct: {node}DistinctHaving");
        foreach (var (name, meaning) in hasNumbers ? Numbers : [])
        {
            text.Field($"By {meaning}.", $"{name}: {node}NumberHaving");
        }

        text.Close();
    }

    private static void WriteOrder(GeneratedText text, string node, bool hasNumbers)
    {
        text.Open($"One key of the order of groups of {node}. Exactly one field is given.", $"input {node}GroupOrder @oneOf");
        text.Field("By how many members they have.", "count: SortDirection");
        text.Field("By the first key.", "key: SortDirection");
        text.Field("By how many distinct values their members have of something.", $"countDistinct: {node}DistinctOrder");
        foreach (var (name, meaning) in hasNumbers ? Numbers : [])
        {
            text.Field($"By {meaning}.", $"{name}: {node}NumberOrder");
        }

        text.Close();
    }

    private static void WritePair(GeneratedText text, string name, string description, string of, string member, string meaning)
    {
        text.Open(description, $"input {name}");
        text.Field("Of what.", $"of: {of}!");
        text.Field(meaning, member);
        text.Close();
    }
}
