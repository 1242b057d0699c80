using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Doors.Tests.Teams;

/// <summary>When a tenant counts as left behind: Teams tells of single conversations only.</summary>
public sealed class TeamsRetentionTests
{
    private static readonly Tenant s_tenant = new("teams:" + TestIssuer.Tenant);

    [Fact]
    public async Task A_tenant_is_left_behind_with_its_last_conversation_and_back_with_its_first()
    {
        await using var teams = await TeamsHost.StartAsync();
        var removed = Removed(teams);
        await teams.TakenAsync(teams.Activity());
        await teams.TakenAsync(teams.Activity(TeamsReaderTests.Alone("hello")));
        await teams.TakenAsync(teams.Activity(TeamsReaderTests.Group("<at>OutcomeBot</at> help")));
        await SayAsync(teams, "remove");
        await SayAsync(teams, "remove", TeamsReaderTests.Group(""));
        Assert.Empty(removed);
        Assert.True(await IsInstalledAsync(teams));

        await SayAsync(teams, "remove", TeamsReaderTests.Alone(""));
        Assert.Equal([s_tenant.Id], removed);
        Assert.False(await IsInstalledAsync(teams));

        await SayAsync(teams, "add", TeamsReaderTests.Alone(""));
        Assert.Empty(removed);
        Assert.True(await IsInstalledAsync(teams));
    }

    [Fact]
    public async Task A_refused_message_and_a_deleted_team_end_a_conversation_too_and_an_archived_one_ends_nothing()
    {
        await using var teams = await TeamsHost.StartAsync();
        var removed = Removed(teams);
        await teams.TakenAsync(teams.Activity());
        await ChangeAsync(teams, "teamArchived");
        Assert.Empty(removed);
        Assert.True(await IsInstalledAsync(teams));
        await ChangeAsync(teams, "teamDeleted");
        Assert.Equal([s_tenant.Id], removed);

        await teams.TakenAsync(teams.Activity(TeamsReaderTests.Alone("hello")));
        Assert.Empty(removed);
        teams.Connector.Fail((method, _) => method == "POST", 403, "BotNotInConversationRoster");
        var place = new Place(s_tenant, "aad-ana");
        await teams.Platform.SendAsync(new Letter(new Parcel("p1", new Core.Practices.Subject(s_tenant, "why", "3f9k2"), place, new Post(place, new Card("Why?")), new Person("aad-ana", "Ana"), null, default), null, null, place, false), CancellationToken.None);
        Assert.Equal([s_tenant.Id], removed);
    }

    [Fact]
    public async Task Whom_the_bot_only_met_among_others_keeps_it_in_no_tenant_and_many_conversations_are_all_looked_at()
    {
        await using var teams = await TeamsHost.StartAsync();
        var removed = Removed(teams);
        for (var number = 0; number < 520; number++)
            await teams.TakenAsync(teams.Activity(activity =>
            {
                TeamsReaderTests.Alone("hello", $"{number}")(activity);
                (activity["conversation"]!["id"], activity["from"]!["id"], activity["from"]!["aadObjectId"]) = ($"a:{number}", $"29:{number}", $"aad-{number:000}");
            }));
        for (var number = 0; number < 519; number++) await LeaveAsync(number);
        Assert.Empty(removed);
        Assert.True(await IsInstalledAsync(teams));
        await LeaveAsync(519);

        Assert.Equal([s_tenant.Id], removed);

        Task<Incoming?> LeaveAsync(int number) => SayAsync(teams, "remove", activity =>
        {
            TeamsReaderTests.Alone("")(activity);
            (activity["conversation"]!["id"], activity["from"]!["id"], activity["from"]!["aadObjectId"]) = ($"a:{number}", $"29:{number}", $"aad-{number:000}");
        });
    }

    [Fact]
    public async Task What_was_erased_is_learned_anew()
    {
        var addresses = new Replaced();
        await using var teams = await TeamsHost.StartWithAsync(services => services.AddSingleton<IAddressBook>(addresses));
        await teams.TakenAsync(teams.Activity());
        addresses.Book = new MemoryAddresses();
        Assert.Empty(addresses.Book.All);
        Assert.Single(teams.Services.GetServices<IForgets>()).Forget(s_tenant);
        await teams.TakenAsync(teams.Activity());

        Assert.Equal(2, addresses.Book.All.Count());
    }

    private static IEnumerable<string> Removed(TeamsHost teams) => ((MadeRetention)teams.Services.GetRequiredService<IRetention>()).Removed;

    private static ValueTask<bool?> IsInstalledAsync(TeamsHost teams) => teams.Platform.IsInstalledAsync(s_tenant, CancellationToken.None);

    private static Task<Incoming?> SayAsync(TeamsHost teams, string action, Action<JsonObject>? where = null) => teams.TakenAsync(teams.Activity(activity =>
    {
        where?.Invoke(activity);
        (activity["type"], activity["action"]) = ("installationUpdate", action);
    }));

    private static Task<Incoming?> ChangeAsync(TeamsHost teams, string change) => teams.TakenAsync(teams.Activity(activity =>
    {
        activity["type"] = "conversationUpdate";
        activity["channelData"]!["eventType"] = change;
    }));

    /// <summary>A store whose content can be taken away at once.</summary>
    private sealed class Replaced : IAddressBook
    {
        public MemoryAddresses Book { get; set; } = new();

        public ValueTask PutAsync(Tenant tenant, string name, string text, CancellationToken cancellationToken) => Book.PutAsync(tenant, name, text, cancellationToken);

        public ValueTask<string?> TextAsync(Tenant tenant, string name, CancellationToken cancellationToken) => Book.TextAsync(tenant, name, cancellationToken);

        public ValueTask<System.Collections.Immutable.ImmutableArray<string>> TextsAsync(Tenant tenant, string? after, int take, CancellationToken cancellationToken) => Book.TextsAsync(tenant, after, take, cancellationToken);

        public ValueTask<System.Collections.Immutable.ImmutableArray<Tenant>> TenantsAsync(string door, CancellationToken cancellationToken) => Book.TenantsAsync(door, cancellationToken);
    }
}
