using PolicyGraph.Model;

namespace PolicyGraph.Store.Conformance.Randomized;

/// <summary>Made-up records with few names, so that papers speak of the same things and contradict each other.</summary>
public sealed class RandomRecords(int seed)
{
    private static readonly string[] Numerals = ["甲", "乙", "丙", "丁", "戊", "己", "𠀀", "\uff21"];

    private readonly Random _random = new(seed);
    private int _count;

    public DocumentRecord Next()
    {
        _count++;
        var entities = Entities();
        var relations = Enumerable.Range(0, _random.Next(6)).Select(_ => Relation(entities)).OfType<RelationRecord>().ToList();
        var statistics = Enumerable.Range(0, _random.Next(6)).Select(_ => Statistic(entities)).ToList();
        var quotes = relations.Select(row => row.Evidence).Concat(statistics.Select(row => row.Evidence)).Where(_ => _random.Next(4) > 0);
        return new DocumentRecord
        {
            Document = new DocumentHead
            {
                Title = $"通知{_count}",
                Published = Maybe(Day()),
                Source = _random.Next(4) == 0 ? null : $"{_random.Next(12)}.txt",
            },
            Text = _random.Next(5) == 0 ? null : string.Join("。\n ", entities.SelectMany(entity => entity.Mentions).Concat(quotes)),
            Articles = [.. Articles(entities)],
            Entities = entities,
            Relations = relations,
            Statistics = statistics,
            Findings = _random.Next(3) == 0 ? [new FindingRecord("total", _random.Next(2) == 0, $"第{_count}篇的合计", [])] : [],
        };
    }

    private IEnumerable<ArticleRecord> Articles(List<EntityRecord> entities) =>
        _random.Next(3) == 0
            ?
            [
                new ArticleRecord
                {
                    Title = "头条",
                    Authors = ["甲", "乙"],
                    Begins = entities[0].Name,
                },
                new ArticleRecord { Begins = entities[^1].Name },
            ]
            : [];

    private List<EntityRecord> Entities()
    {
        var names = Enum.GetValues<EntityType>()
            .SelectMany(type => Numerals, (type, numeral) => (Type: type, Name: numeral + type))
            .ToArray();
        _random.Shuffle(names);
        return
        [
            .. names
                .Take(1 + _random.Next(7))
                .Select(
                    (entity, i) =>
                        new EntityRecord
                        {
                            Id = $"e{i}",
                            Type = entity.Type,
                            Name = entity.Name,
                            Mentions = [entity.Name, $"{Pick(Numerals)}简"],
                            Aliases =
                                _random.Next(2) == 0
                                    ? null
                                    :
                                    [
                                        Pick(
                                            $"{Pick(Numerals)}称",
                                            $"《{Pick(Numerals)}称》",
                                            "（２０２１—2023年）",
                                            "'] DETACH DELETE n //"
                                        ),
                                    ],
                            Props = Props(entity.Type),
                        }
                ),
        ];
    }

    private SortedDictionary<string, PropertyValue> Props(EntityType type)
    {
        var props = new SortedDictionary<string, PropertyValue>(StringComparer.Ordinal);
        if (type == EntityType.Policy && _random.Next(3) > 0)
        {
            props["document_number"] = $"〔202{_random.Next(3)}〕{_random.Next(3)}号";
            props["issued"] = Day();
            props["period"] = "2021/2023";
        }

        if (type is EntityType.Agency or EntityType.Zone && _random.Next(2) == 0)
        {
            props["level"] = Pick("national", "provincial");
        }

        if (type == EntityType.Event && _random.Next(2) == 0)
        {
            props["edition"] = _random.Next(4);
        }

        return props;
    }

    private RelationRecord? Relation(List<EntityRecord> entities)
    {
        var (from, to) = (Pick(entities.ToArray()), Pick(entities.ToArray()));
        var type = (from.Type, to.Type) switch
        {
            (EntityType.Agency or EntityType.Organization, EntityType.Policy) => Pick(RelationType.Issued, RelationType.Drafted),
            (EntityType.Policy, EntityType.Policy) => RelationType.BasedOn,
            (EntityType.Agency, EntityType.Event) => RelationType.Organized,
            (EntityType.Person, EntityType.Agency or EntityType.Organization) => RelationType.HoldsPosition,
            (EntityType.Agency or EntityType.Zone or EntityType.Place, EntityType.Agency or EntityType.Zone or EntityType.Place) =>
                RelationType.CooperatesWith,
            _ => default(RelationType?),
        };
        return type is not { } relation
            ? null
            : new RelationRecord
            {
                Type = relation,
                From = from.Id,
                To = to.Id,
                Evidence = $"{from.Name}与{to.Name}",
                Rule = Pick("", "rule.one", "rule.two"),
                Confidence = Pick(0.5, 0.75, 1),
                Props = relation switch
                {
                    RelationType.Issued => new SortedDictionary<string, PropertyValue>(StringComparer.Ordinal)
                    {
                        ["date"] = Day(),
                        ["issuers"] = _random.Next(3),
                        ["joint"] = _random.Next(2) == 0,
                    },
                    RelationType.HoldsPosition => new SortedDictionary<string, PropertyValue>(StringComparer.Ordinal)
                    {
                        ["title"] = Pick("部长", "主任"),
                    },
                    RelationType.Organized => new SortedDictionary<string, PropertyValue>(StringComparer.Ordinal)
                    {
                        ["role"] = Pick("host", "organizer"),
                    },
                    _ => [],
                },
            };
    }

    private StatisticRecord Statistic(List<EntityRecord> entities) =>
        new()
        {
            Value = Pick(0m, 1, -2.5m, 59.17m, 5400000000000, 9007199254740993, 0.1m),
            Unit = Pick("元", "%", ""),
            Indicator = Pick("产值", "企业数量", "增速"),
            Measure = Pick(Measure.Level, Measure.Growth),
            Kind = Pick(StatisticKind.Actual, StatisticKind.Target),
            Comparator = Pick(Comparator.Equal, Comparator.Greater),
            Subject = Maybe(Pick(entities.ToArray()).Id),
            Period = Maybe(Pick("2019", "2019-11", "2020-01/2020-06", "2021")),
            ReportedBy = Maybe(Pick(entities.ToArray()).Id),
            Evidence = $"{Pick(Numerals)}的产值",
            Rule = Pick("", "rule.three"),
        };

    private string Day() => $"202{_random.Next(3)}-0{1 + _random.Next(3)}-1{_random.Next(3)}";

    private string? Maybe(string text) => _random.Next(3) == 0 ? null : text;

    private T Pick<T>(params T[] items) => items[_random.Next(items.Length)];
}
