using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using OutcomeBot.Core.Chat;
using OutcomeBot.Runtime;

namespace OutcomeBot.Teams;

/// <summary>Where a card stands: in a message, or in a dialog, where every button is answered by the dialog.</summary>
internal enum TeamsSurface
{
    Message,
    Dialog,
}

/// <summary>Whether the client opens dialogs; one that doesn't is shown forms in the card's place. Microsoft 365 Agents Playground is such a client.</summary>
internal enum TeamsDialogs
{
    Opened,
    InPlace,
}

/// <summary>
/// Buttons as actions. One that is answered by a form or a note opens a dialog; all others are executed, and submitted by
/// clients that can't. A grave one first shows what it will do, with the real button beside it.
/// </summary>
internal sealed class TeamsButtons(PracticeBook practices, TeamsDialogs dialogs, TeamsSurface surface, TeamsOrigin? origin)
{
    private int _asked;

    public IEnumerable<TeamsPart> Parts(Buttons buttons)
    {
        if (buttons.Items.IsEmpty) yield break;
        var questions = ImmutableArray.CreateBuilder<ContainerElement>();
        var actions = buttons.Items.Select((button, index) => Placed(button.Kind == ButtonKind.Grave ? Asking(button, questions) : Action(button), index)).ToImmutableArray();

        // A row as long as this is cut in two, so that no part is larger than a message.
        foreach (var row in actions.Chunk(24))
            yield return TeamsPart.Of(new ActionsElement([.. row]), string.Join(' ', row.Select(action => $"[{action.Title}]")), stays: true);
        foreach (var question in questions) yield return TeamsPart.Of(question, "Are you sure?", stays: true);
    }

    /// <summary>What a button sends.</summary>
    public JsonObject Data(Press press)
    {
        var data = new JsonObject { [TeamsData.Press] = press.ToString() };
        origin?.WriteTo(data);
        return data;
    }

    private CardAction Action(Button button)
    {
        var title = Title(button.Label);
        var style = button.Kind switch
        {
            ButtonKind.Plain => null,
            ButtonKind.Primary => "positive",
            ButtonKind.Grave => "destructive",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var tooltip = button.About is null ? null : TeamsText.Shorten($"{title}: {TeamsText.OneLine(button.About)}", 200);
        if (surface == TeamsSurface.Dialog || OpensDialog(button.Press))
        {
            var data = Data(button.Press);
            if (surface == TeamsSurface.Message) data["msteams"] = new JsonObject { ["type"] = "task/fetch" };
            return new SubmitAction(title, data) { Style = style, Tooltip = tooltip, AssociatedInputs = "none" };
        }

        return new ExecuteAction(title, TeamsData.PressVerb, Data(button.Press))
        {
            Style = style,
            Tooltip = tooltip,
            AssociatedInputs = "none",
            Fallback = new SubmitAction(title, Data(button.Press)) { AssociatedInputs = "none" },
        };
    }

    private bool OpensDialog(Press press) => dialogs == TeamsDialogs.Opened && practices.Of(press.Practice)?.AnswersAlone(press.Verb) == true;

    private ToggleAction Asking(Button button, ImmutableArray<ContainerElement>.Builder questions)
    {
        var id = "sure" + (_asked++).ToString(CultureInfo.InvariantCulture);
        var about = button.About is null ? "Are you sure?" : $"Are you sure? {button.Label}: {button.About}";
        questions.Add(new ContainerElement([.. TeamsText.Lines(about), new ActionsElement([Action(button)])]) { Id = id, IsVisible = false, Style = "emphasis" });
        return new ToggleAction(Title(button.Label), [id]) { Style = "destructive" };
    }

    private static CardAction Placed(CardAction action, int index) =>
        index % 24 < TeamsLimits.PrimaryActions ? action : action with { Mode = "secondary" };

    /// <summary>A button without words says nothing; it is shown as three dots.</summary>
    private static string Title(string label) => TeamsText.Shorten(TeamsText.OneLine(label), 200) is { Length: > 0 } title ? title : "…";
}
