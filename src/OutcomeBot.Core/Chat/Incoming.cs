using NodaTime;

namespace OutcomeBot.Core.Chat;

/// <summary>Something arrived: checked by its door, translated, and the only thing a practice ever hears.</summary>
public abstract record Incoming
{
    /// <summary>The same for every repeat of the same delivery, and different for everything else in the tenant.</summary>
    public required string Delivery { get; init; }

    /// <summary>Where it was said or pressed.</summary>
    public required Place Place { get; init; }

    /// <summary>Who did it.</summary>
    public required Person By { get; init; }

    /// <summary>When it arrived.</summary>
    public required Instant At { get; init; }

    /// <summary>The IANA zone of the person's clock, where their door knows it.</summary>
    public string? Zone { get; init; }

    /// <summary>Whether the person is no more than a guest in the tenant, as far as their door knows: guests take part, and are given no key to the whole.</summary>
    public bool IsGuest { get; init; }

    /// <summary>What the door can still do while it is open: the rest goes out by the outbox.</summary>
    public OpenDoor Door { get; init; }

    /// <summary>A short-lived way to tell this person something outside the channel; only its own door reads it.</summary>
    public string? ReturnAddress { get; init; }
}

/// <summary>What can be answered in the same breath.</summary>
[Flags]
public enum OpenDoor
{
    None = 0,
    Form = 1,
    Whisper = 2,
    FieldErrors = 4,
}

/// <summary>A command: its first word (lower case, may be empty) and the rest as typed. <paramref name="Message"/> is the message it stood in, if any.</summary>
public sealed record Said(string Word, string Text, string? Message = null) : Incoming;

/// <summary>A plain line typed in a thread; most are nobody's business here.</summary>
public sealed record Heard(string Text, string Message) : Incoming;

/// <summary>A person changed a message of theirs.</summary>
public sealed record Edited(string Text, string Message) : Incoming;

/// <summary>A person deleted a message of theirs.</summary>
public sealed record Removed(string Message) : Incoming;

/// <summary>A button or shortcut; <paramref name="About"/> is the text of the message a shortcut was used on.</summary>
public sealed record Pressed(Press Press, string? About = null) : Incoming;

/// <summary>A form came back.</summary>
public sealed record Filled(Press Press, FormValues Values) : Incoming;

/// <summary>A stored reminder has come due.</summary>
public sealed record Due(Press Press) : Incoming;

/// <summary>Another practice hands something over, and keeps the link.</summary>
public sealed record HandedOver(string To, string Text, string FromPractice, string FromId) : Incoming;

/// <summary>A person opened the bot's home page.</summary>
public sealed record HomeOpened : Incoming;

/// <summary>A person's account in the tenant was switched off, when <see cref="Incoming.At"/> says: nothing reaches them until they are back.</summary>
public sealed record Departed : Incoming;

/// <summary>A person's account in the tenant is in use, perhaps again.</summary>
public sealed record Returned : Incoming;

/// <summary>The bot was added to a channel.</summary>
public sealed record Invited : Incoming;
