namespace PolicyGraph.Benchmarks.Questions;

/// <summary>What users ask, in the form of their fourteen questions, and what dashboards ask; of things that the data set names.</summary>
internal static class QuestionOperations
{
    /// <summary>Things to ask of: the first of each kind.</summary>
    public const string Subjects =
        "{ agencies(first: 2) { nodes { name } } policies(first: 3) { nodes { name } } indicators(first: 1) { nodes { name } } documents(first: 1) { nodes { title } } }";

    private const string Issued = "totalCount edges { date joint issuers node { name } evidence { quote document { title } } }";

    private const string Series =
        "unit series { subject { name } points { period { label } value comparator statistic { documentCount } } targets { period { label } value } growth { period { label } value unit } }";

    public static IReadOnlyList<(string Name, string Text)> All { get; } =
    [
        (
            "1 who issued it, where was it released",
            $$"""query($policy: String) { policy(name: $policy) { issuedBy { {{Issued}} } releasedAt { nodes { name heldIn { nodes { name } } } } } }"""
        ),
        (
            "2 which agencies issued which policies",
            "{ agencies(first: 10, orderBy: [{issued: {count: DESC}}]) { nodes { name issued(first: 10) { totalCount edges { date joint node { name documentNumber } } } } } }"
        ),
        (
            "3 who carries it out, what does it aim at",
            "query($policy: String) { policy(name: $policy) { responsibleAgencies { nodes { name } } targets { nodes { indicator value unit period { label } setBy { name } } } } }"
        ),
        (
            "4 what rests on it, who tries it out",
            "query($policy: String) { policy(name: $policy) { basisFor { nodes { name pilotedBy { nodes { name } } } } pilotedBy { nodes { name } } } }"
        ),
        (
            "5 which limits, to whom does it apply",
            "query($policy: String) { policy(name: $policy) { appliesTo { nodes { name } } limits { nodes { indicator comparator value unit evidence { quote } } } } }"
        ),
        (
            "6 who drafted most standards",
            "{ organizations(first: 10, orderBy: [{drafted: {count: DESC}}]) { nodes { name drafted { totalCount nodes { name } } } } }"
        ),
        (
            "7 who is it, where did they speak",
            "{ people(first: 10) { nodes { name positions { edges { title node { name } } } participatedIn { nodes { name partOf { nodes { name } } } } } } }"
        ),
        (
            "8 which events belong to it, where was it held",
            "{ events(first: 10) { nodes { name parts { nodes { name } } heldIn { edges { date node { name } } } } } }"
        ),
        (
            "9 the metrics of an industry",
            """query($policy: String, $indicator: String) { statistics(where: {subject: {name: {eq: $policy}}, indicator: {contains: $indicator}}) { nodes { indicator value unit period { label } reportedBy { name } evidence(first: 1) { quote } } } }"""
        ),
        (
            "10 how do several stand side by side",
            $$"""query($indicator: String!, $subjects: [String!]) { metric(indicator: $indicator, subjects: $subjects) { {{Series}} } }"""
        ),
        (
            "11 what was stated of it, do the figures agree",
            "query($policy: String) { policy(name: $policy) { statistics { nodes { indicator value unit } } documents { nodes { findings { check agrees } } } } }"
        ),
        (
            "12 how are two linked",
            "query($one: String!, $other: String!) { path(from: $one, to: $other) { length incomplete paths { steps { relation from { name } to { name } evidence(first: 1) { quote } } } } }"
        ),
        (
            "13 what would go with a paper",
            "query($title: String) { document(title: $title) { relations(onlyHere: true, first: 100) { totalCount nodes { relation from { name } to { name } } } } }"
        ),
        (
            "14 search, and one thing by three names",
            """query($one: String) { search(text: "高质量") { nodes { type name } } short: agency(name: $one) { name } found: search(text: "科技厅", first: 1) { nodes { name } } initials: search(text: "kxjst", first: 5) { nodes { name } } }"""
        ),
        (
            "dashboard: one indicator of one subject",
            $$"""query($indicator: String!, $policy: String) { metric(indicator: $indicator, subject: $policy) { {{Series}} } }"""
        ),
        (
            "dashboard: one indicator of all its subjects",
            $$"""query($indicator: String!) { metric(indicator: $indicator) { {{Series}} } }"""
        ),
        (
            "dashboard: policies by year and agency",
            "{ policies { groups(by: [{issuedBy: {date: YEAR}}, {issuedBy: {name: VALUE}}]) { keys { value } count } } }"
        ),
        (
            "dashboard: statistics by unit and kind",
            "{ statistics { groups(by: [{unit: VALUE}, {kind: VALUE}]) { keys { value } count max(of: value) } } }"
        ),
    ];
}
