using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace OutcomeBot.Slack;

/// <summary>chat.postMessage. Nothing is unfurled and no word is taken for markup in the notification text.</summary>
internal sealed record PostCall(string Channel, string? ThreadTs, string Text, ImmutableArray<SlackBlock> Blocks, MessageMark? Metadata)
{
    public bool UnfurlLinks { get; }

    public bool UnfurlMedia { get; }

    public bool Mrkdwn { get; }
}

/// <summary>A mark that people don't see, by which the bot knows its own message again after a crash.</summary>
internal sealed record MessageMark(MarkedParcel EventPayload)
{
    public const string Event = "outcomebot";

    public string EventType { get; } = Event;
}

/// <summary>Which parcel, and which of its messages.</summary>
internal sealed record MarkedParcel(string Parcel, int Part);

/// <summary>chat.update.</summary>
internal sealed record UpdateCall(string Channel, string Ts, string Text, ImmutableArray<SlackBlock> Blocks);

/// <summary>chat.postEphemeral.</summary>
internal sealed record EphemeralCall(string Channel, string User, string? ThreadTs, string Text, ImmutableArray<SlackBlock> Blocks);

/// <summary>A post to a response_url: for one person, beside the message it came from and not in its place.</summary>
internal sealed record ReturnCall(string? ThreadTs, string Text, ImmutableArray<SlackBlock> Blocks)
{
    public string ResponseType { get; } = "ephemeral";

    public bool ReplaceOriginal { get; }
}

/// <summary>chat.unfurl: what stands under each link, in the message that the one or the other pair names.</summary>
internal sealed record UnfurlCall(ImmutableDictionary<string, UnfurlBlocks> Unfurls)
{
    public string? Channel { get; init; }

    public string? Ts { get; init; }

    public string? UnfurlId { get; init; }

    public string? Source { get; init; }
}

internal sealed record UnfurlBlocks(ImmutableArray<SlackBlock> Blocks);

/// <summary>views.open.</summary>
internal sealed record OpenViewCall(string TriggerId, SlackView View);

/// <summary>A modal that is open, as it shall be shown from now on; the hash keeps an older update from covering a newer one.</summary>
internal sealed record UpdateViewCall(string ViewId, string? Hash, JsonObject View);

/// <summary>views.publish.</summary>
internal sealed record PublishCall(string UserId, SlackView View);

/// <summary>conversations.open.</summary>
internal sealed record OpenConversationCall(string Users);

/// <summary>files.completeUploadExternal.</summary>
internal sealed record CompleteUploadCall(ImmutableArray<UploadedFile> Files, string ChannelId, string? ThreadTs, string? InitialComment);

internal sealed record UploadedFile(string Id, string Title);

/// <summary>What a slash command is answered with.</summary>
internal sealed record CommandReply(string Text, ImmutableArray<SlackBlock> Blocks)
{
    public string ResponseType { get; } = "ephemeral";
}

/// <summary>What a filled form is answered with: errors by block, or the next view.</summary>
internal sealed record ViewReply(string ResponseAction)
{
    public ImmutableDictionary<string, string>? Errors { get; init; }

    public SlackView? View { get; init; }
}

/// <summary>Where a form was asked, as it travels in the form itself.</summary>
internal sealed record MetadataPlace(string Tenant, string Channel, string? Thread);
