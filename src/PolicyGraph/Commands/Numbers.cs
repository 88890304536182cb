using System.CommandLine;
using System.Globalization;

namespace PolicyGraph.Commands;

/// <summary>Options that are numbers with a least value and a default, which the help shows.</summary>
internal static class Numbers
{
    public static Option<int> Whole(string name, string description, int usual, int least = 1) =>
        new(name)
        {
            Description = description,
            DefaultValueFactory = _ => usual,
            CustomParser = given =>
            {
                var text = given.Tokens[0].Value;
                if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || value < least)
                {
                    given.AddError($"{name} must be at least {least} and at most {int.MaxValue}, a whole number, not '{text}'.");
                }

                return value;
            },
        };

    /// <summary>A time in seconds.</summary>
    public static Option<double> Seconds(string name, string description, TimeSpan usual) =>
        new(name)
        {
            Description = description,
            DefaultValueFactory = _ => usual.TotalSeconds,
            CustomParser = given =>
            {
                var text = given.Tokens[0].Value;
                if (!double.TryParse(text, CultureInfo.InvariantCulture, out var value) || !(value >= 0 && value <= int.MaxValue / 1000))
                {
                    given.AddError($"{name} must be a number of seconds, at most {int.MaxValue / 1000}, not '{text}'.");
                }

                return value;
            },
        };
}
