using System.Collections.Concurrent;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>Keeps what it is given, and answers what it is told to.</summary>
public sealed class RecordingInbox : IInbox
{
    private readonly ConcurrentQueue<Incoming> _taken = new();

    public Func<Incoming, Task<Answer>> Answering { get; set; } = _ => Task.FromResult(Answer.Quiet);

    public IReadOnlyList<Incoming> Taken => [.. _taken];

    public Task<Answer> TakeAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        _taken.Enqueue(incoming);
        return Answering(incoming);
    }
}
