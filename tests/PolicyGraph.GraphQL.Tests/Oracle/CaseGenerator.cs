using System.Text;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Tests.Oracle;

/// <summary>
/// Cases of four kinds: valid (nearly always), nearly valid (a valid one with characters or words disturbed), hostile (deep, wide,
/// circular) and garbage.
/// </summary>
internal sealed class CaseGenerator(string name, Schema schema, int seed)
{
    private const string Characters = "{}()[]:!$@\"#,.&|=01-+eExn_\\ \n\té😀\u0007'`%";

    private readonly Random _random = new(seed);

    public IEnumerable<OracleCase> Generate(int count)
    {
        var operations = new OperationGenerator(schema, _random);
        for (var i = 0; i < count; i++)
        {
            var (text, variables) = operations.Next();
            yield return _random.NextDouble() switch
            {
                < 0.62 => new OracleCase(name, text, variables),
                < 0.90 => new OracleCase(name, Disturb(text), variables),
                < 0.96 => new OracleCase(name, Hostile()),
                _ => new OracleCase(name, Garbage()),
            };
        }
    }

    private string Disturb(string text)
    {
        for (var i = _random.Next(1, 4); i > 0 && text.Length > 2; i--)
        {
            text = _random.Next(6) switch
            {
                0 => RemoveAt(text, _random.Next(text.Length)),
                1 => InsertAt(text, _random.Next(text.Length), AnyCharacter()),
                2 => Words(text, (words, at) => words.RemoveAt(at)),
                3 => Words(text, (words, at) => words.Insert(at, words[_random.Next(words.Count)])),
                _ => Words(text, (words, at) => words[at] = words[_random.Next(words.Count)]),
            };
        }

        return text;
    }

    /// <summary>Cut at spaces, so that names and punctuation move together.</summary>
    private string Words(string text, Action<List<string>, int> change)
    {
        var words = text.Split(' ').ToList();
        change(words, _random.Next(words.Count));
        return string.Join(' ', words);
    }

    private static string RemoveAt(string text, int at)
    {
        var start = char.IsLowSurrogate(text[at]) ? at - 1 : at;
        return text.Remove(start, char.IsSurrogate(text[start]) ? 2 : 1);
    }

    private static string InsertAt(string text, int at, string what) => text.Insert(char.IsLowSurrogate(text[at]) ? at - 1 : at, what);

    private string AnyCharacter()
    {
        var runes = Characters.EnumerateRunes().ToList();
        return runes[_random.Next(runes.Count)].ToString();
    }

    private string Hostile()
    {
        var count = _random.Next(20, 120);
        var all = Enumerable.Range(0, count).ToList();
        return _random.Next(7) switch
        {
            0 => string.Concat(Enumerable.Repeat("{ a ", count)) + new string('}', count),
            1 => $"{{ {string.Join(' ', all.Select(i => $"a{i}: __typename"))} }}",
            2 =>
                $"{{ ...F0 }} {string.Join(' ', all.Select(i => $"fragment F{i} on {schema.Query} {{ ...F{(i + 1) % count} __typename }}"))}",
            3 => $"{{ __typename }} {string.Join(' ', all.Select(i => $"fragment F{i} on {schema.Query} {{ __typename }}"))}",
            4 =>
                $"query({string.Join(' ', all.Select(i => $"$v{i % 7}: [{new string('[', i % 5)}Int{new string(']', i % 5)}]"))}) {{ __typename }}",
            5 => $"{{ __typename @skip(if: {new string('[', count)}{new string(']', count)}) }}",
            _ => $"{{ {string.Join(' ', all.Select(i => $"... {{ x{i % 3}: __typename"))} {new string('}', count)} }}",
        };
    }

    private string Garbage()
    {
        var text = new StringBuilder();
        string[] words =
        [
            "query",
            "{",
            "}",
            "fragment",
            "on",
            "...",
            "type",
            "Query",
            "\"\"\"",
            "\"s\"",
            "extend",
            "schema",
            "@",
            "$x",
            "(",
            ")",
            ":",
            "Int",
            "!",
            "=",
            "true",
            "null",
            "0x1",
            "1.",
            "-",
            "01",
            "\\u",
            "input",
            "enum",
        ];
        for (var i = _random.Next(1, 14); i > 0; i--)
        {
            text.Append(_random.Next(4) == 0 ? AnyCharacter() : words[_random.Next(words.Length)]).Append(_random.Next(3) == 0 ? "" : " ");
        }

        return text.ToString();
    }
}
