using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Slack;

/// <summary>Notes that only one person sees, by whichever way is open to them.</summary>
internal sealed class SlackNotes(SlackClient client, SlackChannels channels)
{
    /// <summary>
    /// Beside the conversation it belongs to. Where the bot is not in the channel, Slack lets it answer for half an hour by
    /// the address that came with the command or button.
    /// </summary>
    public async Task<Sending> WhisperAsync(Place place, Person to, Card card, string? returnAddress, CancellationToken cancellationToken)
    {
        if (SlackIds.IsUser(place.Channel)) return await DirectAsync(place.Tenant, to, card, cancellationToken);
        var (channel, closed) = await channels.OfAsync(place, cancellationToken);
        if (channel is null) return await ReturnAsync(returnAddress, place.Thread, card, cancellationToken) ? new Done() : closed;
        Sending sent = new Done();
        foreach (var message in SlackWriter.Messages(card))
        {
            var call = new EphemeralCall(channel, to.Id, place.Thread, message.Text, message.Blocks);
            sent = await EphemeralAsync(place, call, message, returnAddress, cancellationToken);
            if (sent is not Done) return sent;
        }
        return sent;
    }

    /// <summary>By the address that came along; false when Slack does not take it there.</summary>
    public async Task<bool> ReturnAsync(string? returnAddress, string? thread, Card card, CancellationToken cancellationToken)
    {
        if (returnAddress is null) return false;
        foreach (var message in SlackWriter.Messages(card))
            if (!(await client.ReturnAsync(returnAddress, new ReturnCall(thread, message.Text, message.Blocks), cancellationToken)).IsFine)
                return false;
        return true;
    }

    /// <summary>In the conversation that the bot has with this person alone.</summary>
    public async Task<Sending> DirectAsync(Tenant tenant, Person to, Card card, CancellationToken cancellationToken)
    {
        var (channel, refusal) = await channels.OpenAsync(tenant, to.Id, cancellationToken);
        if (channel is null) return refusal;
        foreach (var message in SlackWriter.Messages(card))
        {
            var result = await client.CallAsync(tenant, "chat.postMessage", new PostCall(channel, null, message.Text, message.Blocks, null), SlackJson.Wire.PostCall, cancellationToken);
            if (!result.IsFine) return SlackErrors.Sending(result, "chat.postMessage");
        }
        return new Done();
    }

    private async Task<Sending> EphemeralAsync(Place place, EphemeralCall call, SlackMessage message, string? returnAddress, CancellationToken cancellationToken)
    {
        var result = await client.CallAsync(place.Tenant, "chat.postEphemeral", call, SlackJson.Wire.EphemeralCall, cancellationToken);
        if (result.IsFine) return new Done();
        var refused = await channels.RefusedAsync(place, result, "chat.postEphemeral", cancellationToken);
        if (refused is not Never || returnAddress is null) return refused;
        var returned = await client.ReturnAsync(returnAddress, new ReturnCall(call.ThreadTs, message.Text, message.Blocks), cancellationToken);
        return returned.IsFine ? new Done() : refused;
    }
}
