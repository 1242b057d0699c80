using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Text;
using OutcomeBot.Core;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Teams;

/// <summary>How a form is asked: where, since when, with which choices, and for a second time with what was typed and what is wrong.</summary>
internal sealed record TeamsAsking(TeamsSurface Surface, string Opened)
{
    /// <summary>Where it belongs: a dialog is in no thread, and who fills it may be elsewhere.</summary>
    public TeamsOrigin? Origin { get; init; }

    /// <summary>Whether it is a message of its own, to be closed when it is filled.</summary>
    public bool IsMessage { get; init; }

    /// <summary>What a person can choose for a channel, and for somebody.</summary>
    public ImmutableArray<CardChoice> Channels { get; init; } = [];

    public ImmutableArray<CardChoice> People { get; init; } = [];

    /// <summary>What was typed before; null when it is asked for the first time.</summary>
    public FormValues? Typed { get; init; }

    /// <summary>What is wrong with it, by field.</summary>
    public ImmutableDictionary<string, string> Wrong { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>Forms as cards with inputs. A field's name is its input's id, so that an answer and an error find their field.</summary>
internal static class TeamsFormWriter
{
    /// <summary>Teams looks people up while somebody types.</summary>
    private const string PeopleSource = "graph.microsoft.com/users";

    /// <summary>The form, with the button that sends it.</summary>
    public static TeamsCard Card(Form form, TeamsAsking asking)
    {
        var stray = asking.Wrong.Where(wrong => form.Fields.All(field => field.Name != wrong.Key)).Select(wrong => wrong.Value);
        ImmutableArray<CardElement> body =
        [
            .. asking.Surface == TeamsSurface.Message ? TeamsText.Lines(form.Title, TeamsText.Look.Title) : [],
            .. stray.SelectMany(Error),
            .. TeamsText.Lines(form.Intro),
            .. form.Budget is { } budget ? TeamsText.Lines($"Together they make {budget.Total} {budget.Unit}.", TeamsText.Look.Quiet) : [],
            .. form.Fields.SelectMany(field => Elements(field, asking)),
            new ActionsElement([Submit(form, asking)]),
        ];
        return new TeamsCard(body) { FallbackText = TeamsText.Shorten(TeamsText.OneLine(form.Title), TeamsLimits.Summary) };
    }

    /// <summary>The title as a dialog shows it.</summary>
    public static string Title(string title) => TeamsText.Shorten(TeamsText.OneLine(title) is { Length: > 0 } line ? line : "OutcomeBot", TeamsLimits.DialogTitle);

    private static IEnumerable<CardElement> Elements(Field field, TeamsAsking asking) =>
    [
        .. asking.Wrong.TryGetValue(field.Name, out var sentence) ? Error(sentence) : [],
        Input(field, asking),
        .. Hint(field) is { Length: > 0 } hint ? TeamsText.Lines(hint, TeamsText.Look.Quiet) : [],
    ];

    private static IEnumerable<CardElement> Error(string sentence) =>
        TeamsText.Lines(sentence).Select(line => line with { Inlines = [.. line.Inlines.Select(run => run with { Color = "Attention", Weight = "Bolder" })] });

    private static string? Hint(Field field) => field is FileField
        ? $"{field.Hint} Teams lets no file into a form: paste the text of the file instead.".Trim()
        : field.Hint;

    private static CardElement Input(Field field, TeamsAsking asking)
    {
        var (label, isRequired) = (Label(field.Label), field.Answering == Answering.Required);
        var error = isRequired ? "Please fill this in." : null;
        return field switch
        {
            TextField text => new TextInput(field.Name, label, isRequired, error, text.Size == TextSize.Paragraph, Longest(text, asking), Typed(field, asking) ?? Given(text.Value)),
            FileField file => new TextInput(field.Name, label, isRequired, error, true, file.Longest, Typed(field, asking)),
            ChoiceField choice => new ChoiceInput(field.Name, label, isRequired, error, "compact", false, Choices(choice.Options, option => option.Value), Typed(field, asking) ?? choice.Chosen),
            SeveralField several => new ChoiceInput(
                field.Name, label, isRequired, error, several.Options.Length > 12 ? "compact" : "expanded", true, Choices(several.Options, option => TeamsData.Choice(option.Value)), Chosen(several, asking)),
            DateField date => new DateInput(field.Name, label, isRequired, error, Typed(field, asking) ?? (date.Value is { } value ? LocalDatePattern.Iso.Format(value) : null)),
            PersonField person => new ChoiceInput(field.Name, label, isRequired, error, "filtered", false, People(person, asking), Typed(field, asking) ?? person.Value?.Id) { Source = new ChoiceSource(PeopleSource) },
            ChannelField => new ChoiceInput(field.Name, label, isRequired, error, "compact", false, asking.Channels, Typed(field, asking) ?? asking.Channels.Select(choice => choice.Value).FirstOrDefault()),
            _ => throw new UnreachableException(),
        };
    }

    private static string? Typed(Field field, TeamsAsking asking) =>
        asking.Typed is { } typed && typed.Texts.TryGetValue(field.Name, out var texts) ? string.Join(',', texts) : null;

    private static string? Chosen(SeveralField field, TeamsAsking asking)
    {
        var chosen = asking.Typed is { } typed ? typed.Several(field.Name) : field.Chosen;
        return chosen.IsDefaultOrEmpty ? null : string.Join(',', chosen.Select(TeamsData.Choice));
    }

    /// <summary>A text that is longer than its field widens it, so that nothing is lost.</summary>
    private static int Longest(TextField field, TeamsAsking asking) =>
        Math.Max(1, Math.Max(Math.Min(field.Longest, TeamsLimits.TextField), (Typed(field, asking) ?? field.Value).Length));

    private static string? Given(string value) => value.Length == 0 ? null : TeamsTyped.WithoutControls(value);

    private static ImmutableArray<CardChoice> Choices(ImmutableArray<Option> options, Func<Option, string> value) =>
        [.. options.Select(option => new CardChoice(Label(option.Label), value(option)))];

    private static ImmutableArray<CardChoice> People(PersonField field, TeamsAsking asking) =>
        field.Value is { } value && asking.People.All(choice => choice.Value != value.Id) ? [new CardChoice(Label(value.Name), value.Id), .. asking.People] : asking.People;

    private static string Label(string text) => TeamsText.Shorten(TeamsText.OneLine(text), 500) is { Length: > 0 } label ? label : "…";

    private static CardAction Submit(Form form, TeamsAsking asking)
    {
        var title = Label(form.Submit);
        if (asking.Surface == TeamsSurface.Dialog) return new SubmitAction(title, Data(form, asking)) { Style = "positive" };
        return new ExecuteAction(title, TeamsData.PressVerb, Data(form, asking)) { Style = "positive", Fallback = new SubmitAction(title, Data(form, asking)) };
    }

    /// <summary>The form travels in its own button, so that it can be asked again with what was typed; one that is too large does without.</summary>
    private static JsonObject Data(Form form, TeamsAsking asking)
    {
        var data = new JsonObject
        {
            [TeamsData.Press] = form.Press.ToString(),
            [TeamsData.Opened] = asking.Opened,
            [TeamsData.Fields] = new JsonObject(form.Fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)field.GetType().Name))),
        };
        if (asking.IsMessage) data[TeamsData.IsMessage] = true;
        asking.Origin?.WriteTo(data);
        var whole = JsonSerializer.SerializeToNode(form, CoreJson.Stored.Form)!;
        if (whole.ToJsonString().Length <= TeamsLimits.MessageLetters / 4) data[TeamsData.Form] = whole;
        return data;
    }
}
