using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OutcomeBot.Slack;

/// <summary>A part of a message or view, in Slack's own words.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(HeaderBlock), "header")]
[JsonDerivedType(typeof(SectionBlock), "section")]
[JsonDerivedType(typeof(ContextBlock), "context")]
[JsonDerivedType(typeof(ActionsBlock), "actions")]
[JsonDerivedType(typeof(TableBlock), "table")]
[JsonDerivedType(typeof(ChartBlock), "data_visualization")]
[JsonDerivedType(typeof(InputBlock), "input")]
internal abstract record SlackBlock;

internal sealed record HeaderBlock(SlackText Text) : SlackBlock;

/// <summary>Expanded, because Slack folds longer sections behind "see more" and the last line may be the one that matters.</summary>
internal sealed record SectionBlock(SlackText? Text, ImmutableArray<SlackText>? Fields = null, bool? Expand = null) : SlackBlock;

internal sealed record ContextBlock(ImmutableArray<SlackText> Elements) : SlackBlock
{
    public string? BlockId { get; init; }
}

internal sealed record ActionsBlock(ImmutableArray<SlackElement> Elements) : SlackBlock;

internal sealed record TableBlock(ImmutableArray<ColumnSetting> ColumnSettings, ImmutableArray<ImmutableArray<SlackCell>> Rows) : SlackBlock;

internal sealed record ChartBlock(string Title, LineChart Chart) : SlackBlock;

internal sealed record LineChart(ImmutableArray<ChartSeries> Series, AxisConfig AxisConfig)
{
    public string Type { get; } = "line";
}

/// <summary>A line: a value for each category, under the category's own name.</summary>
internal sealed record ChartSeries(string Name, ImmutableArray<ChartPoint> Data);

internal sealed record ChartPoint(string Label, decimal Value);

internal sealed record AxisConfig(ImmutableArray<string> Categories)
{
    public string? YLabel { get; init; }
}

internal sealed record InputBlock(string BlockId, SlackText Label, SlackElement Element, SlackText? Hint, bool Optional) : SlackBlock
{
    /// <summary>Whether Slack tells us while somebody types in it.</summary>
    public bool? DispatchAction { get; init; }
}

/// <summary>Text that Slack formats, or text that it shows as it stands.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MarkupText), "mrkdwn")]
[JsonDerivedType(typeof(PlainText), "plain_text")]
internal abstract record SlackText(string Text);

/// <summary>Verbatim: Slack must not look for links, channels and names of its own accord.</summary>
internal sealed record MarkupText(string Text, bool Verbatim = true) : SlackText(Text);

internal sealed record PlainText(string Text, bool Emoji = false) : SlackText(Text);

internal sealed record SlackCell(string Text)
{
    public string Type { get; } = "raw_text";
}

internal sealed record ColumnSetting(string Align, bool IsWrapped = true);

/// <summary>A thing to press or fill in.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ButtonElement), "button")]
[JsonDerivedType(typeof(TextElement), "plain_text_input")]
[JsonDerivedType(typeof(SelectElement), "static_select")]
[JsonDerivedType(typeof(SeveralElement), "multi_static_select")]
[JsonDerivedType(typeof(CheckboxElement), "checkboxes")]
[JsonDerivedType(typeof(DateElement), "datepicker")]
[JsonDerivedType(typeof(PersonElement), "users_select")]
[JsonDerivedType(typeof(ChannelElement), "conversations_select")]
[JsonDerivedType(typeof(FileElement), "file_input")]
internal abstract record SlackElement(string ActionId);

internal sealed record ButtonElement(string ActionId, SlackText Text, string? Style, string? AccessibilityLabel, Confirmation? Confirm) : SlackElement(ActionId);

internal sealed record Confirmation(SlackText Title, SlackText Text, SlackText Confirm, SlackText Deny, string Style = "danger");

internal sealed record TextElement(string ActionId, bool Multiline, int MaxLength, string? InitialValue) : SlackElement(ActionId)
{
    public DispatchConfig? DispatchActionConfig { get; init; }
}

/// <summary>When Slack tells us of what is typed.</summary>
internal sealed record DispatchConfig(ImmutableArray<string> TriggerActionsOn)
{
    public static DispatchConfig EveryCharacter { get; } = new(["on_character_entered"]);
}

internal sealed record SelectElement(string ActionId, ImmutableArray<SlackOption>? Options, ImmutableArray<OptionGroup>? OptionGroups, SlackOption? InitialOption) : SlackElement(ActionId);

internal sealed record SeveralElement(string ActionId, ImmutableArray<SlackOption>? Options, ImmutableArray<OptionGroup>? OptionGroups, ImmutableArray<SlackOption>? InitialOptions) : SlackElement(ActionId);

internal sealed record CheckboxElement(string ActionId, ImmutableArray<SlackOption> Options, ImmutableArray<SlackOption>? InitialOptions) : SlackElement(ActionId);

internal sealed record DateElement(string ActionId, string? InitialDate) : SlackElement(ActionId);

internal sealed record PersonElement(string ActionId, string? InitialUser) : SlackElement(ActionId);

internal sealed record ChannelElement(string ActionId, ConversationFilter Filter) : SlackElement(ActionId);

internal sealed record ConversationFilter(ImmutableArray<string> Include, bool ExcludeBotUsers);

internal sealed record FileElement(string ActionId, ImmutableArray<string>? Filetypes, int MaxFiles = 1) : SlackElement(ActionId);

internal sealed record SlackOption(SlackText Text, string Value);

internal sealed record OptionGroup(SlackText Label, ImmutableArray<SlackOption> Options);

/// <summary>What one message holds: its blocks, and the text that notifications, search and screen readers use.</summary>
internal sealed record SlackMessage(string Text, ImmutableArray<SlackBlock> Blocks);

/// <summary>A modal or a home page.</summary>
internal sealed record SlackView(string Type, ImmutableArray<SlackBlock> Blocks)
{
    public SlackText? Title { get; init; }

    public SlackText? Submit { get; init; }

    public SlackText? Close { get; init; }

    public string? CallbackId { get; init; }

    public string? PrivateMetadata { get; init; }
}

/// <summary>How everything that goes to Slack is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImmutableArray<SlackBlock>))]
[JsonSerializable(typeof(SlackMessage))]
[JsonSerializable(typeof(SlackView))]
[JsonSerializable(typeof(PostCall))]
[JsonSerializable(typeof(EphemeralCall))]
[JsonSerializable(typeof(UpdateCall))]
[JsonSerializable(typeof(ReturnCall))]
[JsonSerializable(typeof(OpenViewCall))]
[JsonSerializable(typeof(UnfurlCall))]
[JsonSerializable(typeof(PublishCall))]
[JsonSerializable(typeof(UpdateViewCall))]
[JsonSerializable(typeof(OpenConversationCall))]
[JsonSerializable(typeof(CompleteUploadCall))]
[JsonSerializable(typeof(CommandReply))]
[JsonSerializable(typeof(ViewReply))]
[JsonSerializable(typeof(MetadataPlace))]
internal sealed partial class SlackJson : JsonSerializerContext
{
    /// <summary>Letters are written as they are: this JSON never stands in a page.</summary>
    public static SlackJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
