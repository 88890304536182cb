using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Local bodies: a place and the function it has a body for. The place stands before it in full or short (江苏省科技厅, 江苏证监局), as the
/// bare word for its level where the paper says which (省科技厅), or once for a list (省财政厅、市场监管局、知识产权局).
/// </summary>
internal sealed class DepartmentFinder : IBodyFinder
{
    public const string Rule = "agency.place-function";

    private const int LongestPosts = 16;
    private const int LongestMembers = 24;
    private const int LongestTail = 4;
    private const int MinBare = 2;

    private static readonly string[] Public = ["采购", "债务", "债券", "专项债", "一般债", "性基金", "储备", "购买服务"];

    private static readonly string[] PartyWords = ["中国共产党", "中共", "中国人民政治协商会议", "政协"];

    private static readonly DepartmentEntry? Conference = Lexicon.Default.Find("政协")?.First<DepartmentEntry>();

    private static readonly DepartmentEntry? Standing = Lexicon.Default.Find("人大常委会")?.First<DepartmentEntry>();

    public void Find(Paper paper, Surroundings surroundings)
    {
        var last = default(Found);
        var said = new SaidPlaces(surroundings);
        for (var i = 0; (i = paper.Forms.NextStart(i, EntryKinds.Department)) < paper.Text.Length; )
        {
            said.EnterAt(i);
            if (!TryRead(paper, surroundings, said, last, i, out var found))
            {
                i++;
                continue;
            }

            paper.Mentions.Add(ToMention(found));
            AddParent(paper, start: i, found);
            AddStanding(paper, found);
            last = WithOffice(paper, found);
            said.Add(found.Span.Start, found.Place, found.Form == MentionForm.Name);
            i = last.Span.End;
        }
    }

    /// <summary>省政府金融办: the office of a government that a department's name follows.</summary>
    private static Found WithOffice(Paper paper, Found government)
    {
        if (
            government.Department.Name != "人民政府"
            || !paper.Forms.TryLongest(government.Span.End, EntryKinds.Department, out var hit)
            || !MayEnd(paper.Text, hit)
            || hit.Form.First<DepartmentEntry>() is not { StandsAlone: true, System: "any" } department
        )
        {
            return government;
        }

        var office = government with { Span = new(government.Span.Start, hit.End) };
        var mention = ToMention(office);
        mention.Name += department.Name;
        paper.Mentions.Add(mention);
        return office;
    }

    /// <summary>某市人民政府办公室 and 某省委宣传部 name the government and the committee too, as the parent of the unit.</summary>
    private static void AddParent(Paper paper, int start, Found office)
    {
        foreach (var hit in paper.Forms.StartingAt(start))
        {
            if (
                hit.End < office.Span.End - 1
                && MayEnd(paper.Text, hit)
                && (office.Form == MentionForm.Name || hit.Form.Text != "委" || paper.Text[hit.End] == '办')
                && hit.Form.Text is "人民政府" or "政府" or "委" or "公安局"
                && hit.Form.First<DepartmentEntry>() is { } department
            )
            {
                paper.Mentions.Add(ToMention(office with { Span = new(office.Span.Start, hit.End), Department = department }));
                return;
            }
        }
    }

    /// <summary>某市人大及其常委会 names the congress and its standing committee.</summary>
    private static void AddStanding(Paper paper, Found congress)
    {
        var rest = paper.Text.AsSpan(congress.Span.End);
        var length =
            rest.StartsWith("及其常委会") ? 5
            : rest.StartsWith("及其常务委员会") ? 7
            : 0;
        if (length > 0 && congress.Department.Name == "人民代表大会" && Standing is not null)
        {
            paper.Mentions.Add(
                ToMention(congress with { Span = new(congress.Span.Start, congress.Span.End + length), Department = Standing })
            );
        }
    }

