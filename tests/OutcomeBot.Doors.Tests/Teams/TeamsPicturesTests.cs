using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;
using Xunit;
using static OutcomeBot.Doors.Tests.Teams.TeamsPlatformTests;

namespace OutcomeBot.Doors.Tests.Teams;

/// <summary>What a card can't carry itself and is fetched: pictures and files.</summary>
public sealed class TeamsPicturesTests
{
    private static readonly Tenant s_tenant = new("teams:" + TestIssuer.Tenant);
    private static readonly Place s_channel = new(s_tenant, "19:general@thread.tacv2");
    private static readonly Card s_drawn = new("Lead time", new Tree("t", "s", "f", [], "One chain of four causes."));
    private static readonly Attach s_file = new(s_channel, "The analysis", [new Attachment("why.md", "text/markdown", "# Why\nBecause.")]);

    [Fact]
    public async Task A_picture_is_fetched_again_after_a_start_until_its_seven_days_are_over()
    {
        var kept = new MemoryPassing();
        Uri url;
        await using (var teams = await StartAsync(kept)) url = await PicturedAsync(teams);
        Assert.Equal("bot.example.com", url.Host);
        Assert.Matches("^/teams/shown/[A-Za-z0-9_-]+/[0-9a-f]{40}$", url.AbsolutePath);

        await using var again = await StartAsync(kept);
        using var fetched = await again.Http.GetAsync(url.AbsolutePath);
        Assert.Equal("image/png", fetched.Content.Headers.ContentType!.ToString());
        Assert.Equal([1, 2, 3], await fetched.Content.ReadAsByteArrayAsync());
        again.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, await StatusAsync(again, url.AbsolutePath));
        again.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(404, await StatusAsync(again, url.AbsolutePath));
    }

    [Fact]
    public async Task A_file_is_fetched_again_after_a_start_and_its_head_alone_too()
    {
        var kept = new MemoryPassing();
        string path;
        await using (var teams = await StartAsync(kept))
        {
            Assert.IsType<Done>(await teams.Platform.SendAsync(Letter(s_channel, s_file), CancellationToken.None));
            path = new Uri(TeamsPost.Objects(teams.Connector.Posts.Single().Card).Single(found => found["type"]?.ToString() == "Action.OpenUrl")["url"]!.ToString()).AbsolutePath;
        }

        await using var again = await StartAsync(kept);
        using var fetched = await again.Http.GetAsync(path);
        Assert.Equal(("# Why\nBecause.", "text/markdown", "attachment"), (await fetched.Content.ReadAsStringAsync(), fetched.Content.Headers.ContentType!.ToString(), fetched.Content.Headers.ContentDisposition!.DispositionType));
        using var head = await again.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        Assert.Equal((200, fetched.Content.Headers.ContentLength), ((int)head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_same_drawing_has_one_address_in_a_tenant_and_another_in_the_next_and_is_kept_once()
    {
        var kept = new MemoryPassing();
        await using var teams = await StartAsync(kept);
        var (first, second) = (await PicturedAsync(teams), await PicturedAsync(teams));
        var writes = kept.Writes;
        var elsewhere = await teams.Services.GetRequiredService<OutcomeBot.Teams.TeamsPictures>().OfAsync(new Tenant("teams:another"), s_drawn, CancellationToken.None);
        var theirs = elsewhere.Of((Drawn)s_drawn.Blocks[0]).Single().Url;

        Assert.Equal(first, second);
        Assert.Equal((1, 2), (writes, kept.Writes));
        Assert.NotEqual(first.Segments[^1], theirs.Segments[^1]);
        Assert.Equal(200, await StatusAsync(teams, theirs.AbsolutePath));
        Assert.Equal(404, await StatusAsync(teams, first.AbsolutePath.Replace(first.Segments[^2], theirs.Segments[^2], StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Forty_who_fetch_a_picture_at_the_same_time_have_it_drawn_once()
    {
        var kept = new MemoryPassing();
        Uri url;
        await using (var teams = await StartAsync(kept)) url = await PicturedAsync(teams);
        using var painter = new HeldPainter();
        await using var again = await StartAsync(kept, painter);
        var fetches = Enumerable.Range(0, 40).Select(_ => again.Http.GetByteArrayAsync(url.AbsolutePath)).ToList();
        await painter.IsBegun;
        painter.LetGo();

        Assert.All(await Task.WhenAll(fetches), png => Assert.Equal([4, 5], png));
        Assert.Equal(1, painter.Drawings);
    }

    [Fact]
    public async Task Who_guesses_meets_the_same_404_whatever_the_guess_and_has_nothing_drawn()
    {
        using var painter = new HeldPainter();
        await using var teams = await StartAsync(new MemoryPassing(), painter);
        var tenant = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(TestIssuer.Tenant));
        foreach (var guess in (string[])["", "x", $"{tenant}/{new string('0', 40)}", $"{tenant}/{new string('0', 40)}-2", $"{tenant}/{new string('0', 40)}-100", $"{tenant}/{new string('0', 39)}", new string('0', 40), $"{tenant}/../{new string('0', 40)}", "%C3%28/%20", new string('a', 5_000)])
        {
            using var answer = await teams.Http.GetAsync("/teams/shown/" + guess);
            Assert.Equal((404, 0L), ((int)answer.StatusCode, answer.Content.Headers.ContentLength));
        }

        Assert.Equal(0, painter.Drawings);
    }

    [Theory]
    [InlineData("https://bot.example.com/", "Download")]
    [InlineData(null, "# Why")]
    public async Task A_file_is_offered_by_its_address_or_written_out(string? publicUrl, string seen)
    {
        await using var teams = await MetAsync(("Teams:PublicUrl", publicUrl));
        Assert.IsType<Done>(await teams.Platform.SendAsync(Letter(s_channel, s_file), CancellationToken.None));

        Assert.Contains(seen, teams.Connector.Posts.Single().Text, StringComparison.Ordinal);
    }

    /// <summary>A host on what an earlier one kept, which has met the channel.</summary>
    private static async Task<TeamsHost> StartAsync(IPassingBook kept, IPainter? painter = null)
    {
        var teams = await TeamsHost.StartWithAsync(
            services =>
            {
                services.AddSingleton(kept);
                if (painter is not null) services.AddSingleton(painter);
            },
            also: ("Teams:PublicUrl", "https://bot.example.com/"));
        using var met = await teams.SendAsync(teams.Activity());
        return teams;
    }

    private static async Task<Uri> PicturedAsync(TeamsHost teams)
    {
        await teams.Platform.SendAsync(Letter(s_channel, new Post(s_channel, s_drawn)), CancellationToken.None);
        var image = TeamsPost.Objects(teams.Connector.Posts[^1].Card).Single(found => found["type"]?.ToString() == "Image");
        Assert.Equal("One chain of four causes.", image["altText"]!.ToString());
        return new Uri(image["url"]!.ToString());
    }

    private static async Task<int> StatusAsync(TeamsHost teams, string path)
    {
        using var answer = await teams.Http.GetAsync(path);
        return (int)answer.StatusCode;
    }

    /// <summary>Draws when it is let, and counts.</summary>
    private sealed class HeldPainter : IPainter, IDisposable
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _mayDraw = new();
        private int _drawings;

        public int Drawings => Volatile.Read(ref _drawings);

        public Task IsBegun => _begun.Task;

        public void LetGo() => _mayDraw.Set();

        public IReadOnlyList<Picture> Png(Drawn drawn)
        {
            Interlocked.Increment(ref _drawings);
            _begun.TrySetResult();
            _mayDraw.Wait();
            return [new Picture([4, 5], 1600, 900, drawn.AltText)];
        }

        public string Svg(Drawn drawn) => "<svg/>";

        public void Dispose() => _mayDraw.Dispose();
    }
}
