using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Units inside an agency or of a zone, named after it: 某部某司, 某厅办公室, 某委某处, 某高新区某局. Between the agency and the unit's
/// last word stand only the few characters of its task; a verb or a preposition there shows that the sentence has gone on.
/// </summary>
internal sealed class UnitFinder : IBodyFinder
{
    private const int MaxTask = 12;
    private const int MinTask = 2;

    /// <summary>The longest task that an officer's title closes.</summary>
    private const int MaxOffice = 16;

    /// <summary>Between an agency and another one's officer: 某部和某局局长, 某部原某司司长.</summary>
    private static readonly System.Buffers.SearchValues<char> NoTask = System.Buffers.SearchValues.Create("等原由在的对向到省市县区长副");

    private const string FellowRule = "agency.unit-list";

    public void Find(Paper paper, Surroundings surroundings)
    {
        var agencies = paper.Mentions.Where(m => m.Type == EntityType.Agency || m.Rule == ZoneFinder.Rule).ToList();
        var longest = new Dictionary<int, int>(agencies.Count);
        foreach (var agency in agencies)
        {
            longest[agency.Span.Start] = Math.Max(longest.GetValueOrDefault(agency.Span.Start), agency.Span.End);
        }

        foreach (var agency in agencies)
        {
            var end = UnitEnd(paper, agency.Span.End);
            if (
                end == agency.Span.End
                || end < longest[agency.Span.Start]
                || agency.Rule == DepartmentListFinder.Rule
                || (agency.Type == EntityType.Zone && paper.Text[end - 1] != '局')
            )
            {
                continue;
            }

            var unit = Add(paper, agency, end);
            AddFellows(paper, agency, unit);
            if (OfficeEnd(paper.Text, end) is var inner && inner > end)
            {
                Add(paper, unit, inner);
            }
        }
    }

    private static Mention Add(Paper paper, Mention whole, int end)
    {
        var unit = new Mention
        {
            Span = new(whole.Span.Start, end),
            Type = EntityType.Agency,
            Name = whole.Name + paper.Text[whole.Span.End..end],
            Rule = "agency.unit",
            Confidence = whole.Confidence,
            Form = whole.Form,
        };

        // A national zone has bureaus of its own, none of the nation's.
        if (whole.Type == EntityType.Agency && whole.HasProps)
        {
            unit.Props.Fill(whole.Props);
        }

        paper.Mentions.Add(unit);
        return unit;
    }

    // 某部甲司、乙司、丙司: the units of a list are all of the agency that the first of them names.
    private static void AddFellows(Paper paper, Mention agency, Mention first)
    {
        var text = paper.Text;
        var last = text[first.Span.End - 1];
        for (
            var start = first.Span.End + 1;
            last is '司' or '局' or '处' && start < text.Length && text[start - 1] is '、' or '和' or '与';

        )
        {
            var end = start;
            while (
                end < text.Length
                && end - start < MaxTask
                && NameStart.IsNameCharacter(text[end])
                && text[end] is not ('司' or '局' or '处' or '厅')
            )
            {
                end++;
            }

            if (
                end == text.Length
                || text[end] != last
                || end - start is < MinTask or >= MaxTask
                || text.AsSpan(start, end - start).IndexOfAny("省市县区各其等有该本".AsSpan()) >= 0
                || paper.Forms.TryLongest(
                    start,
                    EntryKinds.Agency | EntryKinds.Place | EntryKinds.Organization | EntryKinds.Department,
                    out _
                )
            )
            {
                return;
            }

            paper.Mentions.Add(
                new Mention
                {
                    Span = new(start, end + 1),
                    Type = EntityType.Agency,
                    Name = agency.Name + text[start..(end + 1)],
                    Rule = FellowRule,
                    Confidence = 0.85,
                    Form = MentionForm.Short,
                }
            );
            start = end + 2;
        }
    }

