using Microsoft.AspNetCore.DataProtection;
using OutcomeBot.Core.Chat;
using OutcomeBot.Doors.Tests.Teams;
using OutcomeBot.Runtime;

namespace OutcomeBot.Doors.Tests.Slack;

/// <summary>What a door leaves behind for the next: its part of the store, and the keys.</summary>
internal sealed class SlackKept
{
    public MemoryAddresses Addresses { get; init; } = new();

    public MadeRetention Retention { get; } = new();

    public IDataProtectionProvider Protection { get; init; } = new EphemeralDataProtectionProvider();

    /// <summary>What a process that is killed now leaves: nothing that it writes later is in it.</summary>
    public SlackKept Killed() => new() { Addresses = Addresses.Copy(), Protection = Protection };
}

/// <summary>Web pages at the address that the manifests of these tests have.</summary>
internal sealed class PublicHome : IPageHome
{
    public Uri? Of(Tenant tenant) => new("https://bot.example.com/");
}
