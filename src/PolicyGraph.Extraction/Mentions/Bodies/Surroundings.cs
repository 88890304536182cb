using PolicyGraph.Extraction.Gazetteers;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Where each part of a paper plays: which place 省, 市 and 我省 mean there, and which places are named at all, so that a county's short
/// form counts only near its own province.
/// </summary>
internal sealed class Surroundings
{
    // A title names what the article is about; its places outweigh any number that a body can reasonably hold.
    private const int TitleWeight = 8000;

    // A place that only begins a body's name (北京某大学) says little of what the article is about.
    private const int StandingWeight = 8;
    private const int LongestBody = 8;
    private const int FullFormWeight = 3;

    private readonly Lexicon _lexicon = Lexicon.Default;
    private readonly HashSet<PlaceEntry> _named = new(ReferenceEqualityComparer.Instance);
    private readonly int[] _sentenceStarts;
    private readonly List<Part> _parts = [];

    // What a notice passes on is its own issuers' too: 市 in a plan that names no city is the notice's.
    private readonly bool _isOfficial;

    public Surroundings(Paper paper)
    {
        _isOfficial = paper.Official is not null;
        _sentenceStarts = [.. paper.Sentences.Select(s => s.Span.Start)];
        foreach (var (start, end, titleEnd) in Parts(paper))
        {
            var weights = Weights(paper, start, end, titleEnd);
            var votes = Votes(weights);
            var ranks = Ranks(weights);
            _parts.Add(
                new(
                    end,
                    Best(votes, p => p.Level == "province" && p.Name[^1] != '市'),
                    City(votes, ranks),
                    Best(votes, p => Bears(ranks, p, '区')),
                    RegionOf(votes),
                    Best(votes, p => Bears(ranks, p, '县')),
                    Best(votes, p => Bears(ranks, p, '旗'))
                )
            );
        }
    }

    /// <summary>Where the sentence that holds a position starts.</summary>
    public int SentenceStart(int position)
    {
        var at = Array.BinarySearch(_sentenceStarts, position);
        return at >= 0 ? position
            : at == -1 ? 0
            : _sentenceStarts[~at - 1];
    }