    private static int UnitEnd(Paper paper, int start)
    {
        var text = paper.Text;
        if (BranchEnd(paper, start) is var branch && branch > start)
        {
            return branch;
        }

        for (var i = start; i < Math.Min(start + MaxTask, text.Length); i++)
        {
            if (!NameStart.IsNameCharacter(text[i]) || i == start && text[i] is '和' or '与' || text.AsSpan(i).StartsWith("及其"))
            {
                return start;
            }

            foreach (var hit in paper.Forms.StartingAt(i))
            {
                if (hit.Form.Is(WordClasses.UnitSuffix) && IsUnit(text, hit, i - start) && !IsOfficer(text, new(start, i), hit.End))
                {
                    return hit.End;
                }

                if (IsOther(hit.Form) && !IsBranch(text, hit))
                {
                    return OfficeEnd(text, start);
                }
            }
        }

        return OfficeEnd(text, start);
    }

    // 某部运行监测协调局局长, 某局联络处副处长: the officer's title repeats the unit's last character, so the words between are its task,
    // whatever they are elsewhere.
    private static int OfficeEnd(string text, int start)
    {
        if (start < text.Length && text[start] is '和' or '与' or '及')
        {
            return start;
        }

        for (var i = start; i < Math.Min(start + MaxOffice, text.Length - 2) && NameStart.IsNameCharacter(text[i]); i++)
        {
            var title = text[i + 1] == '副' ? i + 2 : i + 1;
            if (i >= start + MinTask && text[i] is '司' or '局' or '处' && text.AsSpan(title).StartsWith([text[i], '长']))
            {
                return text.AsSpan(start, i - start).ContainsAny(NoTask) ? start : i + 1;
            }
        }

        return start;
    }

    // 国家统计局某市调查队, 中国人民银行某地中心支行: what a body of the centre has in a place.
    private static int BranchEnd(Paper paper, int start)
    {
        var first = start < paper.Text.Length && paper.Text[start] == '驻' ? start + 1 : start;
        var at = first;
        while (paper.Forms.TryLongest(at, EntryKinds.Place, out var place))
        {
            at = place.End;
        }

        if (at == first)
        {
            return start;
        }

        foreach (var hit in paper.Forms.StartingAt(at))
        {
            if (hit.Form.Is(WordClasses.BranchSuffix) && FormGuards.AllowSuffix(paper.Text, hit))
            {
                return hit.End;
            }
        }

        return start;
    }

    // 办公厅 needs no task before it, 司, 局 and 处 do: 财政部司局级干部 names no unit.
    private static bool IsUnit(string text, LexicalHit hit, int task) =>
        (
            hit.Form.Text is "办公厅" or "办公室" or "综合司" or "秘书局" or "新闻办"
                ? task == 0
                : task is >= 2 and <= 10 || hit.Form.Text == "研究室"
        )
        && (
            hit.End >= text.Length
            || text[hit.End]
                is not (
                    '法'
                    or '机'
                    or '局'
                    or '理'
                    or '于'
                    or '置'
                    or '在'
                    or '罚'
                    or '分'
                    or '级'
                    or '势'
                    or '面'
                    or '限'
                    or '以'
                    or '方'
                    or '境'
                    or '工'
                )
        );

    // 某部李颖司长 is a person; 某部信息化司长 is one of a unit.
    private static bool IsOfficer(string text, TextSpan task, int end)
    {
        var name = text.AsSpan(task.Start, task.Length);
        return name.Length is 2 or 3
            && end < text.Length
            && text[end] == '长'
            && NameGrammar.Surname(name, 0) is > 0 and var surname
            && surname < name.Length
            && NameGrammar.IsPossible(name, surname)
            && NameGrammar.IsLikely(name, surname);
    }

    // 某市公安局某区分局
    private static bool IsBranch(string text, LexicalHit hit) =>
        (hit.Form.Kinds & EntryKinds.Place) != EntryKinds.None && text.AsSpan(hit.End).StartsWith("分局");

    private static bool IsOther(LexiconForm form) =>
        form.Is(WordClasses.Boundary)
        || (form.Text.Length > 2 && (form.Kinds & EntryKinds.Department) != EntryKinds.None)
        || (form.Text.Length > 1 && (form.Kinds & (EntryKinds.Agency | EntryKinds.Place | EntryKinds.Organization)) != EntryKinds.None);
}
