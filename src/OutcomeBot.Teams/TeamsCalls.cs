using System.Collections.Immutable;

namespace OutcomeBot.Teams;

/// <summary>A message to a conversation, or what takes the place of one.</summary>
internal sealed record ActivityCall(ImmutableArray<CardAttachment> Attachments, string Summary)
{
    public string Type { get; } = "message";

    /// <summary>Who alone sees it; null when everybody in the conversation does.</summary>
    public RecipientCall? Recipient { get; init; }

    public static ActivityCall Of(TeamsMessage message, RecipientCall? onlyTo = null) => new([new CardAttachment(message.Card)], message.Summary) { Recipient = onlyTo };
}

/// <summary>Whom a targeted message is for (microsoft/teams.net#303; the shape of Recipient in msteams-docs, targeted-messages.md).</summary>
internal sealed record RecipientCall(string Id, string Name)
{
    public bool IsTargeted { get; } = true;
}

internal sealed record CardAttachment(TeamsCard Content)
{
    public string ContentType { get; } = TeamsAnswerTypes.Card;
}

/// <summary>A conversation with one person alone; Teams gives the same one every time.</summary>
internal sealed record CreateCall(ImmutableArray<MemberCall> Members, string TenantId, MemberCall? Bot)
{
    public bool IsGroup { get; }

    public TenantData ChannelData { get; } = new(new TenantCall(TenantId));
}

internal sealed record MemberCall(string Id);

internal sealed record TenantData(TenantCall Tenant);

internal sealed record TenantCall(string Id);

/// <summary>The media types of cards, as an attachment and in answers; the stored page of the first has the second wrong.</summary>
internal static class TeamsAnswerTypes
{
    public const string Card = "application/vnd.microsoft.card.adaptive";
    public const string Words = "application/vnd.microsoft.activity.message";
    public const string Error = "application/vnd.microsoft.error";
}

/// <summary>The answer to a card's button: a card that takes its place for this person.</summary>
internal sealed record CardAnswer(TeamsCard Value)
{
    public int StatusCode { get; } = 200;

    public string Type { get; } = TeamsAnswerTypes.Card;
}

/// <summary>The answer to a card's button: a line of words.</summary>
internal sealed record WordsAnswer(string Value)
{
    public int StatusCode { get; } = 200;

    public string Type { get; } = TeamsAnswerTypes.Words;
}

/// <summary>The answer to a card's button that can't be read.</summary>
internal sealed record ErrorAnswer(ErrorValue Value)
{
    public int StatusCode { get; } = 400;

    public string Type { get; } = TeamsAnswerTypes.Error;
}

internal sealed record ErrorValue(string Code, string Message);

/// <summary>What a dialog shows next.</summary>
internal sealed record DialogAnswer(DialogTask Task)
{
    public static DialogAnswer Of(string title, TeamsCard card) => new(new DialogTask(new DialogValue(title, new CardAttachment(card))));
}

internal sealed record DialogTask(DialogValue Value)
{
    public string Type { get; } = "continue";
}

internal sealed record DialogValue(string Title, CardAttachment Card)
{
    public string Height { get; } = "medium";

    public string Width { get; } = "medium";
}

/// <summary>A line of words in place of a dialog.</summary>
internal sealed record DialogWords(WordsTask Task);

internal sealed record WordsTask(string Value)
{
    public string Type { get; } = "message";
}
