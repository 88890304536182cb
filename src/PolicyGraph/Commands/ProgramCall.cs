using System.CommandLine;
using System.CommandLine.Parsing;

namespace PolicyGraph.Commands;

/// <summary>One call of the program. What is wrong with it is told, and nothing is done; else the command that it names runs.</summary>
internal static class ProgramCall
{
    public static async Task<int> RunAsync(RootCommand program, string[] words)
    {
        var call = program.Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null }); // A paper may be called @a.txt.
        var problems = Problems(call);
        if (problems.Count == 0)
        {
            return await call.InvokeAsync();
        }

        problems.ForEach(ErrorLine.Write);
        ErrorLine.Write($"`{Name(call)} --help` lists what it takes.");
        return ExitCode.BadInput;
    }

    private static List<string> Problems(ParseResult call)
    {
        if (call.Action is { ClearsParseErrors: true }) // It asks for help.
        {
            return [];
        }

        var mistyped = Mistyped(call);
        if (mistyped.Count > 0)
        {
            return mistyped.ConvertAll(word => $"{word} is no option of `{Name(call)}`. A name that begins with - is written after --.");
        }

        return call.UnmatchedTokens.Count > 0
            ? [.. call.UnmatchedTokens.Select(word => $"`{Name(call)}` has no place for '{word}'.")]
            : [.. call.Errors.Select(error => error.Message).Distinct()];
    }

    /// <summary>
    /// Words that were taken for arguments but look like options: a slip there must not widen who may read, or lead to another store.
    /// </summary>
    private static List<string> Mistyped(ParseResult call)
    {
        var free = call
            .CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Select(token => token.Value)
            .Concat(call.UnmatchedTokens)
            .ToHashSet();
        return
        [
            .. call
                .Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
                .Where(token =>
                    token.Type == TokenType.Argument && token.Value.Length > 1 && token.Value[0] == '-' && free.Contains(token.Value)
                )
                .Select(token => token.Value)
                .Distinct(),
        ];
    }

    private static string Name(ParseResult call) =>
        call.CommandResult.Command is RootCommand ? "policygraph" : $"policygraph {call.CommandResult.Command.Name}";
}
