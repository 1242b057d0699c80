using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OutcomeBot.Teams;

/// <summary>A part of a card, in Adaptive Cards' own words (version 1.5).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(HeadingElement), "TextBlock")]
[JsonDerivedType(typeof(TextElement), "RichTextBlock")]
[JsonDerivedType(typeof(ContainerElement), "Container")]
[JsonDerivedType(typeof(ColumnsElement), "ColumnSet")]
[JsonDerivedType(typeof(TableElement), "Table")]
[JsonDerivedType(typeof(ImageElement), "Image")]
[JsonDerivedType(typeof(LineChartElement), "Chart.Line")]
[JsonDerivedType(typeof(ActionsElement), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(ChoiceInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
internal abstract record CardElement
{
    public string? Spacing { get; init; }
}

/// <summary>A heading. Teams reads Markdown in it, so only text without any stands here.</summary>
internal sealed record HeadingElement(string Text) : CardElement
{
    public string Size { get; } = "Large";

    public string Weight { get; } = "Bolder";

    public string Style { get; } = "heading";

    public bool Wrap { get; } = true;
}

/// <summary>Text that is shown as it stands: there is no Markdown in its runs.</summary>
internal sealed record TextElement(ImmutableArray<TextRun> Inlines) : CardElement
{
    public string? HorizontalAlignment { get; init; }
}

internal sealed record TextRun(string Text)
{
    public string Type { get; } = "TextRun";

    public string? Size { get; init; }

    public string? Weight { get; init; }

    public bool? IsSubtle { get; init; }

    public string? FontType { get; init; }

    public string? Color { get; init; }

    public CardAction? SelectAction { get; init; }
}

internal sealed record ContainerElement(ImmutableArray<CardElement> Items) : CardElement
{
    public string? Id { get; init; }

    public bool? IsVisible { get; init; }

    public string? Style { get; init; }
}

internal sealed record ColumnsElement(ImmutableArray<CardColumn> Columns) : CardElement;

internal sealed record CardColumn(string Width, ImmutableArray<CardElement> Items)
{
    public string Type { get; } = "Column";
}

internal sealed record TableElement(ImmutableArray<TableColumn> Columns, ImmutableArray<TableRow> Rows, bool FirstRowAsHeaders, bool ShowGridLines) : CardElement;

internal sealed record TableColumn(int Width, string? HorizontalCellContentAlignment);

internal sealed record TableRow(ImmutableArray<TableCell> Cells)
{
    public string Type { get; } = "TableRow";
}

internal sealed record TableCell(ImmutableArray<CardElement> Items)
{
    public string Type { get; } = "TableCell";
}

internal sealed record ImageElement(string Url, string AltText) : CardElement
{
    public string Size { get; } = "Stretch";
}

/// <summary>Teams' own chart; clients that don't know it leave it out.</summary>
internal sealed record LineChartElement(string Title, [property: JsonPropertyName("yAxisTitle")] string? Unit, ImmutableArray<ChartSeries> Data) : CardElement
{
    public bool ShowTitle { get; } = true;

    public string Fallback { get; } = "drop";
}

internal sealed record ChartSeries(string Legend, ImmutableArray<ChartValue> Values);

internal sealed record ChartValue(string X, decimal Y);

internal sealed record ActionsElement(ImmutableArray<CardAction> Actions) : CardElement;

internal sealed record TextInput(string Id, string Label, bool IsRequired, string? ErrorMessage, bool IsMultiline, int MaxLength, string? Value) : CardElement;

internal sealed record ChoiceInput(string Id, string Label, bool IsRequired, string? ErrorMessage, string Style, bool IsMultiSelect, ImmutableArray<CardChoice> Choices, string? Value) : CardElement
{
    /// <summary>Asks Teams for choices while typing: people of the tenant.</summary>
    [JsonPropertyName("choices.data")]
    public ChoiceSource? Source { get; init; }

    public bool Wrap { get; } = true;
}

internal sealed record CardChoice(string Title, string Value);

internal sealed record ChoiceSource(string Dataset)
{
    public string Type { get; } = "Data.Query";
}

internal sealed record DateInput(string Id, string Label, bool IsRequired, string? ErrorMessage, string? Value) : CardElement;

/// <summary>A thing to press.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ToggleAction), "Action.ToggleVisibility")]
internal abstract record CardAction(string Title)
{
    /// <summary>The seventh and later actions stand in the overflow menu.</summary>
    public string? Mode { get; init; }

    public string? Style { get; init; }

    public string? Tooltip { get; init; }
}

/// <summary>Old clients don't know it and show its fallback.</summary>
internal sealed record ExecuteAction(string Title, string Verb, JsonObject Data) : CardAction(Title)
{
    public string? AssociatedInputs { get; init; }

    /// <summary>Declared as any action, so that its type is written.</summary>
    public CardAction? Fallback { get; init; }
}

internal sealed record SubmitAction(string Title, JsonObject Data) : CardAction(Title)
{
    public string? AssociatedInputs { get; init; }
}

internal sealed record OpenUrlAction(string Title, string Url) : CardAction(Title);

internal sealed record ToggleAction(string Title, ImmutableArray<string> TargetElements) : CardAction(Title);

/// <summary>A whole card.</summary>
internal sealed record TeamsCard(ImmutableArray<CardElement> Body)
{
    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyName("$schema")]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    public string Version { get; } = "1.5";

    public string? FallbackText { get; init; }

    public CardRefresh? Refresh { get; init; }

    public CardSettings Msteams { get; } = new("full");
}

internal sealed record CardSettings(string Width);

/// <summary>How a client asks for the card as it stands now. With no users it does so only when somebody asks it to.</summary>
internal sealed record CardRefresh(CardAction Action, ImmutableArray<string> UserIds);

/// <summary>What one message holds: its card, and the words that notifications show.</summary>
internal sealed record TeamsMessage(string Summary, TeamsCard Card);

/// <summary>How everything that goes to Teams is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CardElement))]
[JsonSerializable(typeof(TeamsCard))]
[JsonSerializable(typeof(ActivityCall))]
[JsonSerializable(typeof(CreateCall))]
[JsonSerializable(typeof(CardAnswer))]
[JsonSerializable(typeof(WordsAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(DialogAnswer))]
[JsonSerializable(typeof(DialogWords))]
internal sealed partial class TeamsJson : JsonSerializerContext
{
    /// <summary>Letters are written as they are: this JSON never stands in a page.</summary>
    public static TeamsJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
