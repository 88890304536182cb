using FsCheck;
using FsCheck.Fluent;

namespace PolicyGraph.Extraction.Tests.Properties;

/// <summary>Texts that no paper should be: pieces of papers cut, repeated and shuffled, marks that open and never close, characters of all kinds.</summary>
internal static class HostileText
{
    private static readonly string[] Pieces =
    [
        "国务院", "海州市人民政府", "科技部", "关于", "印发", "《", "》", "〈", "（", "）", "“", "”", "〔2020〕", "7号", "的通知", "2021年3月8日", "二〇二一年", "十二", "亿元", "同比增长",
        "12.5%", "以上", "不低于", "。", "，", "；", "：", "\n", "\n\n", "\r\n", "　", "\t", "第一条", "一、", "（一）", "附件：", "本报讯（记者 ", "来源：", "GB/T 38672-2020", "论坛", "在", "举行",
        "主任", "王小明", "、", "和", "高新区", "有限公司", "到2025年", "达到", "超过", "三分之一", "翻一番", "以下简称", "令", "公告", "\u200b", "\ufeff", "\0", "\ud83d\ude00", "\ud800", "\uffff",
        "A", "9", "９", "％", "—", "——", "-", ".", "...", "~", "/", "(", ")", "[", "]", "<", ">", "自2020年1月1日起施行", "会同", "联合", "负责", "为贯彻落实", "制定本办法", "索引号：", "发文机关：", "主办：", "第12期",
        "99999999999999999999999999999999", "万亿", "0", "分别", "同期", "上半年", "年", "月", "日", "省", "市", "县", "区", "委员会", "办公室", "大学", "银行", "标准", "计划", "规划",
        "〉", "【", "】", "行动计划", "工程", "试点", "纲要", "贯彻", "实施", "深化", "第一批", "首批", "第十四届", "4届", "连续", "暨", "与", "签约仪式", "新闻发布会", "博览会", "入选", "确定", "为", "日电", "讯", "记者",
    ];

    /// <summary>Up to a few hundred pieces, now and then one of them many times over.</summary>
    public static Arbitrary<string> Texts { get; } = Arb.From(
        from pieces in Gen.ListOf(Piece)
        select string.Concat(pieces));

    private static Gen<string> Piece =>
        Gen.Frequency(
            (20, Gen.Elements(Pieces)),
            (2, from piece in Gen.Elements(Pieces) from times in Gen.Choose(2, 40) select string.Concat(Enumerable.Repeat(piece, times))),
            (2, from c in Gen.Choose(0, 0xffff) select ((char)c).ToString()),
            (2, from start in Gen.Choose(0, SamplePaper.Text.Length - 1) from length in Gen.Choose(1, 60) select SamplePaper.Text.Substring(start, Math.Min(length, SamplePaper.Text.Length - start))));
}
