using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>
/// .pdf by <c>pdftotext</c> of poppler-utils, which must be installed: lines in reading order, a form feed at each page's end.
/// </summary>
/// <param name="patience">How long the tool may take for a paper.</param>
internal sealed class PdfFormat(TimeSpan patience) : OnePaperFormat
{
    private const string Tool = "pdftotext";

    /// <summary>Two minutes for a paper.</summary>
    public PdfFormat()
        : this(TimeSpan.FromMinutes(2)) { }

    protected override async Task<SourcePaper> ReadOneAsync(PaperFile file, CancellationToken cancellation)
    {
        if (!file.Bytes.AsSpan(0, Math.Min(1024, file.Bytes.Length)).StartsWith("%PDF"u8))
        {
            throw new PaperException(
                file.Path,
                "it is no PDF",
                "Its name ends in .pdf, but its bytes do not begin as a PDF's do; fetch it again."
            );
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ending.CancelAfter(patience);
        using var process = Start(file.Path);
        try
        {
            return new(await RunAsync(process, file, ending.Token), new DocumentHead());
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new PaperException(
                file.Path,
                $"{Tool} has not read it after {patience.TotalSeconds} seconds",
                "Save the paper as text, or cut it into its papers."
            );
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static async Task<string> RunAsync(Process process, PaperFile file, CancellationToken cancellation)
    {
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var feeding = FeedAsync(process, file.Bytes, cancellation);
        var text = await ReadAsync(process.StandardOutput, file, cancellation);
        await feeding;
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0
            ? text
            : throw new PaperException(file.Path, "it is a damaged or protected PDF", $"{Tool} says: {(await errors).Trim()}");
    }

    private static async Task<string> ReadAsync(StreamReader output, PaperFile file, CancellationToken cancellation)
    {
        var text = new LimitedText(file);
        var piece = new char[4096];
        int length;
        while ((length = await output.ReadAsync(piece, cancellation)) > 0)
        {
            text.Append(piece.AsSpan(0, length));
        }

        return text.ToString();
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
            throw new PaperException(
                path,
                $"{Tool}, which reads PDF, is not installed",
                "Install poppler-utils, or save the paper as text.",
                e
            );
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
