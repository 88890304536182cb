using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>The words around a number that tell what it measures: <c>figure-words.tsv</c>, one list for each class.</summary>
internal static class FigureWords
{
    /// <summary>Words that open a clause and name nothing: 其中, 目前, 全省.</summary>
    public static Terms Lead { get; } = Load("lead");

    /// <summary>Words that join what is measured to its number: 达到, 为, 位居.</summary>
    public static Terms Link { get; } = Load("link");

    /// <summary>Words that begin like a leading word and are none: 从业, 在建, 共建.</summary>
    public static Terms Protected { get; } = Load("protect");

    /// <summary>Words that end like a joining word and are none: 班列, 人均, 签约.</summary>
    public static Terms ProtectedEnd { get; } = Load("protect-end");

    /// <summary>增长, 提高, 增加: right before a number they make it a change upward.</summary>
    public static Terms Rise { get; } = Load("rise");

    public static Terms Fall { get; } = Load("fall");

    /// <summary>增速, 增幅: the indicator itself is a rate of change.</summary>
    public static Terms Rate { get; } = Load("rate");

    public static Terms FallingRate { get; } = Load("rate-fall");

    /// <summary>提高到, 降至: what follows is the level reached.</summary>
    public static Terms Reach { get; } = Load("reach");

    /// <summary>Verbs of making and having that no indicator needs: 培育, 建成, 拥有.</summary>
    public static Terms Verb { get; } = Load("verb");

    /// <summary>Verbs that end the noun after a number: 12项产品|入选…</summary>
    public static Terms Turn { get; } = Load("turn");

    /// <summary>Of these the ones whose phrase tells which things are counted: 入选名录的产品.</summary>
    public static Terms Said { get; } = Load("said");

    /// <summary>Parts of the text itself: 方面, 领域, 环节.</summary>
    public static Terms Structure { get; } = Load("structure");

    public static Terms Limit { get; } = Load("limit");

    public static Terms Grant { get; } = Load("grant");

    public static Terms Target { get; } = Load("target");

    public static Terms Forecast { get; } = Load("forecast");

    public static Terms Index { get; } = Load("index");

    /// <summary>True where a word of the list stands anywhere in <paramref name="run"/>.</summary>
    public static bool Any(this Terms terms, ReadOnlySpan<char> run)
    {
        for (var i = 0; i < run.Length; i++)
        {
            if (terms.At(run, i).Found)
            {
                return true;
            }
        }

        return false;
    }

    private static Terms Load(string kind) => Terms.Load("figure-words.tsv", kind);
}
