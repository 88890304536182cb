using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Countries by one character each, side by side: 中日韩, 美俄关系. Two such characters are as often the end of one word and the start of
/// another (其中美, 集中英), so that a run of two needs a mark or a word of relations behind it; one of three or more needs nothing.
/// </summary>
internal sealed class CountryRunFinder : IBodyFinder
{
    private const int MinSure = 3;

    private static readonly CharacterSet Countries = new("中美日韩俄德法英印蒙朝");
    private static readonly string[] After = ["两国", "双方", "双边", "关系", "贸易", "经贸", "合作", "三国", "之间", "两地"];

    // 集中, 其中: the character before makes a word with 中.
    private const string NotBefore = "其集在当从心空初高之手市期间眼暗场国港省地热看夺命适折";

    public void Find(Paper paper, Surroundings surroundings)
    {
        var text = paper.Text;
        for (var start = Countries.Next(text, 0); start < text.Length; start = Countries.Next(text, start))
        {
            var end = start + 1;
            while (end < text.Length && Countries.IndexOf(text[end]) >= 0)
            {
                end++;
            }

            for (var at = start; at < end && IsRun(text, start, end); at++)
            {
                Add(paper, at);
            }

            start = end;
        }
    }

    private static bool IsRun(string text, int start, int end) =>
        end - start is >= 2 and <= 6
        && HasNoRepeat(text.AsSpan(start, end - start))
        && (start == 0 || !NotBefore.Contains(text[start - 1], StringComparison.Ordinal))
        && (end - start >= MinSure ? end == text.Length || text[end] is not ('文' or '语' or '国' or '洲') : IsRelated(text.AsSpan(end)));

    private static bool IsRelated(ReadOnlySpan<char> rest) => rest.StartsWithAny(After);

    private static bool HasNoRepeat(ReadOnlySpan<char> run)
    {
        for (var i = 1; i < run.Length; i++)
        {
            if (run[..i].Contains(run[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static string Code(char c) =>
        c switch
        {
            '中' => "CHN",
            '美' => "USA",
            '日' => "JPN",
            '韩' => "KOR",
            '俄' => "RUS",
            '德' => "DEU",
            '法' => "FRA",
            '英' => "GBR",
            '印' => "IND",
            '蒙' => "MNG",
            _ => "PRK",
        };

    private static void Add(Paper paper, int at)
    {
        if (Lexicon.Default.Place(Code(paper.Text[at])) is { } country)
        {
            paper.Mentions.Add(
                new Mention
                {
                    Span = new(at, at + 1),
                    Type = EntityType.Place,
                    Name = country.Name,
                    Rule = "place.country-run",
                    Confidence = 0.8,
                    Form = MentionForm.Short,
                    Props = { ["level"] = "country" },
                }
            );
        }
    }
}
