using System.Security.Cryptography;
using System.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Api.Tests.Plain;

/// <summary>Papers from a seed, few names among many papers, so that facts meet, repeat and contradict each other.</summary>
internal sealed class RandomPapers(int seed)
{
    private static readonly string[] Names = ["甲", "乙", "丙", "丁", "戊"];
    private static readonly string[] Indicators = ["总收入", "专利拥有量", "企业数", "数字产业规模", "GDP", "国内生产总值"];
    private static readonly string[] Units = ["元", "亿元", "万元", "家", "%", ""];
    private static readonly string?[] Periods = [null, "2019", "2020-06", "2021", "2021-03-04", "2021/2023", "2023", "2020-01/2020-11"];
    private static readonly EntityType[] Works = [EntityType.Policy, EntityType.Standard, EntityType.Publication];
    private static readonly EntityType[] Bodies = [EntityType.Agency, EntityType.Organization, EntityType.Zone, EntityType.Place];

    private static readonly (RelationType Type, EntityType[] From, EntityType[] To)[] Relations =
    [
        (RelationType.Issued, Bodies, Works),
        (RelationType.Drafted, [EntityType.Agency, EntityType.Organization], Works),
        (RelationType.ReleasedAt, Works, [EntityType.Event]),
        (RelationType.BasedOn, [EntityType.Policy], [EntityType.Policy]),
        (RelationType.Pilots, [EntityType.Zone], [EntityType.Policy]),
        (RelationType.Organized, Bodies, [EntityType.Event]),
        (RelationType.HeldIn, [EntityType.Event], [EntityType.Place, EntityType.Zone]),
        (RelationType.ParticipatedIn, [EntityType.Person, EntityType.Agency], [EntityType.Event]),
        (RelationType.LocatedIn, [EntityType.Zone, EntityType.Organization], [EntityType.Place]),
        (RelationType.HoldsPosition, [EntityType.Person], [EntityType.Agency, EntityType.Event]),
        (RelationType.CooperatesWith, Bodies, Bodies),
    ];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();

    public IReadOnlyList<DocumentRecord> Make(int papers) => [.. Enumerable.Range(0, papers).Select(Paper)];

    private DocumentRecord Paper(int number)
    {
        _text.Clear().Append($"第{number}号文\n");
        var entities = Enum.GetValues<EntityType>()
            .SelectMany(type => Names.Where(_ => _random.Next(3) == 0).Select(name => (type, name)))
            .Select((entity, index) => Entity($"e{index}", entity.type, entity.name))
            .ToList();
        var relations = Enumerable
            .Range(0, 12)
            .Select(_ => Relation(entities))
            .OfType<RelationRecord>()
            .DistinctBy(relation =>
                (
                    relation.Type,
                    string.CompareOrdinal(relation.From, relation.To) < 0 ? relation.From + relation.To : relation.To + relation.From
                )
            )
            .ToList();
        var statistics = Enumerable
            .Range(0, 6)
            .Select(_ => Statistic(entities))
            .DistinctBy(one => (one.Indicator, one.Subject, one.Period, one.Measure, one.Kind, one.Value, one.Unit))
            .ToList();
        var text = _text.ToString();
        return new DocumentRecord
        {
            Document = new DocumentHead
            {
                Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{number}"))),
                Title = $"文{number % 4}",
                Publisher = Pick("日报", "周报"),
                Published = Pick("2021-01-05", "2021-06", "2022"),
                Source = $"{number}.txt",
            },
            Entities = entities,
            Relations = relations,
            Statistics = statistics,
            Text = text,
        };
    }

