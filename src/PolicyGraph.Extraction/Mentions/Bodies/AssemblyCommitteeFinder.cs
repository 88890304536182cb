using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// The committee of an assembly behind a post at that assembly, which its name leaves out: 全国政协常委、经济委员会副主任.
/// </summary>
internal sealed class AssemblyCommitteeFinder : IBodyFinder
{
    private const int Reach = 16;

    private const string Standing = "常务委员会";

    private const string Whole = "全国委员会";

    public void Find(Paper paper, Surroundings surroundings)
    {
        List<Mention>? assemblies = null;
        for (var i = 0; (i = paper.Forms.NextOf(i, WordClasses.AssemblyCommittee)) < paper.Forms.Count; i++)
        {
            var committee = paper.Forms[i];
            assemblies ??= paper.Mentions.FindAll(m =>
                m.Type == EntityType.Agency
                && (m.Name.Contains("政治协商会议", StringComparison.Ordinal) || m.Name.Contains("人民代表大会", StringComparison.Ordinal))
            );
            if (
                assemblies.FindLast(m =>
                    m.Span.End < committee.Start
                    && committee.Start - m.Span.End <= Reach
                    && IsListed(paper.Text.AsSpan(m.Span.End, committee.Start - m.Span.End))
                ) is
                { } assembly
            )
            {
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = new(committee.Start, committee.End),
                        Type = EntityType.Agency,
                        Name =
                            (
                                assembly.Name.EndsWith(Standing, StringComparison.Ordinal)
                                && !assembly.Name.EndsWith(Whole, StringComparison.Ordinal)
                                    ? assembly.Name[..^Standing.Length]
                                    : assembly.Name
                            ) + committee.Form.Text,
                        Rule = "agency.assembly-committee",
                        Confidence = 0.92,
                        Form = MentionForm.Short,
                    }
                );
            }
        }
    }

    /// <summary>True for posts up to the mark before the committee.</summary>
    private static bool IsListed(ReadOnlySpan<char> between) => between[^1] is '、' or '兼' && !between.ContainsAny("，。；：（）");
}
