namespace PolicyGraph.Extraction.Gazetteers;

/// <summary>The classes of <c>body-words.tsv</c>, as a set: what the grammars of names ask of a word.</summary>
[Flags]
internal enum WordClasses
{
    None = 0,

    /// <summary>Ends an organization's name: 有限公司, 研究院.</summary>
    OrganizationSuffix = 1,

    /// <summary>Ends one only where the name starts with a place or a known body: 中心, 医院.</summary>
    OrganizationSuffixAnchored = 1 << 1,
    ZoneSuffix = 1 << 2,
    ZoneSuffixAnchored = 1 << 3,
    AgencySuffix = 1 << 4,
    VenueSuffix = 1 << 5,
    TownSuffix = 1 << 6,

    /// <summary>A name does not reach over it to the left: a verb, a title, a conjunction.</summary>
    Boundary = 1 << 7,

    /// <summary>Says what kind, never which one: a run of modifiers and a suffix is a class of bodies.</summary>
    Modifier = 1 << 8,

    /// <summary>A modifier that stands before a name and is no part of it: 知名, 大型.</summary>
    Adjective = 1 << 9,

    /// <summary>A word that holds a boundary word and is none: 在线 holds 在.</summary>
    Compound = 1 << 10,

    /// <summary>Begins names: 国网, 中铁, 全国.</summary>
    OrganizationPrefix = 1 << 11,
    CompanyTitle = 1 << 12,
    CompanyClass = 1 << 13,
    CompanyField = 1 << 14,

    /// <summary>Begins no zone's and no hall's name, though it may begin a company's: 建设.</summary>
    ZoneBoundary = 1 << 15,

    /// <summary>Ends the name of a unit inside an agency: 司, 办公厅.</summary>
    UnitSuffix = 1 << 16,

    /// <summary>The short word for an event, before 组委会: 论坛, 大会.</summary>
    EventWord = 1 << 17,

    /// <summary>What a place is or means to be, though it ends like a body's name: 国际科技创新中心.</summary>
    NoBody = 1 << 18,

    /// <summary>Follows the title of a paper or magazine: 杂志, 周刊.</summary>
    MediaWord = 1 << 19,

    /// <summary>Ends the name of what a body of the centre has in a place: 调查队, 中心支行.</summary>
    BranchSuffix = 1 << 20,

    /// <summary>Ends the words for a kind of contracting party: 投资方, 参会代表.</summary>
    Party = 1 << 21,

    /// <summary>Ends the name of a region around a city: 都市圈, 城市群.</summary>
    RegionSuffix = 1 << 22,

    /// <summary>What a country's body of state is called behind the country's name: 外交部, 国会, 海军.</summary>
    ForeignBody = 1 << 23,

    /// <summary>A zone named by its kind alone, where the paper has said which: 高新区, 园区.</summary>
    ZoneKind = 1 << 24,

    /// <summary>Ends the name of a department whose function no table has: 局, 委员会.</summary>
    DepartmentSuffix = 1 << 25,

    /// <summary>A trade that ends firms' names and is seldom a word of its own: 资本, 药业.</summary>
    CompanyEnd = 1 << 26,

    /// <summary>A committee of an assembly, which is called so alone where the assembly has been named: 经济委员会 of 全国政协.</summary>
    AssemblyCommittee = 1 << 27,

    /// <summary>What only firms do or have, right behind a firm's name: 拟投资, 旗下, 完成 where a round of financing is.</summary>
    FirmAct = 1 << 28,

    /// <summary>Ends the name of a place's cluster of firms of one trade: 产业集群.</summary>
    ClusterSuffix = 1 << 29,
}

/// <summary>Reads a class as the tables write it: <c>zone-suffix</c> is <see cref="WordClasses.ZoneSuffix"/>.</summary>
internal static class WordClass
{
    /// <exception cref="InvalidDataException">There is no such class.</exception>
    public static WordClasses Parse(string name) =>
        Enum.TryParse<WordClasses>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var known)
        && known != WordClasses.None
            ? known
            : throw new InvalidDataException(
                $"body-words.tsv has the class '{name}', which no rule asks for; WordClasses lists those there are."
            );
}
