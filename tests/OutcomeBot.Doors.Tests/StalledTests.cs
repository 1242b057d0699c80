using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;
using OutcomeBot.Doors.Tests.Slack;
using OutcomeBot.Doors.Tests.Teams;
using OutcomeBot.Runtime;

namespace OutcomeBot.Doors.Tests;

/// <summary>A platform begins an answer and never ends it: that holds up nothing for good.</summary>
public sealed class StalledTests
{
    [Fact]
    public async Task An_answer_of_Slack_that_breaks_off_is_none()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Api.Stalls = method => method == "chat.postMessage";

        Assert.IsType<Later>(await slack.PostAsync("T1"));
    }

    [Fact]
    public async Task An_answer_of_Teams_that_breaks_off_is_none()
    {
        await using var teams = await TeamsHost.StartAsync();
        await teams.TakenAsync(teams.Activity());
        var place = new Place(new Tenant("teams:" + TestIssuer.Tenant), "19:general@thread.tacv2");
        teams.Connector.Stalls = path => path.EndsWith("/activities", StringComparison.Ordinal);

        Assert.IsType<Later>(await teams.Platform.SendAsync(
            new Letter(new Parcel("p1", new Subject(place.Tenant, "why", "3f9k2"), place, new Post(place, new Card("Why?")), new Person("aad-ana", "Ana"), null, default), null, null, place, false), CancellationToken.None));
    }

    [Fact]
    public async Task Patience_ends_with_the_callers_and_leaves_nothing_behind()
    {
        using var caller = new CancellationTokenSource();
        await using var patience = new Patience(TimeSpan.FromMinutes(1), caller.Token);
        Assert.False(patience.Token.IsCancellationRequested);
        await caller.CancelAsync();
        Assert.True(patience.Token.IsCancellationRequested);
    }
}
