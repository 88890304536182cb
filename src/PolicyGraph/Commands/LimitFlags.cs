using System.CommandLine;
using PolicyGraph.GraphQL.Cost;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.Commands;

/// <summary>The limits of operations on the command line; their defaults are the engine's.</summary>
internal sealed class LimitFlags
{
    private static readonly OperationLimits Usual = new();
    private static readonly EngineOptions UsualEngine = new();

    private readonly Option<int> _tokens = Numbers.Whole("--max-tokens", "Lexical tokens of an operation.", Usual.MaxTokens);
    private readonly Option<int> _depth = Numbers.Whole("--max-depth", "Fields inside one another.", Usual.MaxDepth);
    private readonly Option<int> _aliases = Numbers.Whole("--max-aliases", "Aliases of an operation.", Usual.MaxAliases, least: 0);
    private readonly Option<int> _fields = Numbers.Whole("--max-fields", "Fields of an operation.", Usual.MaxFields);
    private readonly Option<int> _price = Numbers.Whole(
        "--max-price",
        "Price of an operation: about the most values that it can answer with.",
        (int)Usual.MaxPrice
    );
    private readonly Option<int> _listSize = Numbers.Whole(
        "--assumed-list-size",
        "Items, for the price, of a list that nothing sizes.",
        Usual.AssumedListSize
    );
    private readonly Option<int> _response = Numbers.Whole("--max-response-bytes", "Bytes of a response.", Usual.MaxResponseBytes);
    private readonly Option<double> _time = Numbers.Seconds("--time-limit", "Seconds that an operation may run.", UsualEngine.TimeLimit);
    private readonly Option<int> _heavy = Numbers.Whole(
        "--heavy-from",
        "Price from which on operations run few at once, beside the others.",
        (int)UsualEngine.HeavyFrom
    );
    private readonly Option<int> _heavyAtOnce = Numbers.Whole(
        "--heavy-at-once",
        "Such operations that run at the same time.",
        UsualEngine.HeavyAtOnce
    );
    private readonly Option<int> _waiting = Numbers.Whole(
        "--max-heavy-waiting",
        "Such operations that wait for their turn; the others are refused with OVERLOADED.",
        UsualEngine.MaxHeavyWaiting,
        least: 0
    );

    public void AddTo(Command command)
    {
        foreach (
            var option in (Option[])
                [_tokens, _depth, _aliases, _fields, _price, _listSize, _response, _time, _heavy, _heavyAtOnce, _waiting]
        )
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The options of an engine with these limits.</summary>
    public EngineOptions Read(ParseResult parsed) =>
        new()
        {
            Limits = new OperationLimits
            {
                MaxTokens = parsed.GetValue(_tokens),
                MaxDepth = parsed.GetValue(_depth),
                MaxAliases = parsed.GetValue(_aliases),
                MaxFields = parsed.GetValue(_fields),
                MaxPrice = parsed.GetValue(_price),
                AssumedListSize = parsed.GetValue(_listSize),
                MaxResponseBytes = parsed.GetValue(_response),
            },
            TimeLimit = TimeSpan.FromSeconds(parsed.GetValue(_time)),
            HeavyFrom = parsed.GetValue(_heavy),
            HeavyAtOnce = parsed.GetValue(_heavyAtOnce),
            MaxHeavyWaiting = parsed.GetValue(_waiting),
        };
}
