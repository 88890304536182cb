using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Statistics.Subjects;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Reporters;

/// <summary>
/// Who states a figure: a paper or report its own; in news whoever the sentence or its passage names as source; else nobody, where the news
/// speaks in its own voice. A person speaks to the end of the quotation, a body to the end of its paragraph, a report that an article
/// announces to the article's end.
/// </summary>
internal sealed class Reporters(Paper paper, ArticleFrames frames)
{
    private const int Lead = 3;
    private const int Post = 20;
    private static readonly string[] Announced = ["发布", "出炉", "公布", "推出", "亮相"];
    private readonly MentionWindow _window = new(paper);
    private readonly List<(int Start, Entity Source)> _sources = [];
    private int _article = -1;
    private int _sentences;
    private bool _speaks;
    private Entity? _announced;
    private Entity? _paragraph;
    private Entity? _person;

    /// <summary>Takes note of the sources that a sentence names; sentences must come in their order.</summary>
    public void Enter(Sentence sentence)
    {
        if (sentence.Article != _article)
        {
            (_article, _sentences, _announced) = (sentence.Article, 0, null);
            (_paragraph, _person) = (null, null);
        }

        if (paper.Source.GapBefore(sentence.Span.Start) == Gap.Line)
        {
            (_paragraph, _person) = (null, null);
        }

        _person = _speaks ? _person : null;
        _speaks = IsOpen(sentence.Span);
        Read(sentence);
        _sentences++;
    }

    /// <summary>Null where nobody is named.</summary>
    public Entity? Of(Figure figure)
    {
        var frame = frames[figure.Sentence.Article];
        if ((frame.Policy ?? frame.Publication) is { } own)
        {
            return own;
        }

        Entity? said = null;
        foreach (var (start, source) in _sources)
        {
            if (start < figure.Quantity.Span.Start || said is null)
            {
                said = source;
            }
        }

        // In an account of a report another body speaks for its own sentence: 根据甲院的系统显示.
        var isRecounted = _announced?.Type == EntityType.Publication && _paragraph?.Type != EntityType.Publication;
        return said ?? _person ?? (isRecounted ? null : _paragraph) ?? _announced;
    }

    private void Read(Sentence sentence)
    {
        _sources.Clear();
        foreach (var mention in _window.Within(sentence.Span))
        {
            if (mention.Inside || mention.Entity is not { } entity)
            {
                continue;
            }

            if (_sentences < Lead && _announced is null && entity.Type == EntityType.Publication && IsAnnounced(sentence, mention))
            {
                _announced = entity;
            }

            if (!sentence.IsHeading && IsSource(sentence, mention))
            {
                _sources.Add((mention.Span.Start, entity));
                _person = entity.Type == EntityType.Person ? entity : null;
                _paragraph = entity.Type is EntityType.Person or EntityType.Policy ? _paragraph : entity;
                if (_sentences < Lead && entity.Type == EntityType.Agency && entity.Name.EndsWith("统计局", StringComparison.Ordinal))
                {
                    // 据甲省统计局消息: the office whose release it is speaks to the article's end.
                    _announced ??= entity;
                }
                else if (_announced?.Type == EntityType.Agency && !ReferenceEquals(_announced, entity))
                {
                    _announced = null;
                }
            }
        }
    }

    private bool IsSource(Sentence sentence, Mention mention)
    {
        var before = paper.Text.AsSpan(sentence.Span.Start, mention.Span.Start - sentence.Span.Start);
        var after = paper.Text.AsSpan(mention.Span.End, sentence.Span.End - mention.Span.End);
        return mention.Type switch
        {
            EntityType.Person => SourceWords.Speaks(after),
            EntityType.Publication => SourceWords.Speaks(after)
                || SourceWords.IsAccount(before, after)
                || (before.IndexOf('在') >= 0 && after.StartsWith("中的")),
            EntityType.Agency or EntityType.Organization => SourceWords.IsAccount(before, after)
                || SourceWords.IsWhereLearnt(before, after)
                || (_announced is null && SourceWords.Speaks(after) && !NamesPerson(mention, sentence)),
            EntityType.Policy => SourceWords.Quotes(after),
            _ => false,
        };
    }

    /// <summary>甲院院士张三说: the person speaks, not the body.</summary>
    private bool NamesPerson(Mention mention, Sentence sentence)
    {
        var end = Math.Min(sentence.Span.End, mention.Span.End + Post);
        foreach (var next in _window.Within(new(mention.Span.End, paper.Text.Length)))
        {
            if (next.Type == EntityType.Person || next.Span.Start >= end)
            {
                return next.Span.Start < end;
            }
        }

        return false;
    }

    private bool IsAnnounced(Sentence sentence, Mention mention)
    {
        var words = paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length);
        foreach (var word in Announced)
        {
            if (words.Contains(word, StringComparison.Ordinal))
            {
                return mention.Span.Length > 0;
            }
        }

        return false;
    }

    /// <summary>True where a quotation goes on after the sentence.</summary>
    private bool IsOpen(TextSpan sentence)
    {
        var words = paper.Text.AsSpan(sentence.Start, sentence.Length);
        return words.LastIndexOf('“') is >= 0 and var open ? words[open..].IndexOf('”') < 0 : _speaks && words.IndexOf('”') < 0;
    }
}
