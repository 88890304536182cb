using PolicyGraph.Extraction.Linking;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// The applications that a paper names in quotation marks (“城市通”App, 平台“企服通”), and the place that any sentence ties each to: what
/// they count is about that place, or about nothing that the record names.
/// </summary>
internal sealed class Applications
{
    private const int LongestName = 14;
    private const int Before = 4;
    private static readonly string[] Kinds = ["App", "APP", "app", "小程序", "平台", "客户端", "公众号", "应用程序", "门户", "微信小程序"];
    private static readonly string[] Anaphors =
    [
        "这款App",
        "这款APP",
        "该App",
        "该APP",
        "这一平台",
        "该平台",
        "该小程序",
        "这款应用",
        "该应用",
        "该系统",
        "这一应用",
    ];
    private static readonly string[] Ties = ["推出", "上线", "打造", "建成", "建设", "开发", "启用", "运营", "搭建", "的"];
    private readonly Paper _paper;
    private readonly MentionWindow _window;
    private readonly Dictionary<string, Entity?> _places = new(StringComparer.Ordinal);

    public Applications(Paper paper, MentionWindow window)
    {
        (_paper, _window) = (paper, window);
        foreach (var name in Named(new(0, paper.Text.Length), isNew: true))
        {
            _places.TryAdd(paper.Text[name.Start..name.End], null);
        }

        foreach (var sentence in _places.Count == 0 ? [] : paper.Sentences)
        {
            foreach (var name in Named(sentence.Span, isNew: false))
            {
                var form = paper.Text[name.Start..name.End];
                _places[form] ??= Tied(name, Clauses.Around(paper.Text, sentence.Span, name));
            }
        }
    }

    /// <summary>
    /// True where an application is named in a run; its place goes to <paramref name="place"/>, null where no sentence ties it to one.
    /// </summary>
    public bool In(TextSpan run, out Entity? place)
    {
        place = null;
        if (_places.Count == 0)
        {
            return false;
        }

        foreach (var name in Named(run, isNew: false))
        {
            place = _places[_paper.Text[name.Start..name.End]];
            return true;
        }

        return false;
    }

    /// <summary>True where a clause opens with 这款App or its like.</summary>
    public bool IsMeant(TextSpan clause)
    {
        var words = _paper.Text.AsSpan(clause.Start, clause.Length);
        words = words.StartsWith("在") ? words[1..] : words;
        foreach (var word in _places.Count == 0 ? [] : Anaphors)
        {
            if (words.StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<TextSpan> Named(TextSpan run, bool isNew)
    {
        for (var open = _paper.Text.IndexOf('“', run.Start, run.Length); open >= 0 && open + 1 < run.End; )
        {
            var close = _paper.Text.IndexOf('”', open, Math.Min(LongestName + 2, run.End - open));
            if (close > open + 2)
            {
                var name = new TextSpan(open + 1, close);
                if (isNew ? HasKind(open, close + 1) : _places.ContainsKey(_paper.Text[name.Start..name.End]))
                {
                    yield return name;
                }
            }

            open = _paper.Text.IndexOf('“', open + 1, run.End - open - 1);
        }
    }

    private bool HasKind(int open, int after)
    {
        var left = _paper.Text.AsSpan(0, open);
        var right = _paper.Text.AsSpan(after);
        foreach (var kind in Kinds)
        {
            if (right.StartsWith(kind) || left.EndsWith(kind))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“甲”App是乙市的…: the place behind 是; 乙市推出“甲”App: the place before, with a verb of making between.</summary>
    private Entity? Tied(TextSpan name, TextSpan clause)
    {
        var text = _paper.Text;
        foreach (var mention in _window.Within(clause))
        {
            if (mention.Type is not (EntityType.Place or EntityType.Zone) || mention.Inside || mention.Entity is not { } entity)
            {
                continue;
            }

            if (mention.Span.Start > name.End)
            {
                var between = text.AsSpan(name.End, mention.Span.Start - name.End);
                if (between.Length < LongestName && (between.EndsWith("是") || between.EndsWith("由") || between.EndsWith("作为")))
                {
                    return entity;
                }
            }
            else if (
                mention.Span.Start <= clause.Start + Before
                && Makes(text.AsSpan(mention.Span.End, Math.Max(0, name.Start - mention.Span.End)))
            )
            {
                return entity;
            }
        }

        return null;
    }

    private static bool Makes(ReadOnlySpan<char> between)
    {
        foreach (var verb in Ties)
        {
            if (between.Contains(verb, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
