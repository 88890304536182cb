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

    /// <summary>应当, 不得, 只能: with them a number binds.</summary>
    public static Terms Oblige { get; } = Load("oblige");

    /// <summary>征收, 收取, 计收: what somebody is to pay.</summary>
    public static Terms Charge { get; } = Load("charge");

    /// <summary>工本费, 税率, 补助: what a rule sets the amount of.</summary>
    public static Terms Fee { get; } = Load("fee");

    /// <summary>代表, 嘉宾: who comes to a meeting.</summary>
    public static Terms Guest { get; } = Load("guest");

    /// <summary>核准, 排放量, 限值: what a permit allows.</summary>
    public static Terms Permit { get; } = Load("permit");

    /// <summary>建设, 培育, 创建: what a notice sets as a task.</summary>
    public static Terms Task { get; } = Load("task");

    public static Terms Target { get; } = Load("target");

    public static Terms Forecast { get; } = Load("forecast");

    public static Terms Index { get; } = Load("index");

    /// <summary>实现, 完成: before an amount they add nothing to what it measures.</summary>
    public static Terms Achieve { get; } = Load("achieve");

    /// <summary>总数, 累计: what it is the total of stands before.</summary>
    public static Terms Aggregate { get; } = Load("aggregate");

    /// <summary>观看, 参观: what people counted by 人次 did.</summary>
    public static Terms Attend { get; } = Load("attend");

    /// <summary>Nouns that a threshold makes a class of: 超10亿元|项目.</summary>
    public static Terms ClassNoun { get; } = Load("class-noun");

    /// <summary>进入, 跨入: said of who reached a size class (进入百亿级).</summary>
    public static Terms Entered { get; } = Load("entered");

    /// <summary>企业, 项目: what has amounts (增加值, 总投资) of its own.</summary>
    public static Terms Holder { get; } = Load("holder");

    /// <summary>增加值, 总投资: an amount that needs an owner.</summary>
    /// <summary>产量, 增加值, 投资额: what is measured of somebody or something.</summary>
    public static Terms Amount { get; } = Load("amount");

    /// <summary>按可比价格计算: how a number was worked out.</summary>
    public static Terms Aside { get; } = Load("aside");

    public static Terms PartAmount { get; } = Load("part-amount");

    public static Terms FrameEnd { get; } = Load("frame-end");

    /// <summary>大关, 新台阶, 的数据: after an amount they name nothing.</summary>
    public static Terms Mark { get; } = Load("mark");

    /// <summary>高出, 低于: the number is a gap.</summary>
    public static Terms Gap { get; } = Load("gap");

    /// <summary>会期, 满, 缩短: with them a duration is what is measured.</summary>
    public static Terms Measured { get; } = Load("measured");

    /// <summary>放假, 年休假, 产假: with them days are what is granted.</summary>
    public static Terms Leave { get; } = Load("leave");

    /// <summary>仅, 只能: with them even 一 counts.</summary>
    public static Terms Only { get; } = Load("only");

    /// <summary>国家和地区, 城市: places that are counted by where somebody comes from.</summary>
    public static Terms PlaceClass { get; } = Load("place-class");

    /// <summary>这7家, 上述3项: points back at a count already given.</summary>
    public static Terms Pointed { get; } = Load("pointed");

    /// <summary>之比, 结构: numbers joined by colons are its parts.</summary>
    public static Terms Proportion { get; } = Load("proportion");

    public static Terms RankField { get; } = Load("rank-field");

    public static Terms RankVerb { get; } = Load("rank-verb");

    /// <summary>举办, 连续: with them 届 counts editions and numbers none.</summary>
    public static Terms Session { get; } = Load("session");

    public static Terms ShareMeasure { get; } = Load("share-measure");

    /// <summary>总规模, 金额: a size, said of the noun beside it.</summary>
    public static Terms Size { get; } = Load("size");

    /// <summary>竣工, 投产: a stage that things already named have reached.</summary>
    public static Terms Stage { get; } = Load("stage");

    /// <summary>全球, 来自: before a counted noun they say where, not what.</summary>
    public static Terms World { get; } = Load("world");

    /// <summary>年均, 平均: stays in the indicator of a growth.</summary>
    public static Terms Yearly { get; } = Load("yearly");

    /// <summary>True where a word of the list stands anywhere in <paramref name="run"/>.</summary>
    public static bool Any(this Terms terms, ReadOnlySpan<char> run)
    {
        for (var i = terms.NextStart(run, 0); i < run.Length; i = terms.NextStart(run, i + 1))
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
