namespace PolicyGraph.Intake;

/// <summary>One line that tells how far long work is, on a terminal only; redrawn a few times a second at most.</summary>
internal sealed class Progress : IDisposable
{
    private const int Every = 100; // milliseconds

    private readonly bool _isTerminal = !Console.IsErrorRedirected;
    private long _shown;
    private bool _isDrawn;

    public void Taken(int taken, int failed)
    {
        var now = Environment.TickCount64;
        if (!_isTerminal || now - _shown < Every)
        {
            return;
        }

        _shown = now;
        _isDrawn = true;
        Console.Error.Write($"\r{taken} papers taken in{(failed > 0 ? $", {failed} failed" : "")} …");
    }

    /// <summary>Wipes the line, so that something else can be written.</summary>
    public void Clear()
    {
        if (_isDrawn)
        {
            Console.Error.Write("\r\u001b[2K");
            _isDrawn = false;
        }
    }

    public void Dispose() => Clear();
}
