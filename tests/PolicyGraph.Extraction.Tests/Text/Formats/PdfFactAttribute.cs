namespace PolicyGraph.Extraction.Tests.Text.Formats;

/// <summary>A test that needs pdftotext; skipped, with the reason, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PdfFactAttribute : FactAttribute
{
    public PdfFactAttribute()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "pdftotext"))))
        {
            Skip = "pdftotext is not installed (poppler-utils).";
        }
    }
}
