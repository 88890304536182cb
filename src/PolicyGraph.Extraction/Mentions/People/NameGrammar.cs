using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.People;

/// <summary>The form of Chinese names: a surname of one or two characters and one or two more (GB/T 28039-2011 for their order).</summary>
internal static class NameGrammar
{
    private static readonly Terms Surnames = Terms.Load("surnames.tsv");
    private static readonly CharacterSet Given = new(WordList<char>.Load("given-characters.tsv", row => row[0][0]).Words.Select(w => w[0]));
    private static readonly Terms NotNames = Terms.Load("not-names.tsv");

    // What joins or counts stands after a name, never in it.
    private static readonly CharacterSet Function = new(
        "的了是在和与及等为将不也都就被把对向从由而且或以之其此该这那有们个我你他她它上下会到于给某曾则已还又并再没很最更却便所位名后前内外间里说称说做去让请据按每各多少几两二四五六八九十百千万亿摄"
    );

    // Of those, the ones that begin a given name of two (刘会武, 李有平, 王少东); 之 and 和 also end one (蒋定之, 林远和).
    private static readonly CharacterSet FirstOfTwo = new("五会有为之以自上于老来和万向其再又更从多少则百千四七八十名九六");

    // The last characters of bodies, which titles follow too.
    private static readonly System.Buffers.SearchValues<char> BodyEnds = System.Buffers.SearchValues.Create(
        "办局部委会院所厅处司区市县省厂社校馆站队组团厦行镇村州室店园"
    );

    /// <summary>True where a character is common in given names.</summary>
    public static bool IsGiven(char c) => Given.Contains(c);

    /// <summary>The first position from <paramref name="at"/> on at which a surname may stand; the text's length where none can.</summary>
    public static int NextSurname(ReadOnlySpan<char> text, int at) => Surnames.NextStart(text, at);

    /// <summary>The length of the surname at a position, the longer first; 0 where none stands there.</summary>
    public static int Surname(ReadOnlySpan<char> text, int at) => Surnames.At(text, at).Length;

    /// <summary>False for a character that no given name begins with: most surnames are other words, and what follows tells.</summary>
    public static bool MayBegin(char given) =>
        given is >= '\u4E00' and <= '\u9FFF' && (!Function.Contains(given) || FirstOfTwo.Contains(given));

    /// <summary>True where the run can be a name at all: no word of another kind, and no form of address (李先生, 王总).</summary>
    public static bool IsPossible(ReadOnlySpan<char> name, int surname)
    {
        var given = name[surname..];
        for (var i = 0; i < given.Length; i++)
        {
            if (
                given[i] is < '\u4E00' or > '\u9FFF'
                || (
                    Function.Contains(given[i])
                    && !(given.Length == 2 && (i == 0 ? FirstOfTwo.Contains(given[0]) : given[1] is '之' or '和'))
                )
            )
            {
                return false;
            }
        }

        return NotNames.At(name, 0).Length < name.Length && !Titles.At(name, surname).Found;
    }

    /// <summary>
    /// The same for a run that a gap closes: a pronoun or conjunction with nothing behind it is the name's last character (马某其 of a
    /// roster).
    /// </summary>
    public static bool IsPossibleWhole(ReadOnlySpan<char> name, int surname) =>
        IsPossible(name, surname) || name.Length == surname + 2 && name[^1] is '其' or '与' && IsPossible(name[..^1], surname);

    /// <summary>True where another word begins the run: 应当予.</summary>
    public static bool BeginsWord(ReadOnlySpan<char> name) => NotNames.At(name, 0).Found;

    /// <summary>
    /// True where the run reads like a name without a title beside it: all its given characters are common in names, and no word begins it.
    /// </summary>
    public static bool IsLikely(ReadOnlySpan<char> name, int surname)
    {
        if (NotNames.At(name, 0).Found || Surnames.At(name, 0).Is("rare"))
        {
            return false;
        }

        for (var i = surname; i < name.Length; i++)
        {
            if (!Given.Contains(name[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True where the run ends like a body (金融办), so that a title behind it is the body's.</summary>
    public static bool EndsLikeBody(ReadOnlySpan<char> name) => BodyEnds.Contains(name[^1]);
}
