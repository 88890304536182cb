using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Firms by the bracket behind their names: the code of a share (远麓医疗（2675.HK）), or in a list the sum that each of them raised or paid
/// (远麓科技（25亿元）、青峦（15亿元）), where two members read like firms.
/// </summary>
internal sealed class BracketedFirmFinder : IBodyFinder
{
    /// <summary>The rule of these mentions.</summary>
    public const string Rule = "organization.bracketed";

    private const int MinName = 2;
    private const int MaxName = 10;
    private const int MaxBracket = 16;
    private const int MinFirms = 2;
    private const int MinDigits = 4;

    private static readonly string[] Markets = [".HK", ".SH", ".SZ", ".BJ", ".US", ".hk", ".sh", ".sz", ".SS"];
    private static readonly string[] Codes = ["股票代码", "证券代码", "股份代号", "股票代号", "NASDAQ", "NYSE", "HKEX"];
    private static readonly string[] Sums = ["亿元", "万元", "亿美元", "亿人民币", "亿港元", "万美元"];

    public void Find(Paper paper, Surroundings surroundings)
    {
        var text = paper.Text;
        var listed = new List<TextSpan>();
        for (var open = text.IndexOf('（', StringComparison.Ordinal); open >= 0; open = text.IndexOf('（', open + 1))
        {
            var close = text.IndexOf('）', open, Math.Min(MaxBracket, text.Length - open));
            if (close < 0)
            {
                continue;
            }

            var inner = text.AsSpan(open + 1, close - open - 1);
            if (IsCode(inner) && Name(paper, open, surroundings) is { IsEmpty: false } quoted)
            {
                Add(paper, quoted);
            }
            else if (inner.EndsWithAny(Sums) && Name(paper, open, surroundings) is { IsEmpty: false } member)
            {
                listed.Add(member);
            }

            if (close + 1 == text.Length || text[close + 1] != '、')
            {
                AddListed(paper, listed);
                listed.Clear();
            }
        }
    }

    private static void AddListed(Paper paper, List<TextSpan> listed)
    {
        if (listed.Count > MinFirms && listed.Count(m => CompanyListFinder.IsFirm(paper, m)) >= MinFirms)
        {
            listed.ForEach(m => Add(paper, m));
        }
    }

    private static bool IsCode(ReadOnlySpan<char> inner) =>
        inner.StartsWithAny(Codes) || inner.EndsWithAny(Markets) && inner.Length > MinDigits && char.IsAsciiDigit(inner[0]);

    private static TextSpan Name(Paper paper, int end, Surroundings surroundings)
    {
        if (paper.Forms.TryLongestBefore(end, EntryKinds.Organization, out var known))
        {
            return new(known.Start, end);
        }

        var first = NameStart.Find(paper, end, surroundings.SentenceStart(end));
        var start = ActingFirmFinder.AfterClass(paper, first, end);
        var name = new TextSpan(start, end);
        return
            name.Length is >= MinName and <= MaxName
            && NameParts.Read(paper, start, end) is { IsClass: false } parts
            && parts.Start == start
            ? name
            : default;
    }

    private static void Add(Paper paper, TextSpan name) =>
        paper.Mentions.Add(
            new Mention
            {
                Span = name,
                Type = EntityType.Organization,
                Name = name.Of(paper.Text),
                Rule = Rule,
                Confidence = 0.75,
            }
        );
}
