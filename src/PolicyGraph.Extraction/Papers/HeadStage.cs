using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>Finds out what kind of paper it is, who issued it and when, and puts its own title down as the mention of a policy or of a report.</summary>
public sealed class HeadStage : IStage
{
    /// <summary>The rule of the mentions that it adds.</summary>
    public const string Rule = "policy.own-title";

    public void Run(Paper paper)
    {
        if (Masthead.TryRead(paper, out var masthead))
        {
            paper.Head = Fill(paper.Head, masthead.Title, masthead.Publisher, masthead.Issue, masthead.Published);
            return;
        }

        if (OfficialHeadReader.Read(paper) is { } head)
        {
            paper.Official = head;
            var title = paper.Source.Surface(head.Title);
            paper.Kind = TitleFinder.IsReport(head.Title.Of(paper.Text)) ? PaperKind.Report : PaperKind.Official;
            paper.Head = Fill(paper.Head, title, null, head.DocumentNumber, head.Issued);
            AddMentions(paper, head);
        }
    }

    /// <summary>What is known from outside the paper goes before what the paper says.</summary>
    private static DocumentHead Fill(DocumentHead head, string? title, string? publisher, string? issue, string? published) => head with
    {
        Title = head.Title ?? title,
        Publisher = head.Publisher ?? publisher,
        Issue = head.Issue ?? issue,
        Published = head.Published ?? published,
    };

    private static void AddMentions(Paper paper, OfficialHead head)
    {
        foreach (var policy in head.Policies)
        {
            foreach (var span in policy.Spans)
            {
                var mention = new Mention
                {
                    Span = OwnWords(paper.Text, span),
                    Type = paper.Kind == PaperKind.Report ? EntityType.Publication : EntityType.Policy,
                    Name = policy.Name,
                    Rule = Rule,
                    Confidence = 0.98,
                };
                SetProps(mention, policy, head);
                paper.Mentions.Add(mention);
            }
        }
    }

    private static void SetProps(Mention mention, OwnPolicy policy, OfficialHead head)
    {
        if (mention.Type != EntityType.Policy)
        {
            return;
        }

        Set("document_number", policy.HasNumber ? head.DocumentNumber : null);
        Set("issued", policy.Author is null ? head.Issued : null);
        Set("effective", policy.Effective);
        Set("kind", TitleKinds.Of(policy.Name).Label);
        Set("period", WorkProperties.Years(policy.Name));

        void Set(string name, string? value)
        {
            if (value is not null)
            {
                mention.Props[name] = value;
            }
        }
    }

    /// <summary>The issuers before 关于 are agencies of their own, the title's own words begin there; 《》 round it belong to it.</summary>
    private static TextSpan OwnWords(string text, TextSpan title)
    {
        var about = title.Of(text).IndexOf("关于", StringComparison.Ordinal);
        var own = about > 0 ? new(title.Start + about, title.End) : title;
        return own.Start > 0 && own.End < text.Length && text[own.Start - 1] == '《' && text[own.End] == '》' ? new(own.Start - 1, own.End + 1) : own;
    }
}
