using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>.pdf by <c>pdftotext</c> of poppler-utils, which must be installed: lines in reading order, a form feed at each page's end.</summary>
internal sealed class PdfFormat : OnePaperFormat
{
    private const string Tool = "pdftotext";

    protected override async Task<SourcePaper> ReadOneAsync(PaperFile file, CancellationToken cancellation)
    {
        if (!file.Bytes.AsSpan(0, Math.Min(1024, file.Bytes.Length)).StartsWith("%PDF"u8))
        {
            throw new PaperException(file.Path, "it is no PDF", "Its name ends in .pdf, but its bytes do not begin as a PDF's do; fetch it again.");
        }

        using var process = Start(file.Path);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            var text = process.StandardOutput.ReadToEndAsync(cancellation);
            await FeedAsync(process, file.Bytes, cancellation);
            var read = await text;
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0
                ? new(read, new DocumentHead())
                : throw new PaperException(file.Path, "it is a damaged or protected PDF", $"{Tool} says: {(await errors).Trim()}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static Process Start(string path)
    {
        var start = new ProcessStartInfo(Tool)
        {
            ArgumentList = { "-enc", "UTF-8", "-", "-" },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            return Process.Start(start) ?? throw new PaperException(path, $"{Tool} did not start", "Try again.");
        }
        catch (Win32Exception e)
        {
            throw new PaperException(path, $"{Tool}, which reads PDF, is not installed", "Install poppler-utils, or save the paper as text.", e);
        }
    }

    private static async Task FeedAsync(Process process, byte[] bytes, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(bytes, cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A damaged file makes the tool close its end early; its exit code tells.
        }
    }
}
