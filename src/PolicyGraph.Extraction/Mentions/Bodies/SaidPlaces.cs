using PolicyGraph.Extraction.Gazetteers;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// The places whose bodies a sentence has named in full: behind 甲市委书记 the bare 市 of 市政协主席 is that city, whichever the article is
/// about. Asked and told in the order of the text.
/// </summary>
internal sealed class SaidPlaces(Surroundings surroundings)
{
    private readonly Dictionary<char, PlaceEntry> _places = [];
    private readonly Dictionary<char, PlaceEntry> _bare = [];

    private int _sentence = -1;

    /// <summary>The place whose body the sentence named last in full; null where it has named none.</summary>
    public PlaceEntry? Last { get; private set; }

    /// <summary>Forgets what an earlier sentence has named.</summary>
    public void EnterAt(int position) => Enter(position);

    /// <param name="position">Where the body's name starts.</param>
    /// <param name="place">The place of the body, where it is known.</param>
    /// <param name="isFull">True where the name says it in full. A bare word keeps its place against a later full name of what that lies
    /// in: 市府办、甲地区局乙市分局、市林业局.</param>
    public void Add(int position, PlaceEntry? place, bool isFull)
    {
        Enter(position);
        Last = isFull ? place ?? Last : Last;
        if (place is null || LevelWord(place) is not { } level)
        {
            return;
        }

        if (!isFull)
        {
            _bare.TryAdd(level, place);
        }
        else if (!_bare.TryGetValue(level, out var bare) || bare == place || !Lexicon.Default.WithParents(bare).Contains(place))
        {
            _places[level] = place;
        }
    }

    /// <summary>
    /// The place that the bare word for a level means in its sentence; null where it is no such word or the sentence has named none of that
    /// level.
    /// </summary>
    public DepartmentPlace? Said(string text, DepartmentPlace place)
    {
        Enter(place.Start);
        return
            place.Form == MentionForm.Short
            && (place.Entry is null ? place.FullName.Length == 1 : place.FullName == place.Entry.Name)
            && _places.TryGetValue(text[place.Start], out var said)
            ? place with
            {
                Entry = said,
                FullName = said.Name,
            }
            : null;
    }

    private void Enter(int position)
    {
        if (surroundings.SentenceStart(position) is var start && start != _sentence)
        {
            _places.Clear();
            _bare.Clear();
            Last = null;
            _sentence = start;
        }
    }

    private static char? LevelWord(PlaceEntry place) =>
        place.Level switch
        {
            "province" => place.Name[^1] == '市' ? '市' : '省',
            "prefecture" => '市',
            "county" => place.Name[^1],
            _ => null,
        };
}
