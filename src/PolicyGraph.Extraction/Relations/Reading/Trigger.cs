using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>A word that says how the names around it are related.</summary>
/// <param name="Span">In the squeezed text.</param>
/// <param name="Cue">What the word says.</param>
internal readonly record struct Trigger(TextSpan Span, Cue Cue);

/// <summary>What a trigger word says. The words of each are in <c>relation-triggers.tsv</c>; the names there are these.</summary>
internal enum Cue
{
    /// <summary>印发, 出台: gives out a paper that then holds.</summary>
    Issue,

    /// <summary>发布, 公布: makes something known, also at an event.</summary>
    Publish,

    /// <summary>发表, 刊发: what a newspaper or journal does with an article.</summary>
    Print,

    /// <summary>起草, 编制, 研制.</summary>
    Draft,

    /// <summary>主办.</summary>
    Host,

    /// <summary>承办.</summary>
    Organize,

    /// <summary>协办.</summary>
    CoOrganize,

    /// <summary>举行, 召开: said of who holds an event and of where it is held.</summary>
    Hold,

    /// <summary>开幕, 落幕: said of an event that is held somewhere.</summary>
    Open,

    /// <summary>出席, 致辞.</summary>
    Attend,

    /// <summary>邀请: the guests stand behind it.</summary>
    Invite,

    /// <summary>表示, 指出: what a person does at an event, or anywhere.</summary>
    Speak,

    /// <summary>参展, 亮相: a body shows something.</summary>
    Exhibit,

    /// <summary>推介, 对接, 洽谈: what bodies do with each other at an event.</summary>
    Present,

    /// <summary>签署, 签约.</summary>
    Sign,

    /// <summary>合作, 共建.</summary>
    Cooperate,

    /// <summary>根据, 贯彻落实.</summary>
    Base,

    /// <summary>负责, 牵头.</summary>
    Charge,

    /// <summary>试点.</summary>
    Pilot,

    /// <summary>启动, 实施: takes up a scheme.</summary>
    Launch,

    /// <summary>位于, 坐落于.</summary>
    Locate,

    /// <summary>引进, 集聚, 入驻了: a zone has bodies come to it.</summary>
    Gather,

    /// <summary>成立, 揭牌: a body comes into being somewhere.</summary>
    Found,

    /// <summary>建设: a place builds a zone.</summary>
    Build,

    /// <summary>适用于.</summary>
    Apply,

    /// <summary>隶属于, 下设.</summary>
    Belong,

    /// <summary>涵盖, 包括: what a zone is made up of.</summary>
    Cover,
}
