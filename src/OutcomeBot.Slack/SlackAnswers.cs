using System.Text.Json;
using Microsoft.Extensions.Logging;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>What the open request is answered with, and what is done right after it.</summary>
internal sealed partial class SlackAnswers(SlackClient client, SlackNotes notes, SlackCourier courier, ILogger<SlackAnswers> logger)
{
    /// <summary>The body of the answer, empty for nearly everything; the rest goes to the courier.</summary>
    public ReadOnlyMemory<byte> Now(ForInbox read, Answer answer)
    {
        ReadOnlyMemory<byte> body = default;
        foreach (var reply in answer.Replies)
            if (read.TakesAnswer && body.IsEmpty && InBody(read, reply) is { Length: > 0 } said)
                body = said;
            else
                Afterwards(read, reply);
        return body;
    }

    /// <summary>An open modal is shown anew. When it has changed meanwhile or is gone, there is nothing to do.</summary>
    public void Show(BudgetTyped typed) =>
        courier.TryTake(new DoorErrand("What is left to give", cancel => client.CallAsync(typed.Tenant, "views.update", typed.Update, SlackJson.Wire.UpdateViewCall, cancel)));

    /// <summary>The turn takes longer than Slack waits: its answer follows by the ways that are open then.</summary>
    public void Later(ForInbox read, Task<Answer> turn)
    {
        Log.Late(logger, read.Incoming.GetType().Name);
        courier.TryTake(new DoorErrand("A late answer", async _ =>
        {
            foreach (var reply in (await turn).Replies) Afterwards(read, reply);
        }));
    }

    /// <summary>What follows from a turn that has been answered is taken after it, and told by the ways that are open then.</summary>
    public void AfterTurn(ForInbox read, Func<Task<Answer>> next) =>
        courier.TryTake(new DoorErrand("What follows from a turn", async _ =>
        {
            foreach (var reply in (await next()).Replies) Afterwards(read, reply);
        }));

    private static byte[]? InBody(ForInbox read, Reply reply) => (read.Incoming, reply) switch
    {
        (Said said, Whisper whisper) when said.Door.HasFlag(OpenDoor.Whisper) => Whispered(read, whisper),
        (Filled, Wrong wrong) => JsonSerializer.SerializeToUtf8Bytes(new ViewReply("errors") { Errors = SlackFieldErrors.Of(wrong, read.Fields) }, SlackJson.Wire.ViewReply),
        (Filled filled, Ask ask) => JsonSerializer.SerializeToUtf8Bytes(new ViewReply("update") { View = SlackFormWriter.Modal(ask.Form, filled.Place) }, SlackJson.Wire.ViewReply),
        _ => null,
    };

    /// <summary>One message fits into the answer; what is longer goes by the return address, all of it, so that it stays in order.</summary>
    private static byte[]? Whispered(ForInbox read, Whisper whisper) => SlackWriter.Messages(whisper.Card) is [var only] || read.Incoming.ReturnAddress is null
        ? JsonSerializer.SerializeToUtf8Bytes(Reply(SlackWriter.Messages(whisper.Card)[0]), SlackJson.Wire.CommandReply)
        : null;

    private static CommandReply Reply(SlackMessage message) => new(message.Text, message.Blocks);

    private void Afterwards(ForInbox read, Reply reply)
    {
        var isTaken = reply switch
        {
            Ask ask => courier.TryTake(new DoorErrand("Opening a form", cancel => OpenAsync(read, ask.Form, cancel))),
            Whisper whisper => courier.TryTake(new DoorErrand("A note", cancel => TellAsync(read, whisper.To, whisper.Card, cancel))),
            Wrong wrong => courier.TryTake(new DoorErrand("A late word about a form", cancel => TellAsync(read, read.Incoming.By, LateWrong(wrong), cancel))),
            Home home => courier.TryTake(new DoorErrand("A home page", cancel => client.CallAsync(read.Incoming.Place.Tenant, "views.publish", new PublishCall(home.To.Id, SlackWriter.Home(home.Card)), SlackJson.Wire.PublishCall, cancel))),
            _ => Unexpected(reply),
        };
        if (!isTaken) Log.Dropped(logger, reply.GetType().Name);
    }

    private bool Unexpected(Reply reply)
    {
        Log.NotForTheDoor(logger, reply.GetType().Name);
        return true;
    }

    private async Task OpenAsync(ForInbox read, Form form, CancellationToken cancellationToken)
    {
        var incoming = read.Incoming;
        var result = read.Trigger is null
            ? new SlackResult(SlackOutcome.Refused, "invalid_trigger_id")
            : await client.CallAsync(incoming.Place.Tenant, "views.open", new OpenViewCall(read.Trigger, SlackFormWriter.Modal(form, incoming.Place)), SlackJson.Wire.OpenViewCall, cancellationToken);
        if (result.IsFine) return;
        Log.NoForm(logger, result.Error);
        var sentence = result.Outcome == SlackOutcome.Refused ? SlackErrors.Sentence(result.Error) : "Slack didn't open the form just now. Nothing is lost: try again in a moment.";
        await TellAsync(read, incoming.By, new Card("The form didn't open", new Prose(sentence)), cancellationToken);
    }

    /// <summary>The return address first: it works where the bot is no member, and it is at hand.</summary>
    private async Task TellAsync(ForInbox read, Person to, Card card, CancellationToken cancellationToken)
    {
        var (incoming, thread) = (read.Incoming, read.Incoming.Place.Thread);
        if (to.Is(incoming.By) && await notes.ReturnAsync(incoming.ReturnAddress, thread, card, cancellationToken)) return;
        if (await notes.WhisperAsync(incoming.Place, to, card, null, cancellationToken) is Never never) Log.Untold(logger, never.Sentence);
    }

    private static Card LateWrong(Wrong wrong) => new(
        "Your form isn't right yet",
        [.. wrong.Fields.Values.Select(sentence => new Prose(sentence)), new Aside("I was too slow to say so in the form. Open it again to correct it.")]);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A turn on {Incoming} takes longer than Slack waits; its answer follows.")]
        public static partial void Late(ILogger logger, string incoming);

        [LoggerMessage(2, LogLevel.Warning, "Slack did not open a form: {Error}.")]
        public static partial void NoForm(ILogger logger, string error);

        [LoggerMessage(3, LogLevel.Warning, "A note could not be told: {Sentence}")]
        public static partial void Untold(ILogger logger, string sentence);

        [LoggerMessage(4, LogLevel.Error, "A {Reply} was not sent after its request.")]
        public static partial void Dropped(ILogger logger, string reply);

        [LoggerMessage(5, LogLevel.Error, "The open door was given a {Reply}, which only the outbox can send.")]
        public static partial void NotForTheDoor(ILogger logger, string reply);
    }
}
