using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>Something to post: the key under which it is still the same when it is tried again, where it belongs, and what it is, for the log.</summary>
/// <param name="MayHaveArrived">An earlier process may have sent it.</param>
internal sealed record TeamsPosting(string Key, Place Place, string Kind, bool MayHaveArrived)
{
    public static TeamsPosting Of(Letter letter) => new($"{letter.Parcel.Place.Tenant}/{letter.Parcel.Id}", letter.Place, letter.Parcel.Reply.GetType().Name, letter.MayHaveArrived);
}

/// <summary>
/// New messages. Teams gives a bot no way to look for what it said and no key by which it would know a repeat, so a message
/// whose fate is unknown is tried once more and no further: at most twice, and the log says so.
/// </summary>
internal sealed partial class TeamsPosts(TeamsClient client, TeamsRoutes routes, TeamsTargets targets, TimeProvider time, ILogger<TeamsPosts> logger)
{
    /// <summary>What is under way; whatever its sender gave up is forgotten with the rest.</summary>
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, UnderWay> _underWay = new();

    /// <summary>Posts what is still missing of these messages, the second and later ones in the thread of the first.</summary>
    public async Task<Sending> SendAsync(TeamsPosting posting, TeamsRoute route, IReadOnlyList<TeamsMessage> messages, TimeSpan pace, CancellationToken cancellationToken)
    {
        if (_underWay.Count >= Most) _underWay.Clear();
        var way = _underWay.GetOrAdd(posting.Key, _ => new UnderWay { Unknown = posting.MayHaveArrived ? 1 : 0 });
        while (way.Sent.Count < messages.Count)
        {
            if (way.HasPosted) await Task.Delay(pace, time, cancellationToken);
            var refusal = await PostAsync(posting, route, messages[way.Sent.Count], way, cancellationToken);
            if (refusal is Never) _underWay.TryRemove(posting.Key, out _);
            if (refusal is not null) return refusal;
        }

        _underWay.TryRemove(posting.Key, out _);
        return new Done(way.Sent[0], route.ThreadOf(way.Sent[0], posting.Place.Thread));
    }

    private async Task<Sending?> PostAsync(TeamsPosting posting, TeamsRoute route, TeamsMessage message, UnderWay way, CancellationToken cancellationToken)
    {
        // To a targeted message nobody can reply.
        var conversation = way.Sent is [var first, ..] && route is { Scope: TeamsScope.Channel, OnlyTo: null } && posting.Place.Thread is null ? TeamsActivity.InThread(route.Conversation, first) : route.Conversation;
        var result = await client.PostAsync(route.ServiceUrl, conversation, ActivityCall.Of(message, route.OnlyTo), cancellationToken);
        if (result.IsFine)
        {
            way.Sent.Add(result.Id ?? "");
            (way.Unknown, way.HasPosted) = (0, true);
            return null;
        }

        if (route.OnlyTo is not null && TeamsErrors.RefusesTargeted(result)) return targets.Refused(posting.Place, result);
        if (result.Outcome != TeamsOutcome.Unknown) return await routes.RefusedAsync(posting.Place, result, cancellationToken);
        Log.Unknown(logger, posting.Kind, posting.Place.Tenant, result.Code);
        return ++way.Unknown >= 2 ? TeamsErrors.Unsure : TeamsErrors.Sending(result);
    }

    private sealed class UnderWay
    {
        public List<string> Sent { get; } = [];

        /// <summary>How often the next part was sent with nobody knowing whether it arrived.</summary>
        public int Unknown { get; set; }

        public bool HasPosted { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Whether a {Kind} to {Tenant} arrived is unknown: {Code}. It is sent once more at most.")]
        public static partial void Unknown(ILogger logger, string kind, Tenant tenant, string code);
    }
}
