using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.People;

/// <summary>
/// The other places of names that are known: those that the paper gave beside a title, and persons of public life, who are named without
/// one unless their name has two characters. A name of two characters is too often a piece of something else to be looked for alone.
/// </summary>
internal static class RepeatedNames
{
    private const int Shortest = 3;

    private const string Office = "person.office";

    private static readonly string[] Offices = ["习总书记", "习主席"];

    /// <summary>Persons of public life.</summary>
    public static readonly string[] Known = [.. WordList<string>.Load("known-people.tsv", row => row[0]).Words];

    public static void Find(Paper paper, List<Mention> found)
    {
        var taken = paper.Starts(found);
        foreach (var hit in paper.Words[Table.KnownPeople])
        {
            if ((hit.End - hit.Start >= Shortest || Titles.Before(paper.Text, hit.Start).Found) && taken.TryAdd(hit.Start))
            {
                found.Add(PersonStage.Mention(paper, new(hit.Start, hit.End), "person.known", 0.9));
            }
        }

        FindOffice(paper, found);
        FindAgain(paper, found, taken);
        FindActing(paper, found, taken);
    }

    /// <summary>林某表示, 林某会见: a name of two characters again, where a clause begins with it and says what the person did.</summary>
    private static void FindActing(Paper paper, List<Mention> found, PositionSet taken)
    {
        var names = new NameSearch(found.Where(m => m.Span.Length == Shortest - 1).Select(m => m.Span.Of(paper.Text)));
        var text = paper.Text.AsSpan();
        for (var at = names.NextStart(text, 0); at < text.Length; at = names.NextStart(text, at + 1))
        {
            var end = at + names.LengthAt(text, at);
            if (
                end > at
                && NameContext.Left(paper, at, 0).Kind == SideKind.Break
                && NameContext.Right(paper, end) is { Kind: SideKind.Speech or SideKind.Word, Term.Length: > 1 }
                && taken.TryAdd(at)
            )
            {
                found.Add(PersonStage.Mention(paper, new(at, end), "person.repeated", 0.85));
            }
        }
    }

    /// <summary>习总书记, 习主席: the surname with the one office that only its holder is so called by.</summary>
    private static void FindOffice(Paper paper, List<Mention> found)
    {
        foreach (var form in Offices)
        {
            for (
                var at = paper.Text.IndexOf(form, StringComparison.Ordinal);
                at >= 0;
                at = paper.Text.IndexOf(form, at + form.Length, StringComparison.Ordinal)
            )
            {
                found.Add(
                    new()
                    {
                        Span = new(at, at + form.Length),
                        Type = Model.EntityType.Person,
                        Name = "习近平",
                        Rule = Office,
                        Confidence = 0.9,
                    }
                );
            }
        }
    }

    private static void FindAgain(Paper paper, List<Mention> found, PositionSet taken)
    {
        var names = new NameSearch(found.Where(m => m.Span.Length >= Shortest && m.Rule != Office).Select(m => m.Span.Of(paper.Text)));
        var text = paper.Text.AsSpan();
        for (var at = names.NextStart(text, 0); at < text.Length; at = names.NextStart(text, at))
        {
            var length = names.LengthAt(text, at);
            if (length > 0 && taken.TryAdd(at))
            {
                found.Add(PersonStage.Mention(paper, new(at, at + length), "person.repeated", 0.9));
            }

            at += Math.Max(length, 1);
        }
    }
}
