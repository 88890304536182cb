using PolicyGraph.Extraction.Gazetteers;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// The places whose bodies a sentence has named in full: behind 甲市委书记 the bare 市 of 市政协主席 is that city, whichever the article is about. Asked and
/// told in the order of the text.
/// </summary>
internal sealed class SaidPlaces(Surroundings surroundings)
{
    private readonly Dictionary<char, PlaceEntry> _places = [];

    private int _sentence = -1;

    /// <param name="position">Where the body's name starts.</param>
    /// <param name="place">The place of the body; null where the name did not say it in full.</param>
    public void Add(int position, PlaceEntry? place)
    {
        Enter(position);
        if (place is not null && LevelWord(place) is { } level)
        {
            _places[level] = place;
        }
    }

    /// <summary>The place that the bare word for a level means in its sentence; null where it is no such word or the sentence has named none of that level.</summary>
    public DepartmentPlace? Said(string text, DepartmentPlace place)
    {
        Enter(place.Start);
        return place.Form == MentionForm.Short && place.FullName == (place.Entry?.Name ?? "") && _places.TryGetValue(text[place.Start], out var said)
            ? place with { Entry = said, FullName = said.Name }
            : null;
    }

    private void Enter(int position)
    {
        if (surroundings.SentenceStart(position) is var start && start != _sentence)
        {
            _places.Clear();
            _sentence = start;
        }
    }

    private static char? LevelWord(PlaceEntry place) => place.Level switch
    {
        "province" => place.Name[^1] == '市' ? '市' : '省',
        "prefecture" => '市',
        "county" => place.Name[^1],
        _ => null,
    };
}
