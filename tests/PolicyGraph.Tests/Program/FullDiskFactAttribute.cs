namespace PolicyGraph.Tests.Program;

/// <summary>A fact that needs <see cref="Path"/>, the device of Linux that is always full.</summary>
internal sealed class FullDiskFactAttribute : FactAttribute
{
    public const string Path = "/dev/full";

    public FullDiskFactAttribute() => Skip = File.Exists(Path) ? null : $"There is no {Path} here.";
}
