namespace PolicyGraph.Extraction.Text;

/// <summary>
/// One character for one: full-width letters, digits and signs become plain (Ａ → A, ５ → 5, ％ → %), dashes one dash, compatibility forms
/// their usual form, corner brackets (「」) quotation marks. Chinese punctuation that carries meaning (，。；：、（）《》“”)
/// stays; plain commas become it in
/// <see cref="SourceText"/>, which sees whether they stand in a number.
/// </summary>
public static class CharacterFolding
{
    public static char Fold(char c) =>
        c switch
        {
            >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' => (char)(c - 0xFEE0),
            '％' or '＋' or '／' or '．' or '＝' or '＆' or '＊' or '＃' or '＠' => (char)(c - 0xFEE0),
            '﹪' or '℅' => '%',
            '－' or '–' or '―' or '─' or '━' or '‐' or '‑' or '−' => c is '―' or '─' or '━' ? '—' : '-',
            '～' or '〜' or '∼' => '~',
            '(' => '（',
            ')' => '）',
            '[' or '［' or '﹝' or '〔' => '〔',
            ']' or '］' or '﹞' or '〕' => '〕',
            '«' or '＜' => '《',
            '»' or '＞' => '》',
            '﹑' or '､' => '、',
            '「' or '﹁' => '“',
            '」' or '﹂' => '”',
            '『' or '﹃' => '‘',
            '』' or '﹄' => '’',
            '；' or ';' => '；',
            '：' or ':' or '∶' or '︰' or '﹕' => '：',
            '•' or '・' or '‧' or '∙' or '･' => '·',
            _ => c,
        };
}
