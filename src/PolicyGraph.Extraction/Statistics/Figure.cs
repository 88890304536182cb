using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>A quantity that counts as a statistic, with its place in the sentence; its fields are filled in turn.</summary>
internal sealed class Figure
{
    public required Quantity Quantity { get; init; }

    public required Sentence Sentence { get; init; }

    /// <summary>The run between the marks of punctuation around the number; inside brackets where the number is.</summary>
    public required TextSpan Clause { get; init; }

    /// <summary>What stands before the number in its clause, from where the figure before it ends.</summary>
    public required TextSpan Prefix { get; set; }

    /// <summary>What stands after the number in its clause, up to where the next figure's words begin.</summary>
    public TextSpan Suffix { get; set; }

    /// <summary>The figure before it in the sentence, or null.</summary>
    public Figure? Previous { get; init; }

    /// <summary>True where both stand in one clause.</summary>
    public bool SharesClause { get; init; }

    /// <summary>Its member of a list that is matched to several numbers (甲、乙分别为3家、5家), or null.</summary>
    public TextSpan? Member { get; set; }

    /// <summary>The last member of that list, or null.</summary>
    public TextSpan? LastMember { get; set; }

    /// <summary>
    /// What is measured of the places or bodies whose list it stands in (甲市、乙市收入分别为…); empty where other words tell it, null for
    /// all other figures.
    /// </summary>
    public TextSpan? Measured { get; set; }

    /// <summary>The list's last figure, where it has a member.</summary>
    public Figure? ListLast { get; set; }

    /// <summary>The list's first figure, where it has a member.</summary>
    public Figure? ListHead { get; set; }

    /// <summary>The amount whose growth it is, where 分别 matches a row of rates to the amounts before it, or null.</summary>
    public Figure? Counterpart { get; set; }

    public Measure Measure { get; set; }

    public bool Falls { get; set; }

    /// <summary>增加 or its like where it stands before the noun (增加甲面积6万亩); empty where none does.</summary>
    public string ChangeVerb { get; set; } = "";

    public Comparator Comparator { get; set; }

    public StatisticKind Kind { get; set; }

    public Entity? Subject { get; set; }

    /// <summary>Where the sentence names the subject; null where it is understood.</summary>
    public TextSpan? SubjectSpan { get; set; }

    /// <summary>True where a report's clause goes on with the subject that one before it named.</summary>
    public bool FollowsNamed { get; set; }

    public string Indicator { get; set; } = "";

    /// <summary>ISO, or null.</summary>
    public string? Period { get; set; }

    public TextSpan Evidence { get; set; }

    public bool IsRank => Quantity.Form == QuantityForm.Rank;

    /// <summary>A count or an amount without a unit: what is counted may follow the number.</summary>
    public bool IsCount => Quantity.UnitKind is UnitKind.Count or UnitKind.People or UnitKind.None;
}
