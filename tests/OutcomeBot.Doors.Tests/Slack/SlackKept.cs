using Microsoft.AspNetCore.DataProtection;
using OutcomeBot.Doors.Tests.Teams;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>What a door leaves behind for the next: its part of the store, and the keys.</summary>
internal sealed class SlackKept
{
    public MemoryAddresses Addresses { get; init; } = new();

    public IDataProtectionProvider Protection { get; } = new EphemeralDataProtectionProvider();
}
