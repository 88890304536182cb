using System.Globalization;

namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>Texts that would break out of a statement, of Lucene's syntax or of JSON, and one of every class of Unicode.</summary>
internal static class HostileTexts
{
    private static readonly string[] Known =
    [
        "测试'办公室",
        "测试\"办公室",
        "测试`办公室",
        "测试\\办公室",
        "测试\\'} DETACH DELETE n //",
        "测试\\u0027办公室",
        "测试${x}$p0办公室",
        "测试\n办公室",
        "测试𠀀办公室",
        "测试\u202e办公室",
        "'",
        "\"",
        "`",
        "\\",
        "\\\"",
        "') OR 1=1 //",
        "`) DETACH DELETE n //",
        "*",
        "测*试",
        "?",
        "测试~2",
        "测试^5",
        "name:测试",
        "+测 -试",
        "[甲 TO 乙]",
        "(甲 AND 乙",
        "/甲.*/",
        "&&",
        "||",
        "!",
        "甲\0乙",
        "\ufeff甲",
        "\uffff",
    ];

    /// <summary>Each a name of its own.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Known,
        .. Enumerable
            .Range(0, 0x10000)
            .Where(unit => !char.IsSurrogate((char)unit))
            .GroupBy(unit => char.GetUnicodeCategory((char)unit))
            .Select(group => Of((char)group.Last(), group.Key)),
    ];

    private static string Of(char one, UnicodeCategory category) => $"测{one}试{(int)category}";
}
