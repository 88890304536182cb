using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Districts without their rank right behind the city that they are of: 上海长宁, 杭州余杭. Alone such a word is too often something else.
/// </summary>
internal sealed class CityDistrictFinder : IBodyFinder
{
    private const int Length = 2;

    // 武汉东湖高新区 is a zone's name, 北京东城区 a whole one.
    private const string NotBefore = "区市县镇高经开路大";

    public void Find(Paper paper, Surroundings surroundings)
    {
        var text = paper.Text.AsSpan();
        Span<char> name = stackalloc char[Length + 1];
        name[Length] = '区';
        for (var i = 0; (i = paper.Forms.NextStart(i, EntryKinds.Place)) < text.Length; i++)
        {
            if (
                !paper.Forms.TryLongest(i, EntryKinds.Place, out var city)
                || city.Form.First<PlaceEntry>() is not { Level: "prefecture" or "province" } parent
                || city.End + Length >= text.Length
                || NotBefore.Contains(text[city.End + Length], StringComparison.Ordinal)
            )
            {
                continue;
            }

            text.Slice(city.End, Length).CopyTo(name);
            if (
                Lexicon.Default.Find(name)?.Entries.OfType<PlaceEntry>().FirstOrDefault(p => p.Parent == parent.Id) is
                { Level: "county" } district
            )
            {
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = new(city.End, city.End + Length),
                        Type = EntityType.Place,
                        Name = district.Name,
                        Rule = "place.city-district",
                        Confidence = 0.85,
                        Props = { ["level"] = district.Level, ["code"] = district.Code },
                    }
                );
            }
        }
    }
}
