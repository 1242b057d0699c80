using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using OutcomeBot.Load.Wire;

namespace OutcomeBot.Load.Servers;

/// <summary>A form that the bot opened: what it comes back with, and all of it as JSON.</summary>
internal sealed record Modal(string Callback, string Metadata, string Json);

/// <summary>The messages that the bot has posted, as far as the measurements ask about them.</summary>
internal sealed class Wall
{
    private const int RememberedMarks = 400;
    private readonly ConcurrentDictionary<string, Session> _sessions = new();
    private readonly ConcurrentDictionary<int, int> _questions = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Modal>> _forms = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<(string Stamp, string Mark)>> _marks = new();
    private long _updates;
    private long _pictures;

    /// <summary>Every analysis whose card was posted, with the presses that it shows now.</summary>
    public ICollection<Session> Sessions => _sessions.Values;

    public int Count => _sessions.Count;

    public long Updates => Interlocked.Read(ref _updates);

    /// <summary>How many pictures have been uploaded and shown.</summary>
    public long Pictures => Interlocked.Read(ref _pictures);

    public void Show() => Interlocked.Increment(ref _pictures);

    /// <summary>How many messages are the card of this question; one is right.</summary>
    public int CardsOf(int question) => _questions.GetValueOrDefault(question);

    /// <summary>An analysis as its card shows it now.</summary>
    public Session? Find(string subject) => _sessions.GetValueOrDefault(subject);

    /// <summary>The form that will be opened for this trigger.</summary>
    public Task<Modal> Form(string trigger) =>
        _forms.GetOrAdd(trigger, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public IEnumerable<(string Stamp, string Mark)> Marks(string channel) => _marks.TryGetValue(channel, out var marks) ? marks : [];

    /// <summary>Every check-in whose card was posted, by its id: its workspace's channel.</summary>
    public ConcurrentDictionary<string, string> CheckIns { get; } = new();

    /// <summary>What check-ins have asked, by the id of the round: when each of its messages was posted.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<DateTimeOffset>> Rounds { get; } = new();

    /// <summary>Every value model whose card was posted, as it shows now.</summary>
    public ConcurrentDictionary<string, Session> Models { get; } = new();

    public void Post(ApiCall call, string stamp, byte[] body)
    {
        if (call.Thread is null && IdOf(call, "model", "propose") is { } model) Models[model] = new(model, "T" + call.Channel[1..], call.Channel, stamp, Shot.NoQuestion, call.Presses);
        if (IdOf(call, "checkin", "pause") is { } plan) CheckIns[plan] = call.Channel;
        if (IdOf(call, "checkin", "answer") is { } round) Rounds.GetOrAdd(round, _ => []).Enqueue(DateTimeOffset.UtcNow);
        if (call.Mark is not null) Remember(call.Channel, stamp, call.Mark);
        if (call.Thread is not null || SubjectOf(call) is not { } subject) return;
        var question = QuestionIn(body) ?? Shot.NoQuestion;
        _questions.AddOrUpdate(question, 1, static (_, count) => count + 1);
        _sessions[subject] = new(subject, "T" + call.Channel[1..], call.Channel, stamp, question, call.Presses);
    }

    public void Change(ApiCall call)
    {
        Interlocked.Increment(ref _updates);
        if (call.Presses.Select(press => press.Split('/')).FirstOrDefault(parts => parts is ["model", not "-", _]) is { } parts && Models.TryGetValue(parts[1], out var model))
            Models[parts[1]] = model with { Presses = call.Presses };
        if (SubjectOf(call) is not { } subject || !_sessions.TryGetValue(subject, out var session)) return;
        _sessions[subject] = session with { Presses = call.Presses };
    }

    public void Open(ApiCall call, byte[] body)
    {
        if (call is { Trigger: { } trigger, Callback: { } callback } && _forms.TryRemove(trigger, out var waiting))
            waiting.TrySetResult(new(callback, call.Metadata, Encoding.UTF8.GetString(body)));
    }

    /// <summary>The number of the question that a message is about; null when it is about none.</summary>
    public static int? QuestionIn(ReadOnlySpan<byte> body)
    {
        var at = body.IndexOf(Mix.QuestionMark);
        return at >= 0 && Utf8Parser.TryParse(body[(at + Mix.QuestionMark.Length)..], out int number, out _) ? number : null;
    }

    private static string? SubjectOf(ApiCall call) =>
        call.Presses.Select(press => press.Split('/')).FirstOrDefault(parts => parts is ["why", not "-", ..])?[1];

    private static string? IdOf(ApiCall call, string practice, string verb) =>
        call.Presses.Select(press => press.Split('/')).FirstOrDefault(parts => parts is [var first, _, var last] && first == practice && last == verb)?[1];

    private void Remember(string channel, string stamp, string mark)
    {
        var marks = _marks.GetOrAdd(channel, _ => []);
        marks.Enqueue((stamp, mark));
        while (marks.Count > RememberedMarks) marks.TryDequeue(out _);
    }
}
