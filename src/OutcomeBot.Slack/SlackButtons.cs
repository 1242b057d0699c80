using System.Collections.Immutable;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>Buttons as Slack draws them: at most twenty-five in a block, each press once in it.</summary>
internal static class SlackButtons
{
    public static IEnumerable<SlackPart> Parts(Buttons buttons)
    {
        foreach (var group in Rows(buttons.Items))
        {
            var elements = group.Select(Element).ToImmutableArray();
            yield return SlackPart.Of(new ActionsBlock([.. elements]), [.. elements.Select(element => element.Text)]) with { Stays = true };
        }
        var shortened = buttons.Items.Where(button => Whole(button.Label).Length > SlackLimits.ButtonLabel);
        foreach (var text in shortened.SelectMany(button => SlackMarkup.Texts(button.Label, SlackLimits.ContextText)))
            yield return SlackPart.Of(new ContextBlock([text]), text);
    }

    /// <summary>Slack refuses a block in which two buttons send the same.</summary>
    private static IEnumerable<List<Button>> Rows(ImmutableArray<Button> buttons)
    {
        var row = new List<Button>();
        foreach (var button in buttons)
        {
            if (row.Count == SlackLimits.Actions || row.Any(other => other.Press == button.Press))
            {
                yield return row;
                row = [];
            }
            row.Add(button);
        }
        if (row.Count > 0) yield return row;
    }

    private static ButtonElement Element(Button button) => new(
        button.Press.ToString(),
        new PlainText(Label(button.Label, SlackLimits.ButtonLabel)),
        button.Kind switch
        {
            ButtonKind.Plain => null,
            ButtonKind.Primary => "primary",
            ButtonKind.Grave => "danger",
            _ => throw new System.Diagnostics.UnreachableException(),
        },
        button.About is null ? null : Label($"{button.Label}: {button.About}", SlackLimits.AccessibilityLabel),
        button.Kind == ButtonKind.Grave ? Asked(button) : null);

    private static Confirmation Asked(Button button) => new(
        new PlainText("Are you sure?"),
        new PlainText(Label(button.About is null ? button.Label : $"{button.Label}: {button.About}", SlackLimits.ConfirmText)),
        new PlainText(Label(button.Label, SlackLimits.ConfirmButton)),
        new PlainText("Go back"));

    /// <summary>Slack refuses an empty label; one that says nothing is shown as three dots.</summary>
    private static string Label(string text, int limit) =>
        SlackMarkup.Shorten(Whole(text), limit) is { Length: > 0 } label ? label : "…";

    private static string Whole(string label) => SlackMarkup.Plain(label.ReplaceLineEndings(" ")).Trim();
}
