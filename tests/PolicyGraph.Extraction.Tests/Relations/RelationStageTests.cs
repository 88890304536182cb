using PolicyGraph.Extraction.Relations;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Tests.Relations;

public sealed class RelationStageTests
{
    private const int LongestEvidence = 150;

    public static TheoryData<string, string, string, string> Table
    {
        get
        {
            var data = new TheoryData<string, string, string, string>();
            foreach (
                var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Relations"), "*.cases").Order(StringComparer.Ordinal)
            )
            {
                foreach (var row in Cases.Read(Path.Combine("Relations", Path.GetFileName(file))))
                {
                    data.Add(Path.GetFileNameWithoutExtension(file), (string)row[0], (string)row[1], (string)row[2]);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Relations_are_those_that_the_sentences_state(string file, string name, string marked, string expected)
    {
        var paper = MarkedPaper.Read(marked);
        new RelationStage().Run(paper);
        var found = string.Join('\n', paper.Relations.Select(Line).Order(StringComparer.Ordinal));
        var wanted = string.Join('\n', expected.Split('\n').Where(l => l is not ("" or "none")).Order(StringComparer.Ordinal));
        Assert.True(wanted == found, $"{file}, {name}\nwanted:\n{wanted}\nfound:\n{found}");
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Evidence_is_short_and_shows_an_end(string file, string name, string marked, string expected)
    {
        var paper = MarkedPaper.Read(marked);
        new RelationStage().Run(paper);
        Assert.NotEmpty(expected);
        Assert.All(
            paper.Relations,
            relation =>
            {
                Assert.InRange(relation.Evidence.Length, 1, LongestEvidence);
                Assert.True(
                    relation.From.Mentions.Concat(relation.To.Mentions).Any(m => relation.Evidence.Contains(m.Span)),
                    $"{file}, {name}: {relation.Rule} shows neither end in '{relation.Evidence.Of(paper.Text)}'."
                );
            }
        );
    }

    private static string Line(Relation relation)
    {
        var props = string.Concat(relation.Props.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $" {p.Key}={p.Value}"));
        return $"{relation.Type.Wire()} {relation.From.Name} -> {relation.To.Name}{props}";
    }
}
