using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Web.LocalChat;

/// <summary>What became of something a person did in the local chat.</summary>
public abstract record Outcome;

/// <summary>It is stored. The form, if any, is put to the person; wrong fields are marked on the one they filled.</summary>
public sealed record Taken(Form? Form, ImmutableDictionary<string, string> Wrong) : Outcome
{
    /// <summary>Where a private note came with it, so that it can be shown; null when none did.</summary>
    public Place? NoteAt { get; init; }
}

/// <summary>It was not done; the sentence says why, and what they typed stays with them.</summary>
public sealed record NotTaken(string Sentence) : Outcome;

/// <summary>Who speaks, and the IANA id of the zone of their browser; null while that is not known.</summary>
public sealed record Speaker(Person Person, string? Zone);

/// <summary>The line's id is too old to begin a line now: send it again under a new one.</summary>
public sealed record Stale : Outcome;

/// <summary>
/// What people do in the local chat, brought to the inbox. A line is stored before it is passed on, under an id that the
/// browser made, so sending it again after a broken connection is the same line and the same delivery.
/// </summary>
public sealed class LocalTalk(IRoomBook book, IInbox inbox, LocalFeed feed, Commands commands, TimeProvider clock)
{
    private const OpenDoor Open = OpenDoor.Form | OpenDoor.Whisper;

    /// <summary>A person sends a line: a command, an answer in a thread, or talk.</summary>
    public async Task<Outcome> SayAsync(Speaker by, Place place, string? id, string? typed, CancellationToken cancellationToken)
    {
        if (!LineIds.IsShaped(id)) return new NotTaken("This line came without a proper id. Reload the page and send it again; your text is kept.");
        var text = LocalText.Clean(typed);
        if (Fault(text) is { } fault) return new NotTaken(fault);
        return commands.Read(text) switch
        {
            Slash slash => await TakeAsync(new Said(slash.Word, slash.Rest) { Delivery = "local:say:" + id, Place = place, By = by.Person, Zone = by.Zone, At = Now, Door = Open }, cancellationToken),
            UnknownSlash unknown => new NotTaken(unknown.Sentence),
            var other => await StoreAndPassOnAsync(by, new RoomLine(id!, place, LineIds.At(id!), by.Person, text), other as Mention, cancellationToken),
        };
    }

    /// <summary>A person changes a line of theirs.</summary>
    public async Task<Outcome> EditAsync(Speaker by, Place place, string id, string? typed, string delivery, CancellationToken cancellationToken)
    {
        var text = LocalText.Clean(typed);
        if (Fault(text) is { } fault) return new NotTaken(fault);
        if (await OwnAsync(by.Person, place, id, cancellationToken) is not { } line) return NotYours;
        if (line.Text != text) await PutAsync(line with { Text = text, EditedAt = Now }, cancellationToken);
        return await TakeAsync(new Edited(text, id) { Delivery = "local:edit:" + delivery, Place = line.Place, By = by.Person, Zone = by.Zone, At = Now, Door = OpenDoor.Whisper }, cancellationToken);
    }

    /// <summary>A person takes a line of theirs back. Its place in the order stays.</summary>
    public async Task<Outcome> RemoveAsync(Speaker by, Place place, string id, CancellationToken cancellationToken)
    {
        if (await OwnAsync(by.Person, place, id, cancellationToken) is not { } line) return NotYours;
        await PutAsync(line with { Text = "", IsRemoved = true, EditedAt = Now }, cancellationToken);
        return await TakeAsync(new Removed(id) { Delivery = "local:remove:" + id, Place = line.Place, By = by.Person, Zone = by.Zone, At = Now, Door = OpenDoor.Whisper }, cancellationToken);
    }

    /// <summary>The person a private note was for has read it and puts it away.</summary>
    public async Task DismissAsync(Person by, Place place, string id, CancellationToken cancellationToken)
    {
        if (await book.LineAsync(place.Root, id, cancellationToken) is { OnlyTo: { } to } note && to.Is(by))
            await PutAsync(note with { IsRemoved = true, Card = null, Text = "" }, cancellationToken);
    }

