using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>What a search is for, as parameters of its statement; texts in the form of <see cref="HanText"/>.</summary>
internal sealed class WantedText(StatementBuilder builder, Slot slot)
{
    /// <summary>What was asked last: each parameter of one request asks for the same.</summary>
    private (object? Given, SearchedText Text)? _known;

    /// <summary>A variable of the text.</summary>
    public string Text { get; } = builder.Variable("w");

    /// <summary>One of its length, in UTF-16 code units of what was given.</summary>
    public string Length { get; } = builder.Variable("z");

    /// <summary>The clause that binds both: shorter than the parameters wherever they are read, and looked up once.</summary>
    public string Binding =>
        $"WITH {builder.Parameter("w", slot, given => HanText.Of(Of(given).Folded))} AS {Text}, {builder.Parameter("z", slot, given => (long)Of(given).Folded.Length)} AS {Length}";

    /// <summary>Finds texts that hold it, in a full-text index.</summary>
    public string Index
    {
        get
        {
            var mark = builder.Parameter("m", slot, given => FullText.Mark(HanText.Of(Of(given).Folded)));
            return $"{mark} + {Text} + {mark}";
        }
    }

    /// <summary>Finds texts that hold enough of its parts, and others.</summary>
    public string NearIndex =>
        builder.Parameter("wn", slot, given => FullText.Near([.. Of(given).Parts.Select(HanText.Of)], Of(given).Enough));

    /// <summary>Its parts.</summary>
    public string Parts => builder.Parameter("wp", slot, given => Of(given).Parts.Select(part => (object?)HanText.Of(part)).ToList());

    /// <summary>How many of them a text holds that nearly holds it.</summary>
    public string Enough => builder.Parameter("we", slot, given => (long)Of(given).Enough);

    /// <summary>
    /// False where it may be the initials of a name or a part of them (<see cref="ITextFolding.Initials"/>): of letters and digits alone.
    /// </summary>
    public string IsNoInitials => builder.Parameter("wi", slot, given => !Of(given).Folded.All(char.IsAsciiLetterOrDigit));

    private SearchedText Of(object? given)
    {
        if (_known is not { } last || !Equals(last.Given, given))
        {
            _known = last = (given, SearchedText.Of(given as string, builder.Names.Folding));
        }

        return last.Text;
    }
}
