using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Runtime.Outgoing;

/// <summary>How a step ended: whether the parcel is done with, and how long its lane rests.</summary>
internal readonly record struct Step(bool IsFinished, TimeSpan Wait);

/// <summary>Carries one parcel one step: draws it, hands it to its platform, and writes down what became of it.</summary>
internal sealed partial class Courier(
    IJournal journal,
    PracticeBook practices,
    IEnumerable<IPlatform> platforms,
    IServiceProvider services,
    Pace pace,
    RuntimeMeter meter,
    TimeProvider time,
    ILogger<Courier> logger) : IDisposable
{
    /// <summary>Nobody wants yesterday's card as news: after this long it is given up, and said so.</summary>
    private static readonly Duration s_patience = Duration.FromHours(24);

    /// <summary>A private note is about the moment.</summary>
    private static readonly Duration s_whisperPatience = Duration.FromHours(1);

    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(15);

    private const string Unheard = "In this thread I'm told only what names me: press a button, or begin your answer with @OutcomeBot.";

    private readonly Dictionary<string, IPlatform> _platforms = platforms.ToDictionary(platform => platform.Door, StringComparer.Ordinal);
    private readonly SemaphoreSlim _hands = new(32);

    public async Task<Step> CarryAsync(Errand errand, CancellationToken cancellationToken)
    {
        var parcel = errand.Parcel;
        if (parcel.Reply is HandOver handOver) return await HandOverAsync(errand, handOver, cancellationToken);
        if (!_platforms.TryGetValue(parcel.Place.Tenant.Door, out var platform))
            return await GiveUpAsync(errand, null, $"There is no {parcel.Place.Tenant.Door} door any more. Switch it on in the settings, then press Try again.", cancellationToken);

        await _hands.WaitAsync(cancellationToken);
        try
        {
            return await SendAsync(errand, platform, cancellationToken);
        }
        finally
        {
            _hands.Release();
        }
    }

    private async Task<Step> SendAsync(Errand errand, IPlatform platform, CancellationToken cancellationToken)
    {
        errand.BeginDrawing();
        var letter = await LetterAsync(errand, platform, cancellationToken);
        if (letter is null) return await FinishAsync(errand, new Done(), TimeSpan.Zero, cancellationToken);
        var kind = letter.Parcel.Reply.GetType().Name;
        var wait = pace.Take(letter.Place.Tenant, kind, platform.LimitOf(letter));
        if (wait > TimeSpan.Zero) return new Step(IsFinished: false, wait);
        if (IsNew(letter) && errand.IsKept && !errand.MayHaveArrived)
            await journal.MarkAsync(new Attempted(letter.Parcel.Subject, letter.Parcel.Id, Now), cancellationToken);

        errand.Attempts++;
        var sending = await TryAsync(platform, letter, errand.Attempts, cancellationToken);
        meter.Sent(platform.Door, kind, sending.GetType().Name);
        return sending switch
        {
            Done done => await FinishAsync(errand, done, platform.ChannelPace, cancellationToken),
            Later later => await WaitAsync(errand, letter, later, kind, cancellationToken),
            Never { Departed: { } gone } never => await DepartedAsync(errand, letter, never, gone, cancellationToken),
            Never never => await GiveUpAsync(errand, letter, never.Sentence, cancellationToken),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async ValueTask<Letter?> LetterAsync(Errand errand, IPlatform platform, CancellationToken cancellationToken)
    {
        var parcel = errand.Parcel;
        var page = await journal.OpenAsync(parcel.Subject, cancellationToken);
        if (parcel.Reply is not Show)
            return new Letter(parcel, null, null, InThread(parcel, page), errand.MayHaveArrived);
        return page is null || practices.Of(page.Subject.Practice) is not { } practice
            ? null
            : new Letter(parcel, Drawn(practice, page, platform), page.Message, page.Place, errand.MayHaveArrived && page.Message is null);
    }

    /// <summary>The card, and where answers are typed into its thread but not heard there, what to do instead.</summary>
    private static Card Drawn(IPractice practice, Page page, IPlatform platform)
    {
        var card = practice.Draw(page);
        return platform.HearsThreads || !practice.Hears(page) ? card : card with { Blocks = card.Blocks.Add(new Aside(Unheard)) };
    }

    /// <summary>A message that was meant for the card's thread before the thread existed goes there now.</summary>
    private static Place InThread(Parcel parcel, Page? page) =>
        parcel.Reply is Post { IsForChannel: false } or Attach && parcel.Place.Thread is null && page?.Place.Root == parcel.Place ? page.Place : parcel.Place;

    private async Task<Sending> TryAsync(IPlatform platform, Letter letter, int attempt, CancellationToken cancellationToken)
    {
        try
        {
            return await platform.SendAsync(letter, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // One parcel's bug must not stop the others.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.SendingFailed(logger, exception, letter.Parcel.Reply.GetType().Name, letter.Place.Tenant, attempt);
            return attempt >= 10
                ? new Never("It could not be sent, ten times over. Whoever runs OutcomeBot here finds the reason in its log.")
                : new Later(TimeSpan.FromSeconds(Math.Pow(2, attempt)), Reach.Channel, "unexpected");
        }
    }

    private async Task<Step> FinishAsync(Errand errand, Done done, TimeSpan rest, CancellationToken cancellationToken)
    {
        // The card's message and thread are written down before the update may end: what follows needs to find them.
        if (errand.Parcel.Reply is Show && !await errand.TryFinishAsync())
        {
            if (done.Message is not null)
                await journal.MarkAsync(new Placed(errand.Parcel.Subject, errand.Parcel.Id, Now, done.Message, done.Thread), cancellationToken);
            errand.MayHaveArrived = false;
            return new Step(IsFinished: false, rest);
        }

        if (errand.IsKept || done.Message is not null)
            await journal.MarkAsync(new Arrived(errand.Parcel.Subject, errand.Parcel.Id, Now, done.Message, done.Thread), cancellationToken);
        return new Step(IsFinished: true, rest);
    }

    private async Task<Step> WaitAsync(Errand errand, Letter letter, Later later, string kind, CancellationToken cancellationToken)
    {
        var patience = errand.Parcel.Reply is Whisper ? s_whisperPatience : s_patience;
        if (Now - errand.Parcel.At > patience)
            return await GiveUpAsync(errand, letter, "It could not be sent for a day, so I stopped trying. Press Try again when the platform is back.", cancellationToken);
        var wait = later.Wait > s_longestWait ? s_longestWait : later.Wait;
        if (later.Reach == Reach.Tenant) pace.Hold(letter.Place.Tenant, "", wait);
        if (later.Reach == Reach.Kind) pace.Hold(letter.Place.Tenant, kind, wait);
        errand.MayHaveArrived = IsNew(letter);
        Log.Waiting(logger, kind, letter.Place.Tenant, later.Reason, wait);
        return new Step(IsFinished: false, wait);
    }

    private async Task<Step> GiveUpAsync(Errand errand, Letter? letter, string sentence, CancellationToken cancellationToken)
    {
        while (errand.Parcel.Reply is Show && !await errand.TryFinishAsync()) errand.BeginDrawing();
        await journal.MarkAsync(new GivenUp(errand.Parcel.Subject, errand.Parcel.Id, Now, sentence), cancellationToken);
        if (letter is not null && letter.Parcel.Reply is not Whisper)
            await _platforms[letter.Place.Tenant.Door].TellAsync(letter, Undelivered(errand.Parcel, sentence), cancellationToken);
        return new Step(IsFinished: true, TimeSpan.Zero);
    }

    /// <summary>What the platform refuses for a person who has left is learned before the letter is done with: nobody else may tell.</summary>
    private async Task<Step> DepartedAsync(Errand errand, Letter letter, Never never, string gone, CancellationToken cancellationToken)
    {
        var departed = new Departed { Delivery = $"gone {letter.Parcel.Id}", Place = new Place(letter.Place.Tenant, gone), By = new Person(gone, gone), At = Now };
        await services.GetRequiredService<IInbox>().TakeAsync(departed, cancellationToken);
        return await GiveUpAsync(errand, letter, never.Sentence, cancellationToken);
    }

    private async Task<Step> HandOverAsync(Errand errand, HandOver handOver, CancellationToken cancellationToken)
    {
        var parcel = errand.Parcel;
        await services.GetRequiredService<IInbox>().TakeAsync(
            new HandedOver(handOver.To, handOver.Text, parcel.Subject.Practice, parcel.Subject.Id)
            {
                Delivery = parcel.Id,
                Place = parcel.Place,
                By = parcel.For,
                At = Now,
            },
            cancellationToken);
        return await FinishAsync(errand, new Done(), TimeSpan.Zero, cancellationToken);
    }

    public void Dispose() => _hands.Dispose();

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private static bool IsNew(Letter letter) => letter.Parcel.Reply is not Show || letter.Message is null;

    private static Card Undelivered(Parcel parcel, string sentence) => new(
        "A message could not be delivered",
        new Prose(sentence),
        new Buttons(new Button("Try again", new Press(PracticeBook.DeskWord, null, "retry", parcel.Id), ButtonKind.Primary)));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Sending {Kind} to {Tenant} failed, attempt {Attempt}.")]
        public static partial void SendingFailed(ILogger logger, Exception exception, string kind, Tenant tenant, int attempt);

        [LoggerMessage(2, LogLevel.Information, "{Kind} to {Tenant} waits {Wait}: {Reason}.")]
        public static partial void Waiting(ILogger logger, string kind, Tenant tenant, string reason, TimeSpan wait);
    }
}
