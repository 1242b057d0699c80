using OutcomeBot.Core.Chat;
using NodaTime.Text;

namespace OutcomeBot.Core.Practices.CheckIns;

/// <summary>The forms of a person's own page, and of what a workspace shares.</summary>
internal static class PersonalForms
{
    public static Form Times(Scene scene)
    {
        var personal = scene.PersonalOf(scene.By);
        var quiet = personal?.Quiet ?? QuietHours.Usual;
        return new Form("Your times", "Save", Mine(scene, PressVerb.Times), "They hold for everything I ask you alone, whoever planned it.",
        [
            new TextField("zone", "Your time zone", 60, TextSize.Line, personal?.Zone ?? scene.Clock.Mine ?? "") { Hint = "A city or an IANA zone, like Europe/Berlin; empty to go by your chat or the channel", Answering = Answering.Optional },
            new TextField("quiet", "Quiet hours", 20, TextSize.Line, quiet.From == quiet.Until ? "none" : $"{CadenceWords.Of(quiet.From)}-{CadenceWords.Of(quiet.Until)}") { Hint = "Like 20:00-07:00, or none" },
            new TextField("budget", "Private messages a day, at most", 2, TextSize.Line, (personal?.Budget ?? Personal.UsualBudget).ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ]);
    }

    public static Form Away(Scene scene) => new("Away", "Save", Mine(scene, PressVerb.Away), "Nobody asks you on these days, and they don't count as missed.",
    [
        new DateField("from", "First day"),
        new DateField("to", "Last day"),
        new TextField("reason", "Reason", Limits.Reason, TextSize.Line) { Hint = "Shown on cards where you'd have been asked", Answering = Answering.Optional },
    ]);

    public static Form Holidays(Subject calendar, Calendar known) => new("Holidays", "Save holidays", calendar.Press(PressVerb.Holidays), "On these dates nobody in this workspace is asked.",
        [new TextField("holidays", "One a line, the date first", 3_000, TextSize.Paragraph, string.Join('\n', known.Holidays.Select(holiday => $"{LocalDatePattern.Iso.Format(holiday.Date)} {holiday.Name}"))) { Hint = "2026-12-25 Christmas Day", Answering = Answering.Optional }]);

    public static Form Zone(Subject calendar, Calendar known, string channel) => new("Channel's time zone", "Save", calendar.Press(PressVerb.Zone), "Check-ins that go by the channel's clock follow it.",
        [new TextField("zone", "Time zone", 60, TextSize.Line, known.ZoneOf(channel) ?? "") { Hint = "A city or an IANA zone, like Europe/Berlin" }]);

    private static Press Mine(Scene scene, string verb) => new(CheckInPractice.Name, Slips.IdOf(scene.By), verb);
}
