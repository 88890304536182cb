using System.Text.Json.Serialization;

namespace PolicyGraph.Model;

/// <summary>What sort of number a statistic is (docs/ontology.md).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Measure>))]
public enum Measure
{
    /// <summary>An amount, a count or an index.</summary>
    [JsonStringEnumMemberName("level")]
    Level,

    /// <summary>A rate of change: 同比增长, 增速.</summary>
    [JsonStringEnumMemberName("growth")]
    Growth,

    /// <summary>An absolute change: 增加239家, 提高0.6个百分点.</summary>
    [JsonStringEnumMemberName("change")]
    Change,

    [JsonStringEnumMemberName("share")]
    Share,

    [JsonStringEnumMemberName("rank")]
    Rank,

    [JsonStringEnumMemberName("ratio")]
    Ratio,
}

/// <summary>Whether a statistic is reported, aimed at, ruled or expected.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StatisticKind>))]
public enum StatisticKind
{
    [JsonStringEnumMemberName("actual")]
    Actual,

    [JsonStringEnumMemberName("target")]
    Target,

    /// <summary>A rule's own figure: 补贴上限200万元.</summary>
    [JsonStringEnumMemberName("limit")]
    Limit,

    [JsonStringEnumMemberName("forecast")]
    Forecast,
}

/// <summary>How the stated number stands to the true one. Vagueness (余, 左右, 以上) is data and is kept.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Comparator>))]
public enum Comparator
{
    [JsonStringEnumMemberName("=")]
    Equal,

    /// <summary>超, 逾, 突破, 多, 以上.</summary>
    [JsonStringEnumMemberName(">")]
    Greater,

    /// <summary>不低于, 至少.</summary>
    [JsonStringEnumMemberName(">=")]
    AtLeast,

    /// <summary>不足, 以下.</summary>
    [JsonStringEnumMemberName("<")]
    Less,

    /// <summary>不超过, 上限.</summary>
    [JsonStringEnumMemberName("<=")]
    AtMost,

    /// <summary>约, 近, 左右.</summary>
    [JsonStringEnumMemberName("~")]
    About,
}
