using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>What the open request is answered with, and what is done right after it.</summary>
internal sealed partial class TeamsAnswers(TeamsAsked asked, TeamsCards cards, TeamsWriter writer, TeamsPictures pictures, TeamsSeal seal, TeamsLater later, ILogger<TeamsAnswers> logger)
{
    private const string Strange = "This button is from an older version, or not mine. Nothing was changed: ask me for the card again.";
    private const string Slow = "This takes a moment longer. Nothing is lost: what comes of it follows here.";

    /// <summary>The body of the answer; empty where Teams wants none.</summary>
    public async Task<byte[]> NowAsync(ForInbox read, Answer answer, CancellationToken cancellationToken)
    {
        if (read.Opening == TeamsOpening.Message)
        {
            foreach (var reply in answer.Replies) later.Say(read, reply);
            CloseForm(read, answer);
            return [];
        }

        // What can't be answered in the same breath goes out by itself: a dialog shows one thing, a line of words has no buttons.
        var said = answer.Replies.FirstOrDefault(reply => reply is Ask or Wrong) ?? answer.Replies.FirstOrDefault(reply => reply is Whisper whisper && Carries(read, whisper));
        foreach (var reply in answer.Replies.Where(reply => !ReferenceEquals(reply, said))) later.Say(read, reply);
        CloseForm(read, answer);
        return read.Opening == TeamsOpening.Card ? await CardAsync(read, said, cancellationToken) : await DialogAsync(read, said, cancellationToken);
    }

    /// <summary>The turn takes longer than Teams waits: its answer follows by the ways that are open then.</summary>
    public byte[] Later(ForInbox read, Task<Answer> turn)
    {
        Log.Late(logger, read.Incoming.GetType().Name);
        later.Say(read, turn);
        return read.Opening switch
        {
            TeamsOpening.Message => [],
            TeamsOpening.Card => Words(Slow),
            TeamsOpening.Dialog or TeamsOpening.DialogButton => Dialog(Slow),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>A button that is not ours.</summary>
    public static byte[] Strangers(TeamsOpening opening) => opening switch
    {
        TeamsOpening.Message => [],
        TeamsOpening.Card => JsonSerializer.SerializeToUtf8Bytes(new ErrorAnswer(new ErrorValue("BadRequest", Strange)), TeamsJson.Wire.ErrorAnswer),
        TeamsOpening.Dialog or TeamsOpening.DialogButton => Dialog(Strange),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The card as it stands now.</summary>
    public async Task<byte[]> RefreshedAsync(RefreshWanted wanted, CancellationToken cancellationToken) =>
        await cards.NowAsync(wanted.Subject, wanted.Channel, null, cancellationToken) is { } card ? Card(card) : Words("This isn't here any more.");

    private async Task<byte[]> CardAsync(ForInbox read, Reply? said, CancellationToken cancellationToken) => said switch
    {
        Ask ask => Card(await asked.CardAsync(read, ask.Form, TeamsSurface.Message, null, cancellationToken)),
        Wrong wrong when read.Form is { } form => Card(await asked.CardAsync(read, form, TeamsSurface.Message, wrong, cancellationToken)),
        Wrong wrong => Words(string.Join(' ', wrong.Fields.Values)),
        Whisper whisper => Words(Toast(whisper.Card)),
        _ when read.IsFormMessage => Card(Done(read)),
        _ when PressOf(read) is { } press && TeamsCards.SubjectOf(read.Incoming.Place.Tenant, press) is { } subject && await cards.NowAsync(subject, read.Stands?.Channel, read.Card, cancellationToken) is { } card => Card(card),
        _ => Words("Done."),
    };

    private async Task<byte[]> DialogAsync(ForInbox read, Reply? said, CancellationToken cancellationToken) => said switch
    {
        Ask ask => Dialog(ask.Form.Title, await asked.CardAsync(read, ask.Form, TeamsSurface.Dialog, null, cancellationToken)),
        Wrong wrong when read.Form is { } form => Dialog(form.Title, await asked.CardAsync(read, form, TeamsSurface.Dialog, wrong, cancellationToken)),
        Wrong wrong => Dialog(string.Join(' ', wrong.Fields.Values)),
        Whisper whisper => Dialog(whisper.Card.Title, writer.Dialog(whisper.Card, await pictures.OfAsync(read.Incoming.Place.Tenant, whisper.Card, cancellationToken), seal.Of(read.Incoming.Place, read.Incoming.By.Id))),
        _ when read.Opening == TeamsOpening.Dialog => Dialog("Done. The card shows it."),
        _ => [],
    };

    /// <summary>A line of words stays for seconds and has no buttons; a dialog takes any card.</summary>
    private static bool Carries(ForInbox read, Whisper whisper) =>
        read.Opening != TeamsOpening.Card || (whisper.Card.Blocks.All(block => block is Prose or Aside) && Toast(whisper.Card).Length <= TeamsLimits.Toast);

    private static string Toast(Card card) => TeamsTyped.WithoutControls(CardText.Of(card));

    /// <summary>A form that stood in the conversation is done with: nobody is to fill it again.</summary>
    private void CloseForm(ForInbox read, Answer answer)
    {
        if (read is not { Incoming: Filled, IsFormMessage: true, Card: { } message } || read.Opening is TeamsOpening.DialogButton || !answer.IsTaken || answer.Replies.Any(reply => reply is Ask or Wrong)) return;
        later.Replace(read, message, new TeamsMessage($"Filled in by {read.Incoming.By.Name}", Done(read)));
    }

    private static TeamsCard Done(ForInbox read)
    {
        var title = read.Form?.Title ?? "Form";
        return new TeamsCard([.. TeamsText.Lines($"{title:strong} · filled in by {read.Incoming.By}")]) { FallbackText = $"{title}: filled in." };
    }

    private static Press? PressOf(ForInbox read) => (read.Incoming as Pressed)?.Press ?? (read.Incoming as Filled)?.Press;

    private static byte[] Card(TeamsCard card) => JsonSerializer.SerializeToUtf8Bytes(new CardAnswer(card), TeamsJson.Wire.CardAnswer);

    private static byte[] Words(string text) => JsonSerializer.SerializeToUtf8Bytes(new WordsAnswer(text), TeamsJson.Wire.WordsAnswer);

    private static byte[] Dialog(string title, TeamsCard card) => JsonSerializer.SerializeToUtf8Bytes(DialogAnswer.Of(TeamsFormWriter.Title(title), card), TeamsJson.Wire.DialogAnswer);

    private static byte[] Dialog(string words) => JsonSerializer.SerializeToUtf8Bytes(new DialogWords(new WordsTask(words)), TeamsJson.Wire.DialogWords);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A turn on {Incoming} takes longer than Teams waits; its answer follows.")]
        public static partial void Late(ILogger logger, string incoming);
    }
}
