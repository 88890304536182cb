using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PolicyGraph.Extraction.Text.Formats;

namespace PolicyGraph.Extraction.Tests.Text.Formats;

public sealed class PaperReaderTests
{
    private const string Notice = "海州市财政局关于做好年终决算的通知\n海财〔2020〕3号\n各县区财政局：\n请认真做好决算工作。";

    public static TheoryData<string, byte[]> Encodings
    {
        get
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            var data = new TheoryData<string, byte[]>();
            foreach (var name in new[] { "utf-8", "utf-16", "utf-16BE", "gb18030", "gbk" })
            {
                var encoding = Encoding.GetEncoding(name);
                data.Add(name, encoding.GetBytes(Notice));
                data.Add($"{name} with its mark", [.. encoding.Preamble, .. encoding.GetBytes(Notice)]);
            }

            return data;
        }
    }

    public static TheoryData<string, byte[], string> Failures
    {
        get
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return new()
            {
                { "empty.txt", [], "it is empty" },
                { "blank.txt", "  \n\n"u8.ToArray(), "it holds no text" },
                {
                    "big5.txt",
                    Encoding.GetEncoding("big5").GetBytes("財政部關於調整進口稅收政策的通知，各省、自治區、直轄市財政廳，請認真貫徹執行。"),
                    "its encoding is neither"
                },
                {
                    "kana.txt",
                    Encoding.GetEncoding("shift_jis").GetBytes("これは政策に関する報告書です。来年度の計画について。"),
                    "its encoding is neither"
                },
                { "cut.txt", Encoding.UTF8.GetBytes(Notice)[..^1], "damaged at byte" },
                { "marked.txt", [0xEF, 0xBB, 0xBF, 0xFF, 0x41], "its mark says utf-8" },
                { "binary.txt", [.. Enumerable.Range(0, 2000).Select(i => (byte)(i * 37))], "it is binary" },
                { "letter.doc", "x"u8.ToArray(), "its format is not known" },
                { "letter.docx", "PK, but no package"u8.ToArray(), "it is no Word document" },
                { "letter.pdf", "no PDF"u8.ToArray(), "it is no PDF" },
                { "large.txt", new byte[5000], "more than the limit" },
                { "broken.jsonl", "{\"text\": \"海州市\"}\n{text}"u8.ToArray(), "the line is not JSON" },
                { "nameless.jsonl", "{\"title\": \"海州市\"}"u8.ToArray(), "the line has no \"text\"" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Text_is_read_in_the_encodings_of_such_papers(string name, byte[] bytes)
    {
        var paper = Assert.Single(await ReadAsync("paper.txt", bytes));
        Assert.True(Notice == paper.Text.TrimStart('\ufeff'), name);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task What_cannot_be_read_is_one_clear_message(string name, byte[] bytes, string problem)
    {
        var failure = await Assert.ThrowsAsync<PaperException>(() => ReadAsync(name, bytes));
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        Assert.Contains(name, failure.Path, StringComparison.Ordinal);
        Assert.NotEmpty(failure.Remedy);
    }

    [Theory]
    [InlineData("甲\n乙\n丙", true)]
    [InlineData("甲\n乙\n丙\n", false)]
    public async Task A_paper_of_more_lines_than_one_can_have_is_refused(string text, bool isRead)
    {
        var results = await new PaperReader(mostLines: 3).ReadAsync("a.txt", Encoding.UTF8.GetBytes(text)).ToListAsync();

        Assert.Equal(isRead ? null : "it has 4 lines, more than the 3 that a paper can have", Assert.Single(results).Failure?.Problem);
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var failure = await Assert.ThrowsAsync<PaperException>(async () => await new PaperReader().ReadAsync("nowhere").ToListAsync());
        Assert.Equal("nowhere: there is no such file or folder. Check how the path is written, and from which folder.", failure.Message);
    }

    [Fact]
    public async Task Markdown_loses_its_marks()
    {
        var paper = Assert.Single(
            await ReadAsync(
                "a.md",
                "# 海州公报\n\n- **一号**：[办法](http://x/1)\n\n| 指标 | 数 |\n|---|---|\n| 产值 | 3亿元 |\n"u8.ToArray()
            )
        );
        Assert.Equal("海州公报\n\n- 一号：办法\n\n 指标 \t 数 \n 产值 \t 3亿元 \n\n", paper.Text);
    }

    [Fact]
    public async Task A_page_gives_its_paper_and_its_tables_as_rows()
    {
        const string page = """
            <html><head><title>x</title><script>var a;</script></head><body><nav><a>首页</a></nav>
            <table><tr><td>索引号</td><td>H-1</td><td>发文机关</td><td><p>海州市财政局</p></td></tr></table>
            <div class="content"><h1>关于年终决算的通知</h1><p>各县区<br>财政局：</p><p>请做好
              决算。</p></div><div style="display: none">隐藏</div><footer>版权所有</footer></body></html>
            """;
        var paper = Assert.Single(await ReadAsync("a.html", Encoding.UTF8.GetBytes(page)));
        Assert.Equal("索引号\tH-1\t发文机关\t海州市财政局\n关于年终决算的通知\n各县区\n财政局：\n请做好 决算。", paper.Text.Trim());
    }

    [Fact]
    public async Task A_layout_table_holds_lines()
    {
        var page = $"<table><tr><td><p>海州市财政局文件</p><p>海财〔2020〕3号</p><p>{new string('决', 100)}。</p></td></tr></table>";
        var paper = Assert.Single(await ReadAsync("a.htm", Encoding.UTF8.GetBytes(page)));
        Assert.StartsWith("海州市财政局文件\n海财〔2020〕3号\n", paper.Text.TrimStart(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_document_gives_paragraphs_and_rows()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new(
                new Body(
                    Line("海州市财政局"),
                    new Table(new TableRow(new TableCell(Line("指标")), new TableCell(Line("3亿元")))),
                    Line("二〇二〇年三月一日")
                )
            );
        }

        var paper = Assert.Single(await ReadAsync("a.docx", stream.ToArray()));
        Assert.Equal("海州市财政局\n指标\t3亿元\n二〇二〇年三月一日\n", paper.Text);

        static Paragraph Line(string text) => new(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(text)));
    }

    [Fact]
    public async Task A_word_document_gives_no_more_than_its_paragraphs_and_rows_say()
    {
        const string body = """
            <w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r><w:del><w:r><w:delText>丙</w:delText></w:r></w:del></w:p><w:p/>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>丁</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>戊</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>己</w:t></w:r></w:p></w:tc><w:tc/></w:tr></w:tbl>
            <w:p><w:r><w:t xml:space="preserve">庚 </w:t><w:pict><w:txbxContent><w:p><w:r><w:t>辛</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>
            """;
        var paper = Assert.Single(await ReadAsync("a.docx", WordOf(body)));
        Assert.Equal("甲\t乙\n\n丁己\t\n庚 辛\n", paper.Text);
    }

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public async Task A_word_document_of_more_text_than_a_paper_can_have_is_refused(int characters, bool isRead)
    {
        var reading = ReadAsync("a.docx", WordOf($"<w:p><w:r><w:t>{new string('甲', characters - 1)}</w:t></w:r></w:p>"));
        if (isRead)
        {
            Assert.Equal(characters, Assert.Single(await reading).Text.Length);
        }
        else
        {
            Assert.Contains(
                "more than 4096 characters",
                (await Assert.ThrowsAsync<PaperException>(() => reading)).Message,
                StringComparison.Ordinal
            );
        }
    }

    [PdfFact]
    public async Task A_PDF_of_more_text_than_a_paper_can_have_is_refused()
    {
        Assert.StartsWith("one line", Assert.Single(await ReadAsync("a.pdf", PdfOf(1))).Text, StringComparison.Ordinal);
        var failure = await Assert.ThrowsAsync<PaperException>(() => ReadAsync("a.pdf", PdfOf(1000)));
        Assert.Contains("more than 4096 characters", failure.Message, StringComparison.Ordinal);
    }

    [PdfFact]
    public async Task A_PDF_that_takes_too_long_is_given_up()
    {
        var reading = new PdfFormat(TimeSpan.Zero).ReadAsync(new PaperFile("a.pdf", PdfOf(1), 4096), CancellationToken.None);
        var failure = await Assert.ThrowsAsync<PaperException>(async () => await reading.ToListAsync());
        Assert.Contains("has not read it after 0 seconds", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collection_gives_a_paper_a_line()
    {
        var papers = await ReadAsync(
            "a.jsonl",
            """
            {"title": "海州要闻", "text": "会议召开。", "published": "2022-03-04T10:00:00", "source": "http://x/1"}

            {"text": "另一篇。"}
            """u8.ToArray()
        );
        Assert.Equal(["海州要闻\n会议召开。", "另一篇。"], papers.Select(p => p.Text));
        Assert.Equal("2022-03-04", papers[0].Head.Published);
        Assert.Equal("http://x/1", papers[0].Head.Source);
        Assert.EndsWith("a.jsonl:3", papers[1].Head.Source, StringComparison.Ordinal);
        Assert.NotEqual(papers[0].Head.Hash, papers[1].Head.Hash);
    }

    [Fact]
    public async Task A_bad_line_of_a_collection_is_told_and_the_others_are_read()
    {
        using var file = new TemporaryFile(
            "a.jsonl",
            "{\"text\": \"会议召开。\"}\n{text}\n{\"title\": \"海州要闻\", \"text\": \" \"}\n{\"text\": \"另一篇。\"}"u8.ToArray()
        );

        var results = await new PaperReader().ReadAsync(file.Path).ToListAsync();

        Assert.Equal([null, "a.jsonl:2", "a.jsonl:3", null], results.Select(result => Path.GetFileName(result.Failure?.Path)));
        Assert.Equal(["会议召开。", "另一篇。"], results.Where(result => result.Failure is null).Select(result => result.Paper.Text));
    }

    [PdfFact]
    public async Task A_damaged_PDF_is_told()
    {
        var failure = await Assert.ThrowsAsync<PaperException>(() => ReadAsync("a.pdf", "%PDF-1.4\nnothing"u8.ToArray()));
        Assert.Contains("damaged or protected", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_stops_when_cancelled()
    {
        using var file = new TemporaryFile("a.txt", Encoding.UTF8.GetBytes(Notice));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await new PaperReader().ReadAsync(file.Path, new CancellationToken(canceled: true)).ToListAsync()
        );
    }

    private static byte[] WordOf(string body)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            using var main = document.AddMainDocumentPart().GetStream(FileMode.Create);
            main.Write(
                Encoding.UTF8.GetBytes(
                    $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
                )
            );
        }

        return stream.ToArray();
    }

    /// <summary>A page with as many lines, packed (ISO 32000-1).</summary>
    private static byte[] PdfOf(int lines)
    {
        using var content = new MemoryStream();
        using (var packing = new System.IO.Compression.ZLibStream(content, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            packing.Write(
                Encoding.ASCII.GetBytes(
                    "BT /F 8 Tf 10 8000 Td " + string.Concat(Enumerable.Repeat("(one line of text) Tj 0 -8 Td ", lines)) + "ET"
                )
            );
        }

        return
        [
            .. Encoding.ASCII.GetBytes(
                $"""
                %PDF-1.4
                1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
                3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 8100]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>> endobj
                5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
                4 0 obj <</Length {content.Length}/Filter/FlateDecode>> stream

                """
            ),
            .. content.ToArray(),
            .. Encoding.ASCII.GetBytes("\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"),
        ];
    }

    private static async Task<List<SourcePaper>> ReadAsync(string name, byte[] bytes)
    {
        using var file = new TemporaryFile(name, bytes);
        return await new PaperReader(limit: 4096).ReadAsync(file.Path).Select(result => result.Paper).ToListAsync();
    }
}
