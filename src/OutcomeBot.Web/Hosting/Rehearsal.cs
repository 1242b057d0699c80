using NodaTime;
using OutcomeBot.Core.Chat;
using OutcomeBot.Core.Practices;

namespace OutcomeBot.Web.Hosting;

/// <summary>
/// One turn for nobody, taken beside the start on a processor that has nothing to do then: what the first person's turn needs
/// is loaded and compiled when it comes. Nothing of it is kept or sent.
/// </summary>
public static class Rehearsal
{
    /// <summary>Takes the turn beside what the caller does.</summary>
    public static Task TakeAsync(IPractice practice) => Task.Run(() => Take(practice));

    /// <summary>The card that the turn would show: somebody types the first thing that the practice's help names.</summary>
    public static Card Take(IPractice practice)
    {
        var said = new Said(practice.Word, practice.Usages[0].Text[(practice.Word.Length + 1)..])
        {
            Delivery = "rehearsal",
            Place = new Place(new Tenant("rehearsal:nobody"), "nowhere"),
            By = new Person("nobody", "Nobody"),
            At = Instant.FromUnixTimeSeconds(1),
            Door = OpenDoor.Form | OpenDoor.Whisper,
        };
        var subject = new Subject(said.Place.Tenant, practice.Word, "rehearsal");
        var turn = practice.Take(subject, null, said, Readings.Empty);
        var state = practice.Fold(null, turn.Changes);
        practice.WriteChanges(turn.Changes);
        var page = new Page { Subject = subject, Version = 1, Place = said.Place, State = state, OpenedAt = said.At, ChangedAt = said.At };
        practice.Index(page);
        return practice.Draw(page);
    }
}
