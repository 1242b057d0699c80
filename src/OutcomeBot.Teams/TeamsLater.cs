using Microsoft.Extensions.Logging;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>What is said for an open request by another way than its answer, soon after.</summary>
internal sealed partial class TeamsLater(TeamsClient client, TeamsRoutes routes, TeamsNotes notes, TeamsAsked asked, TeamsErrands errands, TimeProvider time, ILogger<TeamsLater> logger)
{
    /// <summary>A note is about the moment: so often it is tried.</summary>
    private const int Tries = 5;

    /// <summary>Tells one note from the next.</summary>
    private long _told;

    /// <summary>One reply.</summary>
    public void Say(ForInbox read, Reply reply) => errands.TryTake(new DoorErrand(reply.GetType().Name, cancel => SayAsync(read, reply, isLate: false, cancel)));

    /// <summary>Everything that a late turn says.</summary>
    public void Say(ForInbox read, Task<Answer> turn) => errands.TryTake(new DoorErrand("A late answer", async cancel =>
    {
        foreach (var reply in (await turn).Replies) await SayAsync(read, reply, isLate: true, cancel);
    }));

    /// <summary>Puts a card in the place of another.</summary>
    public void Replace(ForInbox read, string message, TeamsMessage card) => errands.TryTake(new DoorErrand("A filled form", cancel => SureAsync(async () =>
    {
        var (route, refusal) = await routes.ToAsync(read.Stands ?? read.Incoming.Place, cancel);
        if (route is null) return refusal;
        var result = await client.PutAsync(route.ServiceUrl, route.Conversation, message, ActivityCall.Of(card), cancel);
        return result.IsFine ? new Done() : TeamsErrors.Sending(result);
    }, cancel)));

    private Task SayAsync(ForInbox read, Reply reply, bool isLate, CancellationToken cancellationToken) => reply switch
    {
        Whisper whisper => TellAsync(read, whisper.To, whisper.Card, cancellationToken),
        Ask ask when !isLate => AskAsync(read, ask.Form, cancellationToken),
        Ask => TellAsync(read, read.Incoming.By, new Card("The form took too long to open", new Prose("Nothing is lost: press the button again.")), cancellationToken),
        Wrong wrong => TellAsync(read, read.Incoming.By, LateWrong(wrong), cancellationToken),
        _ => throw new ArgumentException($"The open door was given a {reply.GetType().Name}, which only the outbox can send.", nameof(reply)),
    };

    private Task TellAsync(ForInbox read, Person to, Card card, CancellationToken cancellationToken)
    {
        var posting = new TeamsPosting($"{read.Incoming.Place.Tenant}/soon/{Interlocked.Increment(ref _told)}", read.Incoming.Place, nameof(Whisper), MayHaveArrived: false);
        return SureAsync(() => notes.WhisperAsync(posting, to, card, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// A form for somebody who typed: dialogs can't be opened from words. It may hold what they alone may see, so it goes to
    /// them alone, and what they fill in happens where they typed.
    /// </summary>
    private Task AskAsync(ForInbox read, Form form, CancellationToken cancellationToken) => SureAsync(async () =>
    {
        var alone = new Place(read.Incoming.Place.Tenant, read.Incoming.By.Id);
        var (route, refusal) = await routes.ToAsync(alone, cancellationToken);
        if (route is null) return refusal;
        var card = await asked.CardAsync(read, form, TeamsSurface.Message, null, cancellationToken);
        var result = await client.PostAsync(route.ServiceUrl, route.Conversation, ActivityCall.Of(new TeamsMessage(TeamsText.OneLine(form.Title), card)), cancellationToken);
        return result.IsFine ? new Done() : await routes.RefusedAsync(alone, result, cancellationToken);
    }, cancellationToken);

    private async Task SureAsync(Func<Task<Sending>> send, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
            switch (await send())
            {
                case Later wait when attempt < Tries:
                    await Task.Delay(wait.Wait, time, cancellationToken);
                    break;
                case Later wait:
                    Log.Untold(logger, wait.Reason);
                    return;
                case Never never:
                    Log.Untold(logger, never.Sentence);
                    return;
                default:
                    return;
            }
    }

    private static Card LateWrong(Wrong wrong) => new(
        "Your form isn't right yet",
        [.. wrong.Fields.Values.Select(sentence => new Prose(sentence)), new Aside("I was too slow to say so in the form. Open it again to correct it.")]);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A note could not be told: {Sentence}")]
        public static partial void Untold(ILogger logger, string sentence);
    }
}
