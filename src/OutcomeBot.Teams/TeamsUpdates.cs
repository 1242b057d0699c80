
namespace OutcomeBot.Teams;

/// <summary>Changes of a conversation, team or channel: who came, and what became of it.</summary>
internal static class TeamsUpdates
{
    public static TeamsRead Read(TeamsActivity activity)
    {
        var (node, bot) = (activity.Node, activity.Bot);
        if (node.At("membersAdded").Items().Any(member => member.Id("id") == bot)) return new StandingChanged(TeamsChange.Added);
        if (node.At("membersRemoved").Items().Any(member => member.Id("id") == bot)) return new StandingChanged(TeamsChange.Removed);
        return node.At("channelData").Text("eventType") switch
        {
            "teamDeleted" or "teamHardDeleted" => new StandingChanged(TeamsChange.TeamDeleted),
            "teamArchived" => new StandingChanged(TeamsChange.TeamArchived),
            "teamUnarchived" or "teamRestored" => new StandingChanged(TeamsChange.TeamBack),
            "teamRenamed" => new StandingChanged(TeamsChange.TeamRenamed),
            "channelDeleted" => new StandingChanged(TeamsChange.ChannelDeleted),
            "channelRestored" => new StandingChanged(TeamsChange.ChannelBack),
            "channelRenamed" => new StandingChanged(TeamsChange.ChannelRenamed),
            var other => new NotForUs(TeamsReader.Named("conversationUpdate", other)),
        };
    }
}
