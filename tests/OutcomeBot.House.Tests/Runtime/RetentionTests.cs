using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.House.Tests.Runtime;

/// <summary>When what a removed tenant left is erased, and when it is not.</summary>
public sealed class RetentionTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Tenant s_gone = new("test:gone");
    private static readonly Tenant s_other = new("test:other");

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryRemovals _removals = new();
    private readonly Retention _retention;
    private readonly Asked _platform = new();

    public RetentionTests() => _retention = new Retention(_removals, _time, NullLogger<Retention>.Instance);

    [Fact]
    public async Task It_is_erased_when_its_days_are_over_and_not_an_hour_before()
    {
        await _retention.RemovedAsync(s_gone, None);
        _time.Advance(TimeSpan.FromDays(1));
        await _retention.RemovedAsync(s_other, None);
        await _retention.RemovedAsync(s_gone, None); // Said again, it counts from the first time.
        _time.Advance(TimeSpan.FromDays(29) - TimeSpan.FromHours(1));
        await TickAsync();
        Assert.Empty(_removals.Erased);

        _time.Advance(TimeSpan.FromHours(1));
        await TickAsync();
        await TickAsync();

        Assert.Equal([s_gone], _removals.Erased);
        Assert.Equal([s_other], _removals.All.Select(removal => removal.Tenant));
    }

    [Fact]
    public async Task Memories_forget_it_when_it_is_gone()
    {
        var forgotten = new List<Tenant>();
        _retention.Erased += forgotten.Add;
        await GoneForLongAsync(s_gone);
        await TickAsync();

        Assert.Equal([s_gone], forgotten);
    }

    [Fact]
    public async Task Who_comes_back_before_finds_everything()
    {
        await GoneForLongAsync(s_gone);
        await _retention.BackAsync(s_gone, None);
        await _retention.BackAsync(s_other, None);
        await TickAsync();

        Assert.Empty(_removals.Erased);
        Assert.Empty(_removals.All);
    }

    [Fact]
    public async Task Who_comes_back_while_it_is_erased_waits_until_all_is_gone()
    {
        var (begun, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        _removals.Meanwhile = async _ =>
        {
            begun.SetResult();
            await goOn.Task;
        };
        await GoneForLongAsync(s_gone);
        var ticking = TickAsync();
        await begun.Task;

        var back = _retention.BackAsync(s_gone, None).AsTask();
        await _retention.RemovedAsync(s_other, None);
        await _retention.BackAsync(s_other, None); // Others don't wait.
        Assert.False(back.IsCompleted);
        goOn.SetResult();
        await back;
        await ticking;

        Assert.Equal([s_gone], _removals.Erased);
        Assert.Empty(_removals.All);
    }

    [Fact]
    public async Task Who_comes_back_after_an_erasing_was_broken_off_finds_nothing()
    {
        await GoneForLongAsync(s_gone);
        _removals.Meanwhile = _ => throw new IOException("The disk is full.");
        await TickAsync();
        _removals.Meanwhile = _ => Task.CompletedTask;
        await _retention.BackAsync(s_gone, None);

        Assert.Equal([s_gone], _removals.Erased);
        Assert.Empty(_removals.All);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(null, true)]
    public async Task What_the_platform_says_counts_more_than_the_list(bool? isInstalled, bool staysOnTheList)
    {
        _platform.IsInstalled = isInstalled;
        await GoneForLongAsync(s_gone);
        await TickAsync();

        Assert.Empty(_removals.Erased);
        Assert.Equal(staysOnTheList, _removals.All.Length == 1);
    }

    [Fact]
    public async Task Where_the_door_is_closed_nothing_is_erased()
    {
        await GoneForLongAsync(new Tenant("elsewhere:gone"));
        await TickAsync();

        Assert.Empty(_removals.Erased);
        Assert.Single(_removals.All);
    }

    [Fact]
    public async Task Without_a_number_of_days_nothing_is_erased_and_with_none_at_the_next_tick()
    {
        await GoneForLongAsync(s_gone);
        await TickAsync(days: null);
        Assert.Empty(_removals.Erased);
        await _retention.RemovedAsync(s_other, None);
        await TickAsync(days: 0);

        Assert.Equal([s_gone, s_other], _removals.Erased);
    }

    [Fact]
    public async Task One_that_fails_keeps_no_other_from_its_turn_and_is_tried_again()
    {
        await GoneForLongAsync(s_gone);
        await GoneForLongAsync(s_other);
        _removals.Meanwhile = tenant => tenant == s_gone ? throw new IOException("The disk is full.") : Task.CompletedTask;
        await TickAsync();
        Assert.Equal([s_other], _removals.Erased);

        _removals.Meanwhile = _ => Task.CompletedTask;
        await TickAsync();
        Assert.Equal([s_other, s_gone], _removals.Erased);
    }

    [Fact]
    public async Task What_had_begun_is_carried_through_after_the_next_start_whatever_the_settings_say_then_and_what_had_not_waits_for_its_day()
    {
        await GoneForLongAsync(s_gone);
        await _retention.RemovedAsync(s_other, None);
        _removals.Meanwhile = _ => throw new OperationCanceledException();
        await TickAsync();
        Assert.Equal([true, false], _removals.All.Select(removal => removal.IsBegun));

        _removals.Meanwhile = _ => Task.CompletedTask;
        var next = new Retention(_removals, _time, NullLogger<Retention>.Instance);
        await next.LoadAsync(None);
        await TickAsync(days: null, next);

        Assert.Equal([s_gone], _removals.Erased);
        Assert.Equal([s_other], next.GoneSince(NodaTime.Instant.MaxValue).Select(removal => removal.Tenant));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("7", 7)]
    public void The_setting_is_a_number_of_days_or_empty(string written, int? days)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Retention:AfterRemovalDays", written)]).Build();
        var options = new RetentionOptions();
        configuration.GetSection(RetentionOptions.Section).Bind(options);
        Assert.Equal(days, options.AfterRemovalDays);
        Assert.Equal(30, new RetentionOptions().AfterRemovalDays);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(3_650, false)]
    [InlineData(3_651, true)]
    public void Days_that_make_no_sense_stop_the_start(int days, bool isRefused) =>
        Assert.Equal(isRefused, new RetentionOptionsCheck().Validate(null, new RetentionOptions { AfterRemovalDays = days }).Failed);

    private async Task GoneForLongAsync(Tenant tenant)
    {
        await _retention.RemovedAsync(tenant, None);
        _time.Advance(TimeSpan.FromDays(40));
    }

    private Task TickAsync(int? days = 30, Retention? retention = null) =>
        new RetentionJob(retention ?? _retention, [_platform], Options.Create(new RetentionOptions { AfterRemovalDays = days }), _time, NullLogger<RetentionJob>.Instance).EraseDueAsync(None);

    /// <summary>A platform that says whether the bot is there.</summary>
    private sealed class Asked : IPlatform
    {
        public bool? IsInstalled { get; set; } = false;

        public string Door => "test";

        public TimeSpan ChannelPace => TimeSpan.Zero;

        public RateLimit? LimitOf(Letter letter) => null;

        public ValueTask<bool?> IsInstalledAsync(Tenant tenant, CancellationToken cancellationToken) => new(IsInstalled);

        public Task<Sending> SendAsync(Letter letter, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> TellAsync(Letter letter, Card card, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
