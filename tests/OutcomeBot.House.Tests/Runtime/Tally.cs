using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OutcomeBot.Core;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.House.Tests.Runtime;

/// <summary>The smallest practice that uses the whole loop: it adds numbers up.</summary>
internal sealed class Tally() : Practice<TallyState, Added>(Json<TallyState>, Json<Added[]>)
{
    public override string Word => "tally";

    public override ImmutableArray<Usage> Usages => [new("tally 3", "adds three")];

    protected override TallyState Blank => new(0, []);

    public override Turn Take(Subject subject, Page? page, Incoming incoming, Readings readings) => incoming switch
    {
        Said { Text: "break" } => throw new InvalidOperationException("A bug."),
        Said { Text: "form" } => Turn.Say(new Ask(new Form("Add", "Add", subject.Press("add"), "", [new TextField("n", "Number")]))),
        Said { Text: "post" } => Turn.Say(new Post(incoming.Place, new Card("Posted"))),
        Said { Text: "hand" } => Add(incoming, 0) with { Replies = [new HandOver("tally/from", "7")] },
        Said { Text: "remind" } => Add(incoming, 0) with { Reminders = [new Reminder(incoming.At, subject.Press("due"))] },
        Said { Text: "remind tomorrow" } => Add(incoming, 0) with { Reminders = [new Reminder(incoming.At + NodaTime.Duration.FromDays(1), subject.Press("due"))] },
        Said said => Add(incoming, int.Parse(said.Text, System.Globalization.CultureInfo.InvariantCulture)),
        HandedOver handed => Add(incoming, int.Parse(handed.Text, System.Globalization.CultureInfo.InvariantCulture)),
        Heard { Text: "not mine" } => Turn.NotMine,
        Heard heard => Add(incoming, int.Parse(heard.Text, System.Globalization.CultureInfo.InvariantCulture)),
        Pressed => Add(incoming, 1),
        Due => Add(incoming, 1000),
        _ => Turn.NotMine,
    };

    public override Card Draw(Page page) => new("Tally", new Prose($"{((TallyState)page.State).Sum}"));

    public override PageIndex Index(Page page) => new("Tally", IsOpen: true, [], []);

    protected override TallyState Evolve(TallyState state, Added change) => new(state.Sum + change.Number, state.Numbers.Add(change.Number));

    private static Turn Add(Incoming incoming, int number) => new()
    {
        Changes = [new Added(number) { By = incoming.By, At = incoming.At }],
        Replies = [new Show()],
    };

    private static JsonTypeInfo<T> Json<T>()
    {
        var options = CoreJson.StoredOptions();
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver();
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }
}

internal sealed record TallyState(int Sum, ImmutableArray<int> Numbers);

internal sealed record Added(int Number) : Change;

/// <summary>A desk that only says it was asked.</summary>
internal sealed class BareDesk : IPractice
{
    public string Word => "desk";

    public ImmutableArray<Usage> Usages => [];

    public ImmutableArray<Need> Needs(Subject subject, Page? page, Incoming incoming) => [new Undelivered()];

    public Turn Take(Subject subject, Page? page, Incoming incoming, Readings readings) => incoming switch
    {
        Pressed { Press: { Verb: "retry", Argument: { } parcel } } => Turn.Say(new SendAgain(parcel)),
        _ => Turn.Say(new Whisper(incoming.Place, incoming.By, new Card("Desk", [.. readings.Stuck.Select(stuck => new Prose(stuck.Sentence))]))),
    };

    public object Fold(object? state, ImmutableArray<Change> changes) => state ?? "";

    public Card Draw(Page page) => new("Desk");

    public PageIndex Index(Page page) => new("", false, [], []);

    public string WriteState(object state) => "";

    public object ReadState(string json) => "";

    public string WriteChanges(ImmutableArray<Change> changes) => "";

    public ImmutableArray<Change> ReadChanges(string json) => [];
}
