using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>
/// What an event may be called again besides the last word of its name: a meeting 会议, a fair 展会, a contest 赛事, any of them 活动.
/// </summary>
internal static class Kin
{
    private const int WordLength = 2;

    private static readonly string[] Leads = ["本次", "此次", "本届", "这次", "该", "这一", "当天的", "整个"];

    /// <summary>True where the words hold a word for the event's kind at their start or behind 本次 and the like.</summary>
    /// <param name="words">A sentence, as far as it may call an event.</param>
    /// <param name="name">The event's name.</param>
    public static bool IsCalled(ReadOnlySpan<char> words, ReadOnlySpan<char> name)
    {
        name = name.TrimEnd('”');
        return (name[^1] is '会' or '坛' or '议' && IsSaid(words, "会议"))
            || (name[^1] is '会' or '坛' && IsSaid(words, "大会"))
            || (name.EndsWith("览会") || name.EndsWith("易会") || name[^1] == '展') && IsSaid(words, "展会")
            || name[^1] == '赛' && IsSaid(words, "赛事")
            || name[^1] is '会' or '坛' or '赛' or '节' or '周' or '式' or '展' && IsSaid(words, "活动");
    }

    private static bool IsSaid(ReadOnlySpan<char> words, string word)
    {
        for (var at = words.IndexOf(word); at >= 0; )
        {
            if (at == 0 || words[..at].EndsWithAny(Leads))
            {
                return true;
            }

            var next = words[(at + WordLength)..].IndexOf(word);
            at = next < 0 ? -1 : at + WordLength + next;
        }

        return false;
    }
}