    private static bool TryRead(Paper paper, Surroundings surroundings, SaidPlaces said, Found last, int start, out Found found)
    {
        found = default;
        if (!paper.Forms.TryLongest(start, EntryKinds.Department, out var hit) || !MayEnd(paper.Text, hit))
        {
            return false;
        }

        var department = hit.Form.First<DepartmentEntry>()!;
        if (DepartmentPlace.Before(paper, surroundings, start, last.Span.End) is { } place)
        {
            place = said.Said(paper.Text, place) ?? place;
            var from = PartyStart(paper.Text, place.Start, ref department);
            found = new(new(from, hit.End), department, place.Entry, place.FullName, place.Form);
            return place.Entry is not null || place.Form == MentionForm.Short;
        }

        if (department.Name == "人民政府" && CountryBefore(paper, start) is { } country)
        {
            found = new(new(country.Start, hit.End), department, country.Form.First<PlaceEntry>(), "", MentionForm.Name);
            return true;
        }

        if (last.Department is not null && department.StandsAlone && Continues(paper.Text, last.Span.End, start))
        {
            found = new(new(start, hit.End), department, last.Place, last.PlaceName, MentionForm.Short);
            return true;
        }

        if (
            department.Name == "人民政府"
            && last.Department?.System == "party"
            && start == last.Span.End + 1
            && paper.Text[last.Span.End] == '、'
        )
        {
            found = new(new(start, hit.End), department, last.Place, last.PlaceName, MentionForm.Short);
            return true;
        }

        if (last.Place is not null && hit.Length > 1 && IsNextPost(paper, last.Span.End, start))
        {
            found = new(new(start, hit.End), department, last.Place, last.PlaceName, MentionForm.Short);
            return true;
        }

        if (department.StandsAlone && said.Last is { } named && IsListedBare(paper, hit))
        {
            found = new(new(start, hit.End), department, named, named.Name, MentionForm.Short);
            return true;
        }

        if (
            department.StandsAlone
            && start > 0
            && paper.Text[start - 1] == '据'
            && IsReport(paper.Text, hit.End)
            && surroundings.Meant(start, '市') is { } city
        )
        {
            found = new(new(start, hit.End), department, city, city.Name, MentionForm.Short);
            return true;
        }

        return false;
    }

    // 甲省委书记、人大常委会主任: nothing but posts at the body before stands between.
    private static bool IsNextPost(Paper paper, int end, int start)
    {
        if (start - end is < 3 or > LongestPosts || paper.Text[start - 1] is not ('、' or '兼'))
        {
            return false;
        }

        for (var at = start - 1; at > end; )
        {
            var title = Titles.Before(paper.Text, at);
            if (!title.Is("post"))
            {
                return at == end + 1 && paper.Text[end] == '副';
            }

            at -= title.Length;
            at -= at > end + 1 && paper.Text[at - 1] is '、' or '兼' ? 1 : 0;
        }

        return true;
    }

    // 甲区委副书记率工信局、科技局来访: departments in a row are those of the place whose body the sentence has named.
    private static bool IsListedBare(Paper paper, LexicalHit hit) =>
        hit.Length > MinBare
        && (
            hit.End + 1 < paper.Text.Length && paper.Text[hit.End] == '、' && IsDepartmentAt(paper, hit.End + 1)
            || hit.Start > 1 && paper.Text[hit.Start - 1] == '、' && IsDepartmentBefore(paper, hit.Start - 1)
        );

    private static bool IsDepartmentAt(Paper paper, int start) =>
        paper.Forms.TryLongest(start, EntryKinds.Department, out var next)
        && next.Length > MinBare
        && next.Form.First<DepartmentEntry>()!.StandsAlone;

    private static bool IsDepartmentBefore(Paper paper, int end) =>
        paper.Forms.TryLongestBefore(end, EntryKinds.Department, out var other)
        && other.Length > MinBare
        && other.Form.First<DepartmentEntry>()!.StandsAlone;

    // 据农委统计: a department without its place reports for the one that the article is about.
    private static bool IsReport(string text, int at) =>
        text.AsSpan(at).StartsWith("统计")
        || text.AsSpan(at).StartsWith("介绍")
        || text.AsSpan(at).StartsWith("测算")
        || text.AsSpan(at).StartsWith("监测")
        || text.AsSpan(at).StartsWith("初步统计");

