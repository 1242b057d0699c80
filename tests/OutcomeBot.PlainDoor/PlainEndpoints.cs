using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.PlainDoor;

/// <summary>What a caller sends: one of a command, a line in a thread, a press, or a press with the fields of its form.</summary>
internal sealed record PlainCall(string Delivery, string Who, string Name)
{
    public string? Command { get; init; }

    public string? Line { get; init; }

    public string? Thread { get; init; }

    public string? Press { get; init; }

    public string? Edited { get; init; }

    public string? Removed { get; init; }

    public bool Home { get; init; }

    public Dictionary<string, string[]>? Fields { get; init; }
}

/// <summary>What comes back at once: notes for the caller alone, a form, and what is wrong with one.</summary>
internal sealed record PlainAnswer(IReadOnlyList<string> Notes, PlainForm? Form, IReadOnlyDictionary<string, string> Wrong);

/// <summary>A form: where it goes, and its fields with what stands in them.</summary>
internal sealed record PlainForm(string Title, string Press, IReadOnlyDictionary<string, string[]> Fields);

/// <summary>A message as a caller reads it.</summary>
internal sealed record PlainSeen(string Id, string? Thread, string? OnlyTo, string Text, IReadOnlyDictionary<string, string> Buttons, int Pictures, IReadOnlyList<string> Files);

/// <summary>The two addresses of the door.</summary>
internal sealed class PlainEndpoints(string token, IInbox inbox, PlainBook book, IPainter painter, TimeProvider time)
{
    /// <summary>Everybody behind this door lives there.</summary>
    private const string Zone = "Europe/Vienna";

    public async Task<IResult> TakeAsync(string workspace, string channel, PlainCall call, HttpContext context)
    {
        if (!IsAdmitted(context.Request)) return Results.Unauthorized();
        var root = Root(workspace, channel);
        if (IncomingOf(call, call.Thread is { } thread ? root with { Thread = thread } : root) is not { } incoming)
            return Results.BadRequest("Send one of: command, line with its thread, press, press with fields, edited, removed.");
        var answer = await inbox.TakeAsync(incoming, CancellationToken.None);
        if (!answer.IsTaken) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        return Results.Ok(new PlainAnswer(
            [.. answer.Replies.OfType<Whisper>().Select(whisper => CardText.Of(whisper.Card))],
            answer.Replies.OfType<Ask>().LastOrDefault() is { } ask ? FormOf(ask.Form) : null,
            answer.Replies.OfType<Wrong>().LastOrDefault()?.Fields ?? ImmutableDictionary<string, string>.Empty));
    }

    public IResult Read(string workspace, string channel, HttpContext context) =>
        IsAdmitted(context.Request) ? Results.Ok(book.Of(Root(workspace, channel)).Select(SeenOf).ToArray()) : Results.Unauthorized();

    private bool IsAdmitted(HttpRequest request) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes("Bearer " + token));

    private static Place Root(string workspace, string channel) => new(new Tenant($"{PlainPlatform.DoorName}:{workspace}"), channel);

    private Incoming? IncomingOf(PlainCall call, Place place)
    {
        var (delivery, by, at) = (call.Delivery, new Person(call.Who, call.Name), Now);
        var (word, rest) = call.Command?.Split(' ', 2) is [var first, .. var more] ? (first.ToLowerInvariant(), string.Concat(more).Trim()) : ("", "");
        Incoming? incoming = call switch
        {
            { Home: true } => new HomeOpened { Delivery = delivery, Place = place, By = by, At = at },
            { Command: not null } => new Said(word, rest) { Delivery = delivery, Place = place, By = by, At = at },
            { Edited: { } message, Line: { } line } => new Edited(line, message) { Delivery = delivery, Place = place, By = by, At = at },
            { Removed: { } message } => new Removed(message) { Delivery = delivery, Place = place, By = by, At = at },
            { Line: { } line, Thread: not null } => new Heard(line, delivery) { Delivery = delivery, Place = place, By = by, At = at },
            { Fields: { } fields } when Press.TryParse(call.Press, out var press) => new Filled(press, ValuesOf(fields)) { Delivery = delivery, Place = place, By = by, At = at, Door = OpenDoor.FieldErrors },
            _ when Press.TryParse(call.Press, out var press) => new Pressed(press) { Delivery = delivery, Place = place, By = by, At = at },
            _ => null,
        };
        return incoming is null ? null : incoming with { Zone = Zone, Door = incoming.Door | OpenDoor.Whisper | OpenDoor.Form };
    }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>A person in a field is written id=name.</summary>
    private static FormValues ValuesOf(Dictionary<string, string[]> fields)
    {
        var people = fields.Values.SelectMany(texts => texts).Where(text => text.StartsWith('@')).Select(text => text[1..].Split('=')).Select(pair => new Person(pair[0], pair[1]));
        return new(fields.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.Select(text => text.StartsWith('@') ? text[1..].Split('=')[0] : text).ToImmutableArray()), [.. people.DistinctBy(person => person.Id)]);
    }

    private static PlainForm FormOf(Form form) => new(form.Title, form.Press.ToString(), form.Fields.ToDictionary(field => field.Name, Standing));

    private static string[] Standing(Field field) => field switch
    {
        TextField text => [text.Value],
        ChoiceField { Chosen: { } chosen } => [chosen],
        SeveralField several => [.. several.Chosen],
        DateField { Value: { } date } => [NodaTime.Text.LocalDatePattern.Iso.Format(date)],
        PersonField { Value: { } person } => [$"@{person.Id}={person.Name}"],
        _ => [],
    };

    private PlainSeen SeenOf(PlainMessage message)
    {
        var blocks = message.Card?.Blocks ?? [];
        return new(
            message.Id,
            message.Place.Thread,
            message.OnlyTo?.Id,
            message.Card is { } card ? CardText.Of(card) : "",
            blocks.OfType<Buttons>().SelectMany(buttons => buttons.Items).DistinctBy(button => button.Label).ToDictionary(button => button.Label, button => button.Press.ToString()),
            blocks.OfType<Drawn>().Sum(drawn => painter.Png(drawn).Count),
            [.. message.Files.Select(file => file.Text)]);
    }
}