    /// <summary>A button, or a shortcut on a message.</summary>
    public Task<Outcome> PressAsync(Speaker by, Place place, Press press, string? about, string delivery, CancellationToken cancellationToken) =>
        TakeAsync(new Pressed(press, about) { Delivery = "local:press:" + delivery, Place = place, By = by.Person, Zone = by.Zone, At = Now, Door = Open }, cancellationToken);

    /// <summary>A form came back.</summary>
    public Task<Outcome> FillAsync(Speaker by, Place place, Press press, FormValues values, string delivery, CancellationToken cancellationToken) =>
        TakeAsync(new Filled(press, values) { Delivery = "local:fill:" + delivery, Place = place, By = by.Person, Zone = by.Zone, At = Now, Door = Open | OpenDoor.FieldErrors }, cancellationToken);

    private static NotTaken NotYours { get; } = new("Only the person who wrote a message can change it, and only while it stands. Write a new one instead.");

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    private static string? Fault(string text) => text.Length switch
    {
        0 => "There is nothing to send yet. Type a message first.",
        > LocalText.LongestLine => $"A message has at most {LocalText.LongestLine:N0} characters; this one has {text.Length:N0}. It is kept here: shorten it or send it in parts.",
        _ => null,
    };

    private async Task<Outcome> StoreAndPassOnAsync(Speaker by, RoomLine line, Mention? mention, CancellationToken cancellationToken)
    {
        if (await book.LineAsync(line.Place.Root, line.Id, cancellationToken) is { } known)
        {
            if (!by.Person.Is(known.By)) return new Stale();
        }
        else
        {
            if (!LineIds.IsFresh(line.Id, Now)) return new Stale();
            await PutAsync(line, cancellationToken);
        }

        // A browser's clock may be ahead of ours; an answer must not stand above what it answers.
        var at = Instant.Max(Now, line.At);
        var delivery = "local:say:" + line.Id;
        if (mention is not null)
            return await TakeAsync(new Said(mention.Word, mention.Rest, line.Id) { Delivery = delivery, Place = line.Place, By = by.Person, Zone = by.Zone, At = at, Door = Open }, cancellationToken);
        return line.Place.Thread is null
            ? Quiet
            : await TakeAsync(new Heard(line.Text, line.Id) { Delivery = delivery, Place = line.Place, By = by.Person, Zone = by.Zone, At = at, Door = OpenDoor.Whisper }, cancellationToken);
    }

    private static Taken Quiet { get; } = new(null, ImmutableDictionary<string, string>.Empty);

    private async Task<Outcome> TakeAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        var answer = await inbox.TakeAsync(incoming, cancellationToken);
        var notes = answer.Replies.OfType<Whisper>().ToImmutableArray();
        if (!answer.IsTaken) return new NotTaken(string.Join(' ', notes.Select(note => CardText.Of(note.Card))));
        for (var number = 0; number < notes.Length; number++)
            await PutAsync(NoteOf(notes[number], $"{incoming.Delivery}#{number}", incoming.At), cancellationToken);
        return new Taken(
            answer.Replies.OfType<Ask>().LastOrDefault()?.Form,
            answer.Replies.OfType<Wrong>().LastOrDefault()?.Fields ?? ImmutableDictionary<string, string>.Empty)
        {
            NoteAt = notes.LastOrDefault()?.Place,
        };
    }

    private static RoomLine NoteOf(Whisper whisper, string key, Instant at) =>
        new(LineIds.OfAnswer(key, at), whisper.Place, at, null, "") { Card = whisper.Card, OnlyTo = whisper.To };

    private async Task<RoomLine?> OwnAsync(Person by, Place place, string id, CancellationToken cancellationToken) =>
        LineIds.IsShaped(id) && await book.LineAsync(place.Root, id, cancellationToken) is { IsRemoved: false } line && by.Is(line.By) ? line : null;

    private async Task PutAsync(RoomLine line, CancellationToken cancellationToken)
    {
        await book.PutAsync(line, cancellationToken);
        feed.Announce(line.Place.Tenant, new LineChanged(line));
    }
}
