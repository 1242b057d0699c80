using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OutcomeBot.Core;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Doors.Tests.Storage;

/// <summary>The smallest practice that a store can be tested with: it adds numbers up, and is done at a hundred.</summary>
internal sealed class CounterPractice() : Practice<Count, Added>(() => CountJson.Stored.Count, () => CountJson.Stored.AddedArray)
{
    public override string Word => "count";

    public override ImmutableArray<Usage> Usages => [];

    protected override Count Blank { get; } = new(0, []);

    public override Turn Take(Subject subject, Page? page, Incoming incoming, Readings readings) => Turn.Nothing;

    public override Card Draw(Page page) => new("Count", new Prose($"{((Count)page.State).Sum}"));

    public override PageIndex Index(Page page) => new($"Sum {((Count)page.State).Sum}", ((Count)page.State).Sum < 100, ["sum"], ((Count)page.State).Notes);

    protected override Count Evolve(Count state, Added change) =>
        new(state.Sum + change.Number, change.Note is null ? state.Notes : state.Notes.Add(change.Note));
}

internal sealed record Count(int Sum, ImmutableArray<string> Notes);

internal sealed record Added(int Number, string? Note = null) : Change;

[JsonSerializable(typeof(Count))]
[JsonSerializable(typeof(Added[]))]
internal sealed partial class CountJson : JsonSerializerContext
{
    public static CountJson Stored { get; } = new(CoreJson.StoredOptions());
}
