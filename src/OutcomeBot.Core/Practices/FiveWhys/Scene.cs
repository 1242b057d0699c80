using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.FiveWhys;

/// <summary>A turn of an analysis: what else it looks for.</summary>
internal sealed record Scene(Subject Subject, FiveWhysState State, Page? Page, Incoming Incoming, Readings Readings)
    : Scene<FiveWhysState>(Subject, State, Page, Incoming, Readings)
{
    /// <summary>The workspace's list of categories.</summary>
    public ImmutableArray<string> Categories =>
        (State as Settings ?? Found<OnePage>().Select(found => found.State).OfType<Settings>().FirstOrDefault() ?? Settings.Default).Categories;

    /// <summary>What a kind of need brought; needs hold lists, so they are known by their kind and not by their value.</summary>
    public IEnumerable<Found> Found<TNeed>()
        where TNeed : Need => Readings.Pages.Where(pair => pair.Key is TNeed).SelectMany(pair => pair.Value);

    /// <summary>The earlier analysis that found a cause most like this one; null when none did.</summary>
    public Seen? SeenBefore(string text) => Found<AlikePages>()
        .Where(found => found.Subject != Subject)
        .SelectMany(found => Recurrence.In(found, text))
        .OrderByDescending(hit => hit.Likeness)
        .Select(hit => hit.Seen)
        .FirstOrDefault();

    protected override string? PageZone => State.Known?.Zone;

    protected override Decision Rule(FiveWhysState state, Command command) => FiveWhysRules.Decide(state, command);

    protected override IEnumerable<Button> Ways(Command command, Refusal refusal) => Consequences.Ways(this, command);
}

/// <summary>Causes that were found before.</summary>
internal static class Recurrence
{
    /// <summary>The word under which an analysis is found by its own id, also after it was imported.</summary>
    public static string IdTerm(string id) => "id-" + id;

    /// <summary>What a page found that is like this text.</summary>
    public static IEnumerable<(double Likeness, Seen Seen)> In(Found found, string text) =>
        from cause in Causes(found.State)
        let likeness = Stems.Likeness(cause.Text, text)
        where likeness >= Stems.Alike
        select (likeness, new Seen(found.Subject.Id, found.Index.Title, Typed.Clip(cause.Text, 200), found.State is Concluded(var tree, var conclusion) ? tree.DayOf(conclusion.At) : null));

    /// <summary>The causes of an analysis that later ones may meet again: its root causes first, then whatever was supported.</summary>
    public static IEnumerable<Cause> Causes(object? state) => state switch
    {
        Concluded(var tree, var conclusion) => tree.Causes
            .Where(cause => conclusion.RootCauses.Contains(cause.Id) || IsSupported(tree, cause))
            .OrderBy(cause => conclusion.RootCauses.Contains(cause.Id) ? 0 : 1),
        Open(var tree) => tree.Causes.Where(cause => IsSupported(tree, cause)),
        _ => [],
    };

    private static bool IsSupported(WhyTree tree, Cause cause) => cause.Standing == Standing.Supported && tree.IsAlive(cause);
}
