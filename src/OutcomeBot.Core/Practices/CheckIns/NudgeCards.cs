using System.Collections.Immutable;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Language;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>The private message: one question, or all that waited.</summary>
internal static class NudgeCards
{
    public static Card Of(Personal personal, ImmutableArray<Nudge> nudges) => new(
        nudges is [var only] ? Typed.Clip(only.Title, 140) : $"{nudges.Length} questions for you",
    [
        .. nudges.SelectMany((nudge, index) => Blocks(nudge, nudges.Length > 1, index == 0)),
        Times(personal, nudges[0]),
    ]);

    private static IEnumerable<Block> Blocks(Nudge nudge, bool isOneOfSeveral, bool isFirst)
    {
        if (isOneOfSeveral) yield return new Prose($"{nudge.Title:strong} · for {nudge.For}");
        else yield return new Aside($"For {nudge.For}.");
        foreach (var line in nudge.Lines) yield return new Prose(line);
        yield return new Buttons(
            new Button("Answer", Press(nudge, PressVerb.Answer), isFirst ? ButtonKind.Primary : ButtonKind.Plain, About: nudge.Title),
            new Button("Snooze", Press(nudge, PressVerb.Snooze), About: nudge.Title),
            new Button("Skip with a reason", Press(nudge, PressVerb.Skip), About: nudge.Title));
    }

    /// <summary>Whose clock it goes by; somebody who never chose is told how to.</summary>
    private static Aside Times(Personal personal, Nudge nudge) => personal.Zone is { } zone
        ? new Aside($"By your clock, {zone}. Type checkin me to change your times and limits.")
        : new Aside($"By the clock of {nudge.Zone}. If that isn't yours, type checkin me and say which it is.");

    private static Press Press(Nudge nudge, string verb) => new(CheckInPractice.Name, nudge.Round, verb);
}
