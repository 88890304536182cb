using System.CommandLine;
using System.Globalization;

namespace PolicyGraph.Commands;

/// <summary>Options that are numbers with a least value and a default, which the help shows.</summary>
internal static class Numbers
{
    public static Option<int> Whole(string name, string description, int usual, int least = 1)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(given =>
        {
            if (given.Tokens.Count == 1 && int.TryParse(given.Tokens[0].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value < least)
            {
                given.AddError($"{name} must be at least {least}.");
            }
        });
        return option;
    }

    /// <summary>A time in seconds.</summary>
    public static Option<double> Seconds(string name, string description, TimeSpan usual)
    {
        var option = new Option<double>(name) { Description = description, DefaultValueFactory = _ => usual.TotalSeconds };
        option.Validators.Add(given =>
        {
            if (given.Tokens.Count == 1 && double.TryParse(given.Tokens[0].Value, CultureInfo.InvariantCulture, out var value) && !(value >= 0 && value <= int.MaxValue / 1000))
            {
                given.AddError($"{name} must be a number of seconds.");
            }
        });
        return option;
    }
}