    private EntityRecord Entity(string id, EntityType type, string name)
    {
        var full = $"{name}{type}";
        var props = new SortedDictionary<string, PropertyValue>(StringComparer.Ordinal);
        if (type is EntityType.Policy && _random.Next(2) == 0)
        {
            props["document_number"] = $"字〔{_random.Next(2020, 2023)}〕{name}号";
            props["issued"] = Pick("2020-01-01", "2021-05", "2022");
            props["period"] = "2021/2023";
        }

        if (type is EntityType.Agency)
        {
            props["level"] = Pick("national", "provincial");
        }

        var mentions = new List<string> { full };
        if (_random.Next(2) == 0)
        {
            mentions.Add($"{name}{type.ToString()[..2]}");
        }

        return new EntityRecord
        {
            Id = id,
            Type = type,
            Name = full,
            Mentions = mentions,
            Spans = [.. mentions.Select(mention => new MentionRecord(Say(mention), Rule(), Confidence()))],
            Props = props,
        };
    }

    private RelationRecord? Relation(List<EntityRecord> entities)
    {
        var (type, from, to) = Relations[_random.Next(Relations.Length)];
        var (start, end) = (Any(entities, from), Any(entities, to));
        if (start is null || end is null || start == end)
        {
            return null;
        }

        var props = new SortedDictionary<string, PropertyValue>(StringComparer.Ordinal);
        switch (type)
        {
            case RelationType.Issued:
                (props["date"], props["joint"], props["issuers"]) = (
                    Pick("2020-02-02", "2021", "2021-07"),
                    _random.Next(2) == 0,
                    _random.Next(1, 4)
                );
                break;
            case RelationType.Organized:
                props["role"] = Pick("host", "organizer");
                break;
            case RelationType.HeldIn:
                props["date"] = Pick("2021-01-01", "2021-01-01/2021-01-03");
                break;
            case RelationType.HoldsPosition:
                props["title"] = Pick("主任", "院长");
                break;
        }

        var quote = $"{start.Name}{type}{end.Name}";
        return new RelationRecord
        {
            Type = type,
            From = start.Id,
            To = end.Id,
            Evidence = quote,
            Span = Say(quote),
            Rule = Rule(),
            Confidence = Confidence(),
            Props = props,
        };
    }

    private StatisticRecord Statistic(List<EntityRecord> entities)
    {
        var quote = $"某数{_random.Next(1000)}";
        var policy = Any(entities, [EntityType.Policy]);
        var kind = policy is null
            ? StatisticKind.Actual
            : _random.Next(4) switch
            {
                0 => StatisticKind.Target,
                1 => StatisticKind.Limit,
                _ => StatisticKind.Actual,
            };
        return new StatisticRecord
        {
            Value = Pick(1m, 2.5m, -3m, 5400000000000m),
            ValueMax = _random.Next(4) == 0 ? 10m : null,
            Unit = Units[_random.Next(Units.Length)],
            Indicator = Indicators[_random.Next(Indicators.Length)],
            Measure = Pick(Measure.Level, Measure.Level, Measure.Growth, Measure.Share),
            Comparator = Pick(Comparator.Equal, Comparator.AtMost),
            Kind = kind,
            Subject = _random.Next(4) == 0 ? null : Any(entities, Bodies)?.Id,
            Period = Periods[_random.Next(Periods.Length)],
            ReportedBy = _random.Next(2) == 0 ? Any(entities, Works)?.Id : null,
            SetBy = kind is StatisticKind.Actual ? null : policy?.Id,
            Evidence = quote,
            Span = Say(quote),
            Rule = Rule(),
            Confidence = Confidence(),
        };
    }

    private EntityRecord? Any(List<EntityRecord> entities, EntityType[] types)
    {
        var fitting = entities.Where(entity => types.Contains(entity.Type)).ToList();
        return fitting.Count == 0 ? null : fitting[_random.Next(fitting.Count)];
    }

    private TextSpan Say(string words)
    {
        var start = _text.Length;
        _text.Append(words).Append("。\n");
        return new TextSpan(start, start + words.Length);
    }

    private string Rule() => Pick("rule.a", "rule.b");

    private double Confidence() => Pick(0.5, 0.75, 1.0);

    private T Pick<T>(params ReadOnlySpan<T> values) => values[_random.Next(values.Length)];
}
