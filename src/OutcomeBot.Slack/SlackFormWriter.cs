using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using NodaTime.Text;
using OutcomeBot.Core.Chat;

namespace OutcomeBot.Slack;

/// <summary>Forms as modals. A field's name is its block's id, so that an error finds its field and typed text survives an update.</summary>
internal static class SlackFormWriter
{
    /// <summary>The one input in each block; what identifies a field is the block.</summary>
    public const string Input = "input";

    /// <summary>The modal; where it was asked travels in it and comes back with it.</summary>
    public static SlackView Modal(Form form, Place place)
    {
        ImmutableArray<SlackBlock> blocks = [.. SlackWriter.Prose(form.Intro), .. form.Fields.Select(Block)];
        if (blocks.Length is 0 or > SlackLimits.ViewBlocks)
            throw new ArgumentException($"The form {form.Press} has {blocks.Length} parts; Slack shows 1 to {SlackLimits.ViewBlocks}.", nameof(form));
        return new SlackView("modal", blocks)
        {
            Title = Label(form.Title, SlackLimits.ModalTitle),
            Submit = Label(form.Submit, SlackLimits.ModalTitle),
            Close = new PlainText("Cancel"),
            CallbackId = form.Press.ToString(),
            PrivateMetadata = JsonSerializer.Serialize(new MetadataPlace(place.Tenant.Id, place.Channel, place.Thread), SlackJson.Wire.MetadataPlace),
        };
    }

    private static SlackBlock Block(Field field) => new InputBlock(
        field.Name,
        Label(field.Label, SlackLimits.InputLabel),
        Element(field),
        string.IsNullOrWhiteSpace(field.Hint) ? null : Label(field.Hint, SlackLimits.InputLabel),
        field.Answering == Answering.Optional);

    private static SlackElement Element(Field field) => field switch
    {
        TextField text => Text(text),
        ChoiceField choice => Choice(choice),
        SeveralField several => Several(several),
        DateField date => new DateElement(Input, date.Value is { } value ? LocalDatePattern.Iso.Format(value) : null),
        PersonField person => new PersonElement(Input, person.Value is { } value && SlackIds.IsUser(value.Id) ? value.Id : null),
        ChannelField => new ChannelElement(Input, new ConversationFilter(["public", "private"], ExcludeBotUsers: true)),
        FileField file => new FileElement(Input, file.Extensions.IsEmpty ? null : [.. file.Extensions.Select(extension => extension.TrimStart('.'))]),
        _ => throw new UnreachableException(),
    };

    /// <summary>Slack refuses a beginning longer than the end, so a longer text that came back widens its field.</summary>
    private static TextElement Text(TextField field)
    {
        var value = SlackMarkup.Shorten(SlackTyped.WithoutControls(field.Value), SlackLimits.TextInput);
        var longest = Math.Clamp(Math.Max(field.Longest, value.Length), 1, SlackLimits.TextInput);
        return new TextElement(Input, field.Size == TextSize.Paragraph, longest, value.Length == 0 ? null : value);
    }

    private static SelectElement Choice(ChoiceField field)
    {
        var options = Options(field.Name, field.Options);
        return options.Length <= SlackLimits.Options
            ? new SelectElement(Input, options, null, options.FirstOrDefault(option => option.Value == field.Chosen))
            : new SelectElement(Input, null, Grouped(options), options.FirstOrDefault(option => option.Value == field.Chosen));
    }

    private static SlackElement Several(SeveralField field)
    {
        var options = Options(field.Name, field.Options);
        ImmutableArray<SlackOption> chosen = [.. options.Where(option => field.Chosen.Contains(option.Value))];
        ImmutableArray<SlackOption>? initial = chosen.IsEmpty ? null : chosen;
        return options.Length switch
        {
            <= SlackLimits.Checkboxes => new CheckboxElement(Input, options, initial),
            <= SlackLimits.Options => new SeveralElement(Input, options, null, initial),
            _ => new SeveralElement(Input, null, Grouped(options), initial),
        };
    }

    private static ImmutableArray<SlackOption> Options(string field, ImmutableArray<Option> options) =>
        options.All(option => option.Value.Length is > 0 and <= SlackLimits.Option)
            ? [.. options.Select(option => new SlackOption(Label(option.Label, SlackLimits.Option), option.Value))]
            : throw new ArgumentException($"An option of {field} has a value that is empty or over {SlackLimits.Option} characters; values come back, so they can't be shortened.", nameof(options));

    private static ImmutableArray<OptionGroup> Grouped(ImmutableArray<SlackOption> options) =>
        [.. options.Chunk(SlackLimits.Options).Select((chunk, index) => new OptionGroup(
            new PlainText($"{(index * SlackLimits.Options) + 1} to {(index * SlackLimits.Options) + chunk.Length}"), [.. chunk]))];

    /// <summary>Slack refuses empty labels.</summary>
    private static PlainText Label(string text, int limit)
    {
        var label = SlackMarkup.Shorten(SlackMarkup.Plain(text.ReplaceLineEndings(" ")).Trim(), limit);
        return new PlainText(label.Length == 0 ? "…" : label);
    }
}
