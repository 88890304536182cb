using System.CommandLine;

namespace PolicyGraph.Commands;

/// <summary>Options that name a file or a folder.</summary>
internal static class PathOption
{
    public static Option<string?> Create(string name, string description) =>
        Refusing(new Option<string?>(name) { Description = description });

    /// <summary>The option, refusing a blank as what an unset variable of a script leaves.</summary>
    public static Option<T> Refusing<T>(Option<T> option)
    {
        option.Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: var path }] && string.IsNullOrWhiteSpace(path))
            {
                given.AddError($"{option.Name} is blank; name a place, or leave the option out.");
            }
        });
        return option;
    }
}