    /// <summary>中共 before a committee belongs to its name, and 政协 before 某市委员会 says whose committee it is.</summary>
    private static int PartyStart(string text, int start, ref DepartmentEntry department)
    {
        if (!string.Equals(department.System, "party", StringComparison.Ordinal))
        {
            return start;
        }

        var before = text.AsSpan(0, start);
        foreach (var word in PartyWords)
        {
            if (before.EndsWith(word))
            {
                department =
                    word.EndsWith("协", StringComparison.Ordinal) || word.EndsWith("会议", StringComparison.Ordinal)
                        ? Conference ?? department
                        : department;
                return start - word.Length;
            }
        }

        return start;
    }

    // 市委员 and 省委托 hold the form 委, but no committee; 市人大代表 are people.
    // 某县政府采购 and 全市政府专项债务 speak of no government.
    private static bool MayEnd(string text, LexicalHit hit) =>
        !(hit.Form.Text == "政府" && text.AsSpan(hit.End).StartsWithAny(Public))
        && !(
            hit.Form.Text.EndsWith("人大", StringComparison.Ordinal)
            && text.AsSpan(hit.End).StartsWith("代表")
            && !text.AsSpan(hit.End).StartsWith("代表大会")
        )
        && (
            hit.Form.Text != "委"
            || hit.End >= text.Length
            || text[hit.End] is not ('员' or '托' or '派' or '任' or '内' or '外' or '以' or '会' or '屈')
            || text.AsSpan(hit.End).StartsWith("以及")
        );

    // A member that no table has may stand between: 省甲厅、省政府乙办、丙厅.
    private static bool Continues(string text, int end, int start) =>
        start - end is 1 or 2 && text.AsSpan(end, start - end) is "、" or "和" or "与" or "及" or "以及" or "," or "，"
        || start - end is > 3 and <= LongestMembers
            && text.IndexOf('、', end, start - end) - end is >= 0 and <= LongestTail
            && text[start - 1] == '、'
            && !text.AsSpan(end, start - end).ContainsAny("，。；：（）《");

    private static Mention ToMention(Found found)
    {
        var mention = new Mention
        {
            Span = found.Span,
            Type = found.Department.System == "people" ? EntityType.Organization : EntityType.Agency,
            Name = NameOf(found.Department, found.Place, found.PlaceName),
            Rule = Rule,
            Confidence = found.Form == MentionForm.Name ? 0.95 : 0.9,
            Form = found.Form,
        };
        if (found.Place is { } place)
        {
            mention.Props["level"] = LevelOf(place);
        }

        return mention;
    }

    private static LexicalHit? CountryBefore(Paper paper, int end)
    {
        foreach (var hit in paper.Forms.EndingAt(end))
        {
            if (hit.Form.First<PlaceEntry>() is { Level: "country" })
            {
                return hit;
            }
        }

        return null;
    }

    /// <param name="placeName">The full names of the place and those before it.</param>
    internal static string NameOf(DepartmentEntry department, PlaceEntry? place, string placeName) =>
        place is { Level: "country", Name: var country }
            ? country + "政府"
            : department
                .Pattern.Replace("{full}", placeName, StringComparison.Ordinal)
                .Replace("{short}", place is null ? placeName : ShortName(place), StringComparison.Ordinal);

    /// <summary>The level of a body of the place, in the ontology's words.</summary>
    internal static string LevelOf(PlaceEntry place) =>
        place.Level switch
        {
            "prefecture" => "municipal",
            "province" => "provincial",
            "country" => "national",
            _ => place.Level,
        };

    private static string ShortName(PlaceEntry place) =>
        place.Level == "county" || place.Forms.IsEmpty ? place.Name : place.Forms.MinBy(f => f.Length)!;

    /// <param name="PlaceName">The full names of the place and those before it in the text: 南京市玄武区.</param>
    private readonly record struct Found(TextSpan Span, DepartmentEntry Department, PlaceEntry? Place, string PlaceName, MentionForm Form);
}
