using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.People;

/// <summary>What stands beside a run that may be a name.</summary>
internal static class NameContext
{
    private static readonly Terms Appointing = Terms.Load("person-followers.tsv", "appointing");
    private static readonly Terms Followers = Terms.Load("person-followers.tsv", "speech", "after");

    // An English comma and colon are not folded, since numbers and addresses use them.
    private static readonly CharacterSet Marks = new("，。；：、！？“”‘’（）《》〈〉【】〔〕…—-/,.:!?\"'|丨□■▲△●○◆◇★☆▶►~");

    public static Side Left(Paper paper, int start, int lastNameEnd)
    {
        var text = paper.Text.AsSpan();
        if (start == 0)
        {
            return new(SideKind.Break, default);
        }

        var title = Titles.Before(text, start);
        if (title.Found && Titles.At(text, start - title.Length).Length <= title.Length)
        {
            return new(SideKind.Title, title);
        }

        if (text[start - 1] == '为' && Titles.Before(text, start - 1) is { Class: "post", Length: > 1 } held)
        {
            return new(SideKind.Title, held);
        }

        if (Appointing.Before(text, start) is { Found: true } verb)
        {
            return new(SideKind.Appointing, verb);
        }

        if (
            start > 1
            && text[start - 1] is '|' or '丨' or '/' or '：'
            && text[start - 2] is '文' or '图' or '摄'
            && (start == 2 || !char.IsLetter(text[start - 3]) || IsBreak(paper, start - 2))
        )
        {
            return new(SideKind.Title, new(2, "press"));
        }

        if (text[start - 1] is '：' or '|' or '丨' && Titles.Before(text, start - 1) is { Found: true } label)
        {
            return new(SideKind.Title, label);
        }

        if (lastNameEnd > 0 && (start == lastNameEnd || (start == lastNameEnd + 1 && text[start - 1] is '、' or '/' or '和' or '与')))
        {
            return new(SideKind.Name, default);
        }

        return IsBreak(paper, start) || Marks.Contains(text[start - 1]) ? new(SideKind.Break, default) : default;
    }

    public static Side Right(Paper paper, int end)
    {
        var text = paper.Text.AsSpan();
        if (end == text.Length || (Marks.Contains(text[end]) && text[end] != '·'))
        {
            return new(SideKind.Break, default);
        }

        var title = Titles.At(text, end);
        var follower = Followers.At(text, end);
        if (title.Length >= follower.Length && title.Found)
        {
            return new(SideKind.Title, title);
        }

        return follower.Found ? new(follower.Is("speech") ? SideKind.Speech : SideKind.Word, follower)
            : IsBreak(paper, end) ? new(SideKind.Break, default)
            : default;
    }

    private static bool IsBreak(Paper paper, int at) => paper.Source.GapBefore(at) != Gap.None;
}

/// <summary>One side of a run.</summary>
/// <param name="Term">The title or word that stands there.</param>
internal readonly record struct Side(SideKind Kind, Term Term);

/// <summary>The kinds of neighbour that tell a name.</summary>
internal enum SideKind
{
    /// <summary>Nothing that tells.</summary>
    None,

    /// <summary>Punctuation, white space, the text's end.</summary>
    Break,

    /// <summary>A title, or a label with a colon (编辑：).</summary>
    Title,

    /// <summary>A body or place, whose officer the name may be (东山大学李某教授).</summary>
    Body,

    /// <summary>Another name, in a list.</summary>
    Name,

    /// <summary>A verb of speech (表示, 指出).</summary>
    Speech,

    /// <summary>A verb that puts into a post (任命, 聘任).</summary>
    Appointing,

    /// <summary>Another word that often follows a name (率队, 在, 等).</summary>
    Word,
}
