using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// What an official paper says of itself in its head, its signature and its adoption line (GB/T 9704-2012, sections 7.2 and 7.3: 发文字号,
/// 标题, 主送机关, 发文机关署名, 成文日期). All spans are positions of the squeezed text.
/// </summary>
public sealed class OfficialHead
{
    /// <summary>The title with the issuers before 关于, over all its lines.</summary>
    public required TextSpan Title { get; init; }

    /// <summary>发文字号 without spaces and with 〔〕: 国发〔2020〕7号, 国务院令第227号; null where the paper has none.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>Where the number stands; empty at the title's end where the paper has none.</summary>
    public TextSpan? Number { get; set; }

    /// <summary>Where the issuers are named, the surest first: signature, title before 关于, page head, adoption line.</summary>
    public List<TextSpan> Issuers { get; } = [];

    /// <summary>Whom it is sent to (主送机关), the colon left out; null where nobody is named.</summary>
    public TextSpan? Addressees { get; set; }

    /// <summary>ISO day of issue: that of the signature, else 成文日期, else the adoption line's.</summary>
    public string? Issued { get; set; }

    /// <summary>
    /// ISO day of the latest revision or amendment, which is the day of the text at hand; null where the paper names none.
    /// </summary>
    public string? Revised { get; set; }

    /// <summary>ISO day on which a whole revision was given out, from which 自公布之日起施行 counts; null where there was none.</summary>
    public string? Reissued { get; set; }

    /// <summary>ISO day from which it holds where the page head or the adoption line says so, or null.</summary>
    public string? Effective { get; set; }

    /// <summary>The policies that the paper itself is: the notice, and the plan or rules that it forwards or promulgates.</summary>
    public List<OwnPolicy> Policies { get; } = [];
}

/// <summary>A policy that the paper itself is.</summary>
/// <param name="Name">Its title without 《》, as written but for traditional characters.</param>
/// <param name="Spans">Where the paper gives the title: above the text that it heads, within the notice's own title.</param>
public sealed record OwnPolicy(string Name, IReadOnlyList<TextSpan> Spans)
{
    public string Name { get; init; } = TraditionalCharacters.Simplify(Name);

    /// <summary>True where the paper's number is this policy's.</summary>
    public bool HasNumber { get; init; }

    /// <summary>ISO day from which it holds (自…起施行), or null.</summary>
    public string? Effective { get; init; }

    /// <summary>Who wrote it where the paper only passes it on (转发, 批转); null where the signers issue it.</summary>
    public TextSpan? Author { get; init; }
}
