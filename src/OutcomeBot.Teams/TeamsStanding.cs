using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>Where the bot is and where it is no more: it says hello once where it comes, and sends nothing where it was removed.</summary>
internal sealed class TeamsStanding(TeamsAddresses addresses, IInbox inbox)
{
    /// <summary>Does what a change asks for.</summary>
    public Task FollowAsync(TeamsActivity activity, TeamsChange change, CancellationToken cancellationToken) => change switch
    {
        TeamsChange.Added => GreetAsync(activity, cancellationToken),
        TeamsChange.Upgraded => HereAsync(activity, closed: null, cancellationToken),
        TeamsChange.Removed => HereAsync(activity, TeamsClosed.Removed, cancellationToken),
        TeamsChange.TeamDeleted => TeamAsync(activity, team => team with { Closed = TeamsClosed.Deleted }, cancellationToken),
        TeamsChange.TeamArchived => TeamAsync(activity, team => team with { Closed = TeamsClosed.Archived }, cancellationToken),
        TeamsChange.TeamBack => TeamAsync(activity, team => team with { Closed = null }, cancellationToken),
        TeamsChange.TeamRenamed => TeamAsync(activity, team => team with { TeamTitle = activity.Node.At("channelData").At("team").Text("name") is { Length: > 0 } name ? TeamsPeople.Tidy(name) : team.TeamTitle }, cancellationToken),
        TeamsChange.ChannelDeleted => ChannelAsync(activity, channel => channel with { Closed = TeamsClosed.Deleted }, cancellationToken),
        TeamsChange.ChannelBack => ChannelAsync(activity, channel => channel with { Closed = null }, cancellationToken),
        TeamsChange.ChannelRenamed => ChannelAsync(activity, channel => channel with { Title = activity.Node.At("channelData").At("channel").Text("name") is { Length: > 0 } name ? TeamsPeople.Tidy(name) : channel.Title }, cancellationToken),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>An installation is told twice, as such and as a new member, a few milliseconds apart; the first one is greeted.</summary>
    private async Task GreetAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        var before = await addresses.ChangeAsync(activity.Tenant, activity.Channel, found => found is null ? null : found with { IsGreeted = true, Closed = null }, cancellationToken);
        if (before is null or { IsGreeted: true }) return;
        await inbox.TakeAsync(
            new Invited { Delivery = activity.Key("hello"), Place = new Place(activity.Tenant, activity.Channel), By = TeamsReader.ByOf(activity), At = activity.At },
            cancellationToken);
    }

    /// <summary>Who adds the bot again is greeted again.</summary>
    private async Task HereAsync(TeamsActivity activity, TeamsClosed? closed, CancellationToken cancellationToken)
    {
        await addresses.ChangeAsync(activity.Tenant, activity.Channel, found => found is null ? null : found with { Closed = closed, IsGreeted = closed is null && found.IsGreeted }, cancellationToken);
        if (activity.Scope == TeamsScope.Channel) await TeamAsync(activity, team => team with { Closed = closed }, cancellationToken);
    }

    private async Task TeamAsync(TeamsActivity activity, Func<TeamsAddress, TeamsAddress> change, CancellationToken cancellationToken)
    {
        if (activity.Node.At("channelData").At("team").Id("id") is { } team) await addresses.ChangeTeamAsync(activity.Tenant, team, change, cancellationToken);
    }

    private async Task ChannelAsync(TeamsActivity activity, Func<TeamsAddress, TeamsAddress> change, CancellationToken cancellationToken)
    {
        if (activity.Node.At("channelData").At("channel").Id("id") is { } channel)
            await addresses.ChangeAsync(activity.Tenant, channel, found => found is null ? null : change(found), cancellationToken);
    }
}
