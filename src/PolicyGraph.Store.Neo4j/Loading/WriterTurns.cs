using System.Collections.Concurrent;
using PolicyGraph.Store.Changes;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>
/// Writers take turns: every writing transaction begins at the one node that tells the version, and leaves a mark there. By the mark it is
/// known later whether a transaction is in force whose commit was not answered; so each that is in force is told of, once.
/// </summary>
internal sealed class WriterTurns(Action<GraphCommit>? committed)
{
    /// <summary>So many transactions, of all writers, are remembered.</summary>
    private const int Remembered = 64;

    private static readonly string Take =
        $"{Neo4jSchema.TakeTurn} WITH m, coalesce(m.marks, []) AS marks SET m.marks = ([$mark] + marks)[..{Remembered}] RETURN marks";

    private readonly ConcurrentDictionary<string, GraphCommit> _unanswered = [];

    /// <summary>Waits for the turn of a transaction.</summary>
    public async Task<WriterTurn> TakeAsync(INeo4jTransaction transaction, CancellationToken cancellation)
    {
        var mark = Guid.NewGuid().ToString("N");
        using var answer = await transaction.RunAsync(
            new Statement(Take, writer => writer.WriteString("mark", mark), IsRead: false),
            cancellation
        );
        var marks = answer.Rows[0][0].EnumerateArray().Select(one => one.GetString()!).ToHashSet(StringComparer.Ordinal); // Written here, as texts.

        // While this one has its turn, none of the others is still under way: each came into force or never will.
        foreach (var other in _unanswered.Keys)
        {
            if (_unanswered.TryRemove(other, out var commit) && marks.Contains(other))
            {
                committed?.Invoke(commit);
            }
        }

        return new WriterTurn(mark, marks);
    }

    /// <summary>Ends a turn, and tells of what changed.</summary>
    public async Task CommitAsync(
        WriterTurn turn,
        INeo4jTransaction transaction,
        IReadOnlyList<DocumentChange> changes,
        CancellationToken cancellation
    )
    {
        if (changes.Count == 0)
        {
            await transaction.CommitAsync(cancellation);
            return;
        }

        _unanswered[turn.Mark] = new GraphCommit(changes);
        await transaction.CommitAsync(cancellation);
        if (_unanswered.TryRemove(turn.Mark, out var commit))
        {
            committed?.Invoke(commit);
        }
    }
}

/// <summary>The turn of one transaction.</summary>
/// <param name="Before">The marks of those in force before it, the last few.</param>
internal sealed record WriterTurn(string Mark, IReadOnlySet<string> Before);
