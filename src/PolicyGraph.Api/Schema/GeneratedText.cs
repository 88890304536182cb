using System.Text;
using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.Api.Schema;

/// <summary>Type definitions as they are written one after another.</summary>
internal sealed class GeneratedText
{
    private readonly StringBuilder _text = new();

    /// <summary>Opens a type: <c>input PolicyWhere</c>, <c>input PolicyOrder @oneOf</c>.</summary>
    public void Open(string description, string head) => _text.Append($"{Printer.Quote(description)}\n{head} {{\n");

    /// <summary>A field, or a value of an enum.</summary>
    public void Field(string description, string field) => _text.Append($"  {Printer.Quote(description)}\n  {field}\n");

    public void Close() => _text.Append("}\n\n");

    public override string ToString() => _text.ToString();
}
