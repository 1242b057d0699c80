using System.Collections.Immutable;
using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.Desk;

/// <summary>A person's own page: what waits for them, with a button for each, their votes, and what is open where they take part.</summary>
internal static class HomeCard
{
    /// <summary>More buttons than this are a list, not a next step.</summary>
    private const int Pressable = 5;

    /// <summary>The argument of a press from a place that is no channel: the form then asks for one.</summary>
    private const string AtHome = "home";

    private const int Longest = 200;

    public static Card Of(Readings readings, Starter starter, Incoming incoming)
    {
        var today = incoming.At.InZone((readings.Clock with { Door = incoming.Zone }).Zone).Date;
        ImmutableArray<FoundWork> waiting =
        [
            .. readings.Involvements
                .SelectMany(found => found.Involvement.Waiting, (found, work) => new FoundWork(work, found.Page))
                .OrderBy(found => found.Work.Due is null).ThenBy(found => found.Work.Due).ThenBy(found => found.Work.Since),
        ];
        return new Card(Title(waiting.Length),
        [
            .. readings.Involvements.IsEmpty ? [new Prose("OutcomeBot helps a team to find out why, in the channel where it talks, and to act on what it found.")] : ImmutableArray<Block>.Empty,
            .. Waiting(waiting, today),
            .. Voted(readings),
            .. Open(readings, incoming.At),
            new Buttons(new Button(starter.Label, new Press(starter.Practice, null, "new", AtHome), waiting.IsEmpty ? ButtonKind.Primary : ButtonKind.Plain)),
            new Aside("Only you see this: what you take part in, here in this workspace."),
        ]);
    }

    private static string Title(int waiting) => waiting switch
    {
        0 => "Nothing waits for you",
        1 => "One thing waits for you",
        _ => $"{Quantity.Text(waiting)} things wait for you",
    };

    /// <summary>The soonest due first; the first is the next step.</summary>
    private static IEnumerable<Block> Waiting(ImmutableArray<FoundWork> waiting, LocalDate today)
    {
        if (waiting.IsEmpty) yield break;
        var shown = waiting.Take(Pressable).ToImmutableArray();
        yield return new Outline([.. shown.Select((found, index) => new OutlineRow(0, $"{index + 1}", Typed.Clip(found.Work.What, Longest), Quiet(found, today)))]);
        yield return new Buttons(shown
            .Select((found, index) => (found.Work, Mark: index + 1))
            .Where(one => one.Work.Open is not null)
            .Select(one => new Button($"{one.Mark} {one.Work.Kind.Deed()}", one.Work.Open!, one.Mark == 1 ? ButtonKind.Primary : ButtonKind.Plain, About: Typed.Clip(one.Work.What, Longest))));
        if (waiting.Length > shown.Length) yield return new Aside($"And {Quantity.Text(waiting.Length - shown.Length)} more, due later.");
    }

    private static Words Quiet(FoundWork found, LocalDate today)
    {
        Words due = found.Work.Due switch
        {
            null => "no date agreed",
            { } date when date < today => (Words)$"due {date}, overdue",
            { } date when date == today => "due today",
            { } date => (Words)$"due {date}",
        };
        return $"{found.Work.Kind.Name():strong} · {due} · {found.Page.Index.Title}";
    }

    private static IEnumerable<Block> Voted(Readings readings)
    {
        var votes = readings.Involvements.Where(found => found.Involvement.Standing is not null).Take(DeskPractice.Listed).ToImmutableArray();
        if (votes.IsEmpty) yield break;
        yield return new Prose($"{"Your votes":strong}");
        yield return new Outline([.. votes.Select(found => new OutlineRow(0, "–", found.Page.Index.Title, found.Involvement.Standing))]);
    }

    /// <summary>What is named above is not named again.</summary>
    private static IEnumerable<Block> Open(Readings readings, Instant now)
    {
        var open = readings.Involvements.Where(found => found.Page.Index.IsOpen && found.Involvement is { Waiting.IsEmpty: true, Standing: null }).ToImmutableArray();
        if (open.IsEmpty) yield break;
        Words more = open.Length > DeskPractice.Listed ? $" · the newest {DeskPractice.Listed}" : "";
        yield return new Prose((Words)$"{"Open where you take part":strong}" + more);
        yield return new Outline([.. open.Take(DeskPractice.Listed).Select(found => new OutlineRow(0, "–", found.Page.Index.Title, $"changed {DeskCards.Ago(now - found.Page.ChangedAt)}"))]);
    }
}
