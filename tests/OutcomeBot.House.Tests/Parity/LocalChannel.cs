using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using OutcomeBot.Core.Chat;
using OutcomeBot.House.Tests.Slack;
using OutcomeBot.Runtime;
using OutcomeBot.Web.Hosting;
using OutcomeBot.Web.LocalChat;

namespace OutcomeBot.House.Tests.Parity;

/// <summary>The channel as a room of the local chat, below its page: what browsers do with it has stories of its own.</summary>
internal sealed class LocalChannel : Channel
{
    private readonly BareHouse _house;
    private readonly ConcurrentQueue<(string Who, string Text)> _answers = new();
    private readonly Dictionary<string, Person> _people = [];
    private Place _room = null!; // It is opened before anything is said.
    private int _next;

    private LocalChannel(BareHouse house, MovedClock clock)
        : base(clock) => _house = house;

    public override Tenant Tenant => LocalHouse.Tenant;

    protected override IServiceProvider Services => _house.Services;

    private LocalTalk Talk => Services.GetRequiredService<LocalTalk>();

    private IRoomBook Book => Services.GetRequiredService<IRoomBook>();

    public static async Task<Channel> StartAsync(MovedClock clock)
    {
        var channel = new LocalChannel(await BareHouse.StartAsync(clock, new Door(LocalChatServices.AddLocalChat, LocalChatServices.MapLocalChat)), clock);
        var home = channel.Services.GetRequiredService<LocalHouse>();
        foreach (var name in (string[])["Ana", "Ben", "Chen", "Dana"])
            channel._people[name.ToLowerInvariant()] = (await home.JoinAsync(name, CancellationToken.None)).Value!;
        channel._room = LocalHouse.PlaceOf((await home.OpenRoomAsync("General", "", CancellationToken.None)).Value!.Id);
        return channel;
    }

    public override async Task<IReadOnlyList<Seen>> SeenAsync() => [.. (await LinesAsync(_room)).Where(line => line is { By: null, OnlyTo: null }).Select(SeenOf)];

    public override async Task<IReadOnlyList<string>> NotesAsync(string who)
    {
        var alone = await LinesAsync(_room with { Channel = _people[who].Id });
        return
        [
            .. _answers.Where(answer => answer.Who == who).Select(answer => answer.Text),
            .. (await LinesAsync(_room)).Where(line => line.OnlyTo is { } to && to.Is(_people[who])).Concat(alone).Select(line => SeenOf(line).Text),
        ];
    }

    public override async Task SayAsync(string who, string text) => Hear(who, await Talk.SayAsync(By(who), _room, LineId(), "/outcome " + text, CancellationToken.None));

    public override async Task SayUnderAsync(string who, Seen under, string text) => Hear(who, await Talk.SayAsync(By(who), Under(under), LineId(), "/outcome " + text, CancellationToken.None));

    public override async Task<string> TypeAsync(string who, Seen under, string text)
    {
        var id = LineId();
        Hear(who, await Talk.SayAsync(By(who), Under(under), id, text, CancellationToken.None));
        return id;
    }

    public override async Task EditAsync(string who, Seen under, string line, string text) => Hear(who, await Talk.EditAsync(By(who), Under(under), line, text, LineId(), CancellationToken.None));

    public override async Task RemoveAsync(string who, Seen under, string line) => Hear(who, await Talk.RemoveAsync(By(who), Under(under), line, CancellationToken.None));

    public override async Task PressAsync(string who, Seen on, string label) => Hear(who, await PressedAsync(who, on, label));

    public override async Task<IReadOnlyList<string>> FillAsync(string who, Seen on, string label, params (string Field, string Value)[] values)
    {
        var form = ((Taken)await PressedAsync(who, on, label)).Form ?? throw new InvalidOperationException($"'{label}' opened no form.");
        var sent = form.Fields.ToDictionary(field => field.Name, Standing);
        foreach (var (field, value) in values) sent[field] = value.Split(',').Length > 1 && form.Fields.Any(one => one is SeveralField && one.Name == field) ? value.Split(',') : [value];
        var filled = FormReader.Read(form, sent, ImmutableDictionary<string, string>.Empty) with { People = [.. _people.Values] };
        var outcome = await Talk.FillAsync(By(who), Under(on), form.Press, filled, LineId(), CancellationToken.None);
        Hear(who, outcome);
        return outcome is Taken taken ? [.. taken.Wrong.Values] : [];
    }

    public override Task<string?> HomeAsync(string who) => Task.FromResult<string?>(null);

    public override string Named(string who) => _people[who].Id;

    public override ValueTask DisposeAsync() => _house.DisposeAsync();

    private Speaker By(string who) => new(_people[who], "Europe/Vienna");

    private string LineId() => LineIds.Of($"line {Interlocked.Increment(ref _next)}", Clock.Now);

    private Place Under(Seen seen) => _room with { Thread = seen.Thread ?? seen.Id };

    private async Task<Outcome> PressedAsync(string who, Seen on, string label)
    {
        var card = (await LinesAsync(_room)).Single(line => line.Id == on.Id).Card!; // Only a card has buttons.
        var button = card.Blocks.OfType<Buttons>().SelectMany(buttons => buttons.Items).First(button => button.Label == label);
        return await Talk.PressAsync(By(who), Under(on), button.Press, null, LineId(), CancellationToken.None);
    }

    private async Task<IReadOnlyList<RoomLine>> LinesAsync(Place root)
    {
        var lines = await Book.ReadAsync(root, null, 100, CancellationToken.None);
        var threads = new List<RoomLine>();
        foreach (var line in lines) threads.AddRange(await Book.ReadAsync(root with { Thread = line.Id }, null, 100, CancellationToken.None));
        return [.. lines.Concat(threads).OrderBy(line => line.Id, StringComparer.Ordinal)];
    }

    private void Hear(string who, Outcome outcome)
    {
        if (outcome is NotTaken refused) _answers.Enqueue((who, refused.Sentence));
    }

    private static Seen SeenOf(RoomLine line) => new(
        line.Id,
        line.Place.Thread,
        line.Card is { } card ? CardText.Of(card) : line.Text,
        [.. line.Card?.Blocks.OfType<Buttons>().SelectMany(buttons => buttons.Items).Select(button => button.Label) ?? []],
        line.Card?.Blocks.OfType<Drawn>().Count() ?? 0,
        [.. line.Files.Select(file => file.Text)]);

    private static string[] Standing(Field field) => field switch
    {
        TextField text => [text.Value],
        ChoiceField { Chosen: { } chosen } => [chosen],
        SeveralField several => [.. several.Chosen],
        DateField { Value: { } date } => [NodaTime.Text.LocalDatePattern.Iso.Format(date)],
        PersonField { Value: { } person } => [person.Id],
        _ => [],
    };
}
