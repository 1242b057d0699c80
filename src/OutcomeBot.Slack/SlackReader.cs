using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace OutcomeBot.Slack;

/// <summary>
/// What Slack sends, as <see cref="Core.Chat.Incoming"/>. Anything in it may be missing or of another type. A body that is
/// no form throws <see cref="FormatException"/>, one that is no JSON <see cref="JsonException"/>.
/// </summary>
internal sealed class SlackReader(SlackPeople people, SlackInstallations installations, SlackIdentity identity, TimeProvider time)
{
    private readonly SlackEvents _events = new(people, installations, identity);
    private readonly SlackInteractions _interactions = new(people);

    /// <summary>A slash command: <c>/outcome why Why is it slow?</c></summary>
    public SlackRead Command(Memory<byte> body)
    {
        var form = new SlackFormData(body.Span);
        var command = new SlackCommand();
        while (form.TryNext(out var name, out var value)) command.Take(name, value);
        return command.Read(people, Now, body);
    }

    /// <summary>A slash command whose fields come as JSON, as they do over a socket.</summary>
    public SlackRead CommandInJson(ReadOnlyMemory<byte> json) => Parsed(json, root =>
    {
        var command = new SlackCommand();
        foreach (var field in ((JsonElement?)root).Members())
            if (((JsonElement?)field.Value).Text() is { } text)
                command.Take(Encoding.UTF8.GetBytes(field.Name), Encoding.UTF8.GetBytes(text));
        return command.Read(people, Now, json);
    });

    /// <summary>A button, shortcut or form, in the field of a form.</summary>
    public SlackRead Interaction(Memory<byte> body) => Payload(body) is { } payload
        ? InteractionInJson(payload)
        : new NotForUs("an interaction without payload");

    /// <summary>A button, shortcut or form that comes as JSON, as it does over a socket.</summary>
    public SlackRead InteractionInJson(ReadOnlyMemory<byte> json) => Parsed(json, root => _interactions.Read(root, Now, json));

    /// <summary>An event.</summary>
    public SlackRead Event(ReadOnlyMemory<byte> body) => Parsed(body, root => _events.Read(root, Now, body));

    /// <summary>Stands for a delivery that carries no key of its own: a repeat has the same bytes.</summary>
    public static string KeyOf(ReadOnlyMemory<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body.Span).AsSpan(0, 16));

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private static Memory<byte>? Payload(Memory<byte> body)
    {
        var form = new SlackFormData(body.Span);
        while (form.TryNext(out var name, out var value))
            if (name.SequenceEqual("payload"u8) && body.Span.Overlaps(value, out var offset))
                return body.Slice(offset, value.Length);
        return null;
    }

    private static SlackRead Parsed(ReadOnlyMemory<byte> json, Func<JsonElement, SlackRead> read)
    {
        using var document = JsonDocument.Parse(json);
        try
        {
            return read(document.RootElement);
        }
        catch (InvalidOperationException exception)
        {
            // Broken letters inside a text show only when it is read.
            throw new JsonException("A text in it is not Unicode.", exception);
        }
    }
}