    /// <summary>True where the paper names the place itself by a strong form, or one that it lies in.</summary>
    public bool IsNear(PlaceEntry place)
    {
        for (var at = place; at is not null; at = _lexicon.Parent(at))
        {
            if (at.Level is not "country" && _named.Contains(at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the paper names the place by its own full name or another strong form.</summary>
    public bool IsNamed(PlaceEntry place) => _named.Contains(place);

    /// <summary>The place that a bare 省, 市, 县, 区 or 州 at a position means, or null where the paper gives none.</summary>
    public PlaceEntry? Meant(int position, char level)
    {
        var part = _parts.Find(p => position < p.End);
        return part.Meant(level) ?? (_isOfficial ? _parts[0].Meant(level) : null);
    }

    /// <summary>The record that a form means here: the one whose surroundings the paper names, else the first.</summary>
    public PlaceEntry? Choose(LexiconForm form)
    {
        PlaceEntry? first = null;
        foreach (var entry in form.Entries)
        {
            if (entry is not PlaceEntry place)
            {
                continue;
            }

            first ??= place;
            if (IsNear(place))
            {
                return place;
            }
        }

        return first;
    }

    private static IEnumerable<(int Start, int End, int TitleEnd)> Parts(Paper paper)
    {
        if (paper.Articles.Count == 0)
        {
            yield return (0, paper.Text.Length, 0);
        }

        foreach (var article in paper.Articles)
        {
            yield return (article.Span.Start, article.Span.End, article.Title?.End ?? 0);
        }
    }

    /// <summary>
    /// A prefecture or municipality; a county's city where the words name that and not the prefecture which it lies in, or name it more.
    /// </summary>
    private PlaceEntry? City(Dictionary<PlaceEntry, int> votes, Dictionary<PlaceEntry, string> ranks)
    {
        var city = Best(votes, p => p.Level == "prefecture" || (p.Level == "province" && p.Name[^1] == '市'));
        var small = Best(votes, p => Bears(ranks, p, '市'));
        var (wide, near) = (city is null ? 0 : votes[city], small is null ? 0 : votes[small]);
        return near > wide || (near == wide && near > 0 && !_named.Contains(city!)) ? small : city;
    }

    /// <summary>
    /// The ranks under which a part of the paper names each county in full, one behind the other; that of its time, where it was renamed.
    /// </summary>
    private static Dictionary<PlaceEntry, string> Ranks(Dictionary<LexiconForm, int> weights)
    {
        var ranks = new Dictionary<PlaceEntry, string>(ReferenceEqualityComparer.Instance);
        foreach (var form in weights.Keys)
        {
            foreach (var entry in form.Entries)
            {
                if (entry is PlaceEntry { Level: "county" } place && IsFull(place, form))
                {
                    ranks[place] = ranks.GetValueOrDefault(place) + form.Text[^1];
                }
            }
        }

        return ranks;
    }

    private static bool Bears(Dictionary<PlaceEntry, string> ranks, PlaceEntry place, char rank) =>
        place.Level == "county"
        && (ranks.TryGetValue(place, out var named) ? named.Contains(rank, StringComparison.Ordinal) : place.Name[^1] == rank);

    private static bool IsFull(PlaceEntry place, LexiconForm form) => form.Text == place.Name || place.FormerNames.Contains(form.Text);

    /// <summary>The place of most votes, of several the first by its id.</summary>
    private static PlaceEntry? Best(Dictionary<PlaceEntry, int> votes, Func<PlaceEntry, bool> accepts)
    {
        PlaceEntry? best = null;
        var most = 0;
        foreach (var (place, count) in votes)
        {
            if (accepts(place) && (count > most || count == most && string.CompareOrdinal(place.Id, best!.Id) < 0))
            {
                (best, most) = (place, count);
            }
        }

        return best;
    }

    private static PlaceEntry? RegionOf(Dictionary<PlaceEntry, int> votes)
    {
        var region = Best(votes, p => p.Level == "province");
        return
            region is not null
            && region.Name.EndsWith("自治区", StringComparison.Ordinal)
            && votes[region] >= TitleWeight
            && !votes.Any(v => v.Value >= TitleWeight && v.Key.Level == "county")
            ? region
            : null;
    }

    /// <summary>How much a part of the paper says each form of a place.</summary>
    private static Dictionary<LexiconForm, int> Weights(Paper paper, int start, int end, int titleEnd)
    {
        var weights = new Dictionary<LexiconForm, int>();
        for (var i = start; (i = paper.Forms.NextStart(i, EntryKinds.Place)) < end; i++)
        {
            if (paper.Forms.TryLongest(i, EntryKinds.Place, out var hit) && hit.End <= end && FormGuards.AllowName(paper.Text, hit))
            {
                var isOfBody = BeginsBody(paper, hit);
                weights[hit.Form] =
                    weights.GetValueOrDefault(hit.Form)
                    + (
                        isOfBody ? 1
                        : hit.End <= titleEnd ? TitleWeight
                        : StandingWeight
                    );
                i = hit.End - 1;
            }
        }

        return weights;
    }

    /// <summary>北京某大学, 某地甲甲集团: a short form with the last word of an organization's name close behind it.</summary>
    private static bool BeginsBody(Paper paper, LexicalHit place)
    {
        if (NameStart.EndsWithRank(place.Form.Text))
        {
            return false;
        }

        if (paper.Forms.TryLongest(place.Start, EntryKinds.Organization, out var known) && known.End > place.End)
        {
            return true;
        }

        for (var i = place.End; i < Math.Min(paper.Text.Length, place.End + LongestBody) && NameStart.IsNameCharacter(paper.Text[i]); i++)
        {
            foreach (var hit in paper.Forms.StartingAt(i))
            {
                if (hit.Form.Is(WordClasses.OrganizationSuffix) && FormGuards.AllowSuffix(paper.Text, hit))
                {
                    return true;
                }

                if (hit.Form.Is(WordClasses.Boundary) || hit.Length > 1 && hit.Form.IsName)
                {
                    return false;
                }
            }
        }

        return false;
    }

    private Dictionary<PlaceEntry, int> Votes(Dictionary<LexiconForm, int> weights)
    {
        var votes = new Dictionary<PlaceEntry, int>(ReferenceEqualityComparer.Instance);
        foreach (var (form, weight) in weights)
        {
            foreach (var entry in form.Entries)
            {
                if (entry is not PlaceEntry place || PlaceFinder.IsWeak(place, form.Text))
                {
                    continue;
                }

                _named.Add(place);
                for (var at = place; at is not null; at = _lexicon.Parent(at))
                {
                    votes[at] = votes.GetValueOrDefault(at) + (at == place && IsFull(place, form) ? weight * FullFormWeight : weight);
                }
            }
        }

        return votes;
    }

    /// <param name="End">Where the article ends.</param>
    /// <param name="Province">What 省 means in it.</param>
    /// <param name="City">What 市, 州 and 盟 mean: a prefecture, a municipality or a county's city.</param>
    /// <param name="District">What 区 means.</param>
    /// <param name="Region">The autonomous region that 区 means before any district: a title names it, and none of its districts.</param>
    /// <param name="County">What 县 means.</param>
    /// <param name="Banner">What 旗 means.</param>
    private readonly record struct Part(
        int End,
        PlaceEntry? Province,
        PlaceEntry? City,
        PlaceEntry? District,
        PlaceEntry? Region,
        PlaceEntry? County,
        PlaceEntry? Banner
    )
    {
        public PlaceEntry? Meant(char level) =>
            level switch
            {
                '省' => Province,
                '市' or '州' or '盟' => City,
                '区' => Region ?? District,
                '旗' => Banner,
                _ => County,
            };
    }
}
