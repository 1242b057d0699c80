using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Storage.LiteDb;

namespace OutcomeBot.Doors.Tests.Storage;

/// <summary>Whatever tenants, channels and threads are called, one never sees another's.</summary>
public sealed class TenantIsolationTests
{
    // The characters that keys are put together with are among those that names are made of.
    private static readonly Gen<string> s_name = Gen.Char["ab|%#\uffff"].Array[1, 4].Select(chars => new string(chars));

    private static readonly Gen<(string Tenant, string Channel, string Thread)> s_home = Gen.Select(s_name, s_name, s_name);

    [Fact]
    public async Task A_page_is_found_in_its_own_tenant_channel_and_thread_and_nowhere_else() =>
        await Gen.Select(s_home, s_home).SampleAsync(
            async (one, other) =>
            {
                using var folder = new TemporaryFolder();
                await using var store = LiteDbStore.Open(folder.File("a.db"), Given.Practices, NullLogger.Instance);
                var journal = new LiteDbJournal(store, Given.Practices);
                var place = Place(one);
                var turn = Given.Turn(Given.Subject("x", place.Tenant), note: one.Thread);
                await journal.SaveAsync(turn with { After = turn.After with { Place = place } }, default);

                var elsewhere = Place(other);
                var isSame = elsewhere.Tenant == place.Tenant;
                Assert.NotNull(await journal.OpenThreadAsync(place, default));
                Assert.Equal(elsewhere == place, await journal.OpenThreadAsync(elsewhere, default) is not null);
                Assert.Equal(isSame, await journal.OpenAsync(Given.Subject("x", elsewhere.Tenant), default) is not null);
                Assert.Equal(isSame, (await journal.ReadAsync(elsewhere.Tenant, new OpenPages(null, null), default)).Length == 1);
                Assert.Equal(isSame && elsewhere.Channel == place.Channel, (await journal.ReadAsync(elsewhere.Tenant, new OpenPages("count", elsewhere.Channel), default)).Length == 1);
                Assert.Equal(isSame && other.Thread == one.Thread, (await journal.ReadAsync(elsewhere.Tenant, new AlikePages("count", [other.Thread]), default)).Length == 1);
            },
            iter: 60,
            threads: 1);

    private static Place Place((string Tenant, string Channel, string Thread) home) => new(new Tenant("local:" + home.Tenant), home.Channel, home.Thread);
}
