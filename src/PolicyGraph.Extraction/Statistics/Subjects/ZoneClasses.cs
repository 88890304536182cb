using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// All zones of a national kind where figures are about them as one (国家高新区实现营业收入…). A class is no name that a paper is searched
/// for: it becomes an entity where a clause opens with it and is its subject.
/// </summary>
internal sealed class ZoneClasses(Paper paper)
{
    private static readonly (string Word, string Name)[] Classes =
    [
        ("国家高新技术产业开发区", "国家高新技术产业开发区"),
        ("国家级高新技术产业开发区", "国家高新技术产业开发区"),
        ("国家高新区", "国家高新技术产业开发区"),
        ("国家级高新区", "国家高新技术产业开发区"),
        ("国家级经济技术开发区", "国家级经济技术开发区"),
        ("国家经开区", "国家级经济技术开发区"),
        ("国家级经开区", "国家级经济技术开发区"),
        ("国家级新区", "国家级新区"),
    ];

    /// <summary>国家高新区名单, 国家高新区中排名: the words are part of another name, or the field of a ranking.</summary>
    private static readonly string[] Others =
    [
        "名单",
        "建设",
        "条例",
        "管理",
        "认定",
        "申报",
        "中",
        "综合排",
        "综合评",
        "综合考",
        "排名",
        "评价",
        "考核",
        "之",
        "行列",
        "序列",
        "方阵",
        "前",
        "第",
        "、",
        "和",
        "与",
        "发展战略",
        "创新发展大会",
        "创建",
        "工作",
    ];

    /// <summary>The class that the words at a position name; null where they name none, or go on.</summary>
    public Entity? At(int position, int end)
    {
        if (position + 5 > end || paper.Text[position] != '国' || paper.Text[position + 1] != '家')
        {
            return null;
        }

        foreach (var (word, name) in Classes)
        {
            if (paper.Text.AsSpan(position, end - position).StartsWith(word))
            {
                return paper.Text.AsSpan(position + word.Length).StartsWithAny(Others)
                    ? null
                    : Take(name, new(position, position + word.Length));
            }
        }

        return null;
    }

    private Entity Take(string name, TextSpan span)
    {
        var known = paper.Entities.Find(e => e.Type == EntityType.Zone && string.Equals(e.Name, name, StringComparison.Ordinal));
        if (known is null)
        {
            known = new() { Type = EntityType.Zone, Name = name };
            paper.Entities.Add(known);
        }

        if (known.Mentions.Count == 0 || known.Mentions[^1].Span.End <= span.Start)
        {
            known.Mentions.Add(
                new()
                {
                    Span = span,
                    Type = EntityType.Zone,
                    Name = name,
                    Rule = "zone.class",
                    Confidence = 0.7,
                    Entity = known,
                }
            );
        }

        return known;
    }
}
